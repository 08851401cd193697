// The person of a story answers as the plot says, late, no or not at all, and the record is as wrong as the plot says.
import { expect, test } from "vitest";
import type { Spoken } from "../../core/messages.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../../sim/resident/parameters.ts";
import { worldNode } from "../../sim/world.node.ts";
import { VirtualRun } from "../virtual/run.ts";
import { worldWith } from "./person.ts";
import { READY, type SeatPlot } from "./story.ts";

/** Asks, and tells when which answers came within `limit`. */
async function asked(plot: SeatPlot, limit: number) {
  const run = new VirtualRun([worldWith(worldNode(await loadEngine()), plot, 1)]);
  const record = run.latest(topics.resident);
  const heard: { readonly key: string; readonly at: number }[] = [];
  run.on(topics.heard, ({ key }: Spoken, at) => void heard.push({ key, at }));
  run.publish(topics.said, {
    header: { stamp: stampOf(seconds(0)), frame_id: "" },
    key: "say.ask",
    resident: "",
  });
  run.advance(seconds(limit));
  await run.stop();
  return { record, heard };
}

test("who thinks long says yes once, after their time", async () => {
  const { heard } = await asked({ kind: "seat", answer: "yes", thinks: [2, 3] }, 5);
  expect(heard.map(({ key }) => key)).toEqual(["heard.yes"]);
  expect(heard[0]?.at).toBeGreaterThan(2);
});

test("who refuses says no", async () => {
  const { heard } = await asked({ kind: "seat", answer: "no", thinks: [0, 0.5] }, 2);
  expect(heard.map(({ key }) => key)).toEqual(["heard.no"]);
});

test("who is silent says nothing", async () => {
  expect((await asked({ kind: "seat", answer: "nothing", thinks: [0, 0] }, 2)).heard).toEqual([]);
});

test("the record is wrong by what the plot says, and right where it says nothing", async () => {
  expect((await asked({ ...READY, recordOff: { mass: -20, stature: 0.1 } }, 0)).record).toMatchObject({
    body_mass: DEFAULT_RESIDENT.bodyMass - 20,
    stature: DEFAULT_RESIDENT.stature + 0.1,
  });
  expect((await asked(READY, 0)).record).toMatchObject({ body_mass: DEFAULT_RESIDENT.bodyMass });
});
