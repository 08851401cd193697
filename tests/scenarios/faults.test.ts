// Random schedules of faults in a whole ride: nothing unsafe, nobody dropped, and everybody ends on their feet or on the seat.
import { expect, test } from "vitest";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { breakable, nothingBroken } from "../../launch/scenarios/fault-lines.ts";
import { scheduleOf, toldOf } from "../../launch/scenarios/fault-schedule.ts";
import { faultsIn } from "../../launch/scenarios/faults.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { trueEyesNode } from "../../sim/true-eyes.node.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { worldNode } from "../../sim/world.node.ts";

// a dead task with a skin that knows nothing; the emergency stop between stalls of the whole control group and an old task;
// a robot that does not hear its task as the lift begins
test.each([14, 20, 77])("schedule %i is endured, and ends on the feet or on the seat", async (seed) => {
  const run = await faultsIn(seed, "truth");
  expect(run.unsafe).toEqual([]);
  expect(["stood", "seated"]).toContain(run.ended);
});

// the gate dies in the middle of the lift; the supervisor does, after its group stood still twice
test.each([91, 94])(
  "SR-53 in schedule %i the control group dies with a person in the arms: they are held, and lowered by the next one",
  async (seed) => {
    const run = await faultsIn(seed, "truth");
    expect(run).toMatchObject({ unsafe: [], restarted_borne: true, ended: "seated" });
  },
);

// the battery is empty in mid-lift and then the supervisor dies for good; the drives lose their power and the supervisor dies meanwhile
test.each([92, 110])(
  "SR-46 in schedule %i the power fails in the middle of the lift, and whoever is borne ends on the feet or on the seat",
  async (seed) => {
    const run = await faultsIn(seed, "truth");
    expect(run.faults).toMatch(/the supply dies|no power/);
    expect(run.unsafe).toEqual([]);
    expect(["stood", "seated"]).toContain(run.ended);
  },
);

test("a schedule is its seed, and seeds differ", () => {
  const told = (seed: number) => toldOf(scheduleOf(seed, nothingBroken()));
  expect(told(7)).toBe(told(7));
  expect(new Set([1, 2, 3, 4, 5].map(told)).size).toBe(5);
});

test("a broken line is silent, says the same again, or knows nothing; a stalled node says nothing at all", async () => {
  const broken = nothingBroken();
  const nodes = [worldNode(await loadEngine()), trueEyesNode].map((node) => breakable(node, broken));
  const run = new VirtualRun(nodes);
  const heard: { readonly stamp: string; readonly position: readonly number[] }[] = [];
  run.on(topics.jointStates, ({ header, position }) =>
    heard.push({ stamp: JSON.stringify(header.stamp), position: [...position] }),
  );
  const during = (how: () => void) => {
    how();
    heard.length = 0;
    run.advance(seconds(0.5));
    return { count: heard.length, stamps: new Set(heard.map(({ stamp }) => stamp)).size, heard: [...heard] };
  };
  const name = topics.jointStates.name;
  const sound = during(() => {});
  expect(sound.count).toBeGreaterThan(10);
  expect(sound.stamps).toBe(sound.count);
  expect(during(() => broken.lines.set(name, "silent")).count).toBe(0);
  expect(during(() => broken.lines.set(name, "repeated"))).toMatchObject({ count: sound.count, stamps: 1 });
  const unknown = during(() => broken.lines.set(name, "unknown"));
  expect(unknown.stamps).toBe(sound.count);
  expect(unknown.heard.every(({ position }) => position.every(Number.isNaN))).toBe(true);
  broken.lines.clear();
  expect(during(() => broken.stalled.add("world")).count).toBe(0);
  await run.stop();
});
