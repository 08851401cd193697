// Moments of a ride: played again to the same state, bit for bit; refused when they are of another simulator, or their file is broken.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stampOf } from "../../core/time.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide } from "../../launch/scenarios/ride.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { momentDesk, type MomentDesk } from "../../sim/moments/desk.ts";
import { readMoment, textOfMoment, type Moment } from "../../sim/moments/moment.ts";
import { openShelf } from "../../sim/moments/shelf.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { worldNode } from "../../sim/world.node.ts";
import { spoken } from "../contracts/nodes.ts";

/** [ms] after which a ride of four seconds counts as hung. */
const HOOK = 120_000;
const folder = mkdtempSync(join(tmpdir(), "moments-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = async (seed: number) => {
  const desk = momentDesk();
  return { desk, ride: await openRide(residentOf(seed, WEAK, false), "truth", { desk }) };
};
const playAll = (desk: MomentDesk) => {
  for (let share = 0; share < 1;) share = desk.play(100);
};

describe("a moment of a ride in which the robot drove, the resident was asked, and a fault came and went", () => {
  let moment: Moment;
  let later: Moment;
  let other: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    const { desk, ride } = await open(3);
    confirmAndStart(ride);
    ride.standUp();
    ride.run.publish(topics.said, spoken("say.lean_forward", ride.run.now()));
    ride.run.advance(seconds(1.5));
    ride.run.call(services.injectFault, { fault: "power", on: true });
    ride.run.advance(milliseconds(300));
    moment = desk.take();
    ride.run.kill("gate"); // from here on nothing more comes in
    ride.run.advance(seconds(0.5));
    later = desk.take();
    await ride.run.stop();
    other = await open(8);
  }, HOOK);
  afterAll(() => other.ride.run.stop());
  const again = (changed: Partial<Moment> = {}): Moment =>
    readMoment(textOfMoment({ ...moment, ...changed }));

  test("holds whom it is about and all that came in", () => {
    const kinds = new Set(moment.entries.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(["brake", "chair", "command", "faults", "prompt"]);
    expect(moment.ticks).toBe(400);
    expect(moment.resident.seed).toBe(3);
  });

  test.each<[string, Partial<Moment>, string]>([
    ["another MuJoCo", { mujoco: "2.0.0" }, "was made with MuJoCo 2.0.0, and this is 3."],
    ["other models", { models: "0" }, "was made with other models than those of now"],
  ])("is refused when it was made with %s, and the world that runs goes on", (_, changed, why) => {
    const before = other.desk.take().state;
    expect(() => other.desk.begin(again(changed))).toThrow(why);
    expect(other.desk.take().state).toBe(before);
  });

  test("that leads elsewhere than it led is refused, and the world that runs goes on", () => {
    const before = other.desk.take().state;
    other.desk.begin(again({ entries: moment.entries.filter(({ kind }) => kind !== "prompt") }));
    expect(() => playAll(other.desk)).toThrow("it does not lead where it led");
    expect(other.desk.take().state).toBe(before);
    other.ride.run.advance(milliseconds(100));
    expect(other.desk.worldTime()).toBeCloseTo(2.1, 6);
  });

  test("leads to the same state, bit for bit, in a world that was somewhere else, and goes on alike", () => {
    const { desk, ride } = other;
    const heard: string[] = [];
    ride.run.on(topics.jointStates, ({ header }) =>
      heard.push(`${header.stamp.sec}.${header.stamp.nanosec}`),
    );
    ride.run.kill("gate");
    desk.begin(again());
    playAll(desk);
    // the last tenth of a second is heard, so that everybody sees where the world is now
    expect(heard).toHaveLength(10);
    expect(desk.take()).toEqual(moment);
    ride.run.advance(seconds(0.5));
    expect(desk.take().state).toBe(later.state);
  });
});

test("what was commanded before a moment is restored moves nothing after it, until rest was commanded", async () => {
  const desk = momentDesk();
  const run = new VirtualRun([worldNode(await loadEngine(), undefined, undefined, desk)]);
  let sequence = 0;
  const raise = (speed: number) => {
    sequence += 1;
    run.publish(topics.hardwareCommand, {
      header: { stamp: stampOf(run.now()), frame_id: "base_link" },
      sequence,
      drive: { linear: { x: 0, y: 0, z: 0 }, angular: { x: 0, y: 0, z: 0 } },
      joint_names: ["lift_joint"],
      joint_velocities: [speed],
      set_brakes: false,
    });
    run.advance(milliseconds(50));
  };
  const height = () => {
    const state = run.latest(topics.jointStates);
    return state?.position[state.name.indexOf("lift_joint")] ?? NaN;
  };
  height();
  run.advance(milliseconds(500));
  const [moment, low] = [desk.take(), height()];
  for (let i = 0; i < 20; i += 1) raise(0.1);
  expect(height()).toBeGreaterThan(low + 0.05);
  raise(0.1);
  desk.begin(moment);
  playAll(desk);
  run.advance(milliseconds(50));
  for (let i = 0; i < 5; i += 1) raise(0.1);
  expect(height()).toBeCloseTo(low, 4);
  raise(0);
  for (let i = 0; i < 5; i += 1) raise(0.1);
  expect(height()).toBeGreaterThan(low + 0.005);
  await run.stop();
});

test("a moment is kept under a plain name, and a broken file or another format is one clear error", async () => {
  const { desk, ride } = await open(1);
  const shelf = openShelf(folder);
  shelf.save("here", desk.take());
  expect(shelf.read("here")).toEqual(desk.take());
  for (const name of ["", "..", "a/b", "a.json", "x".repeat(65), "방"])
    expect(() => shelf.save(name, desk.take()), name).toThrow("expected 1 to 64 of letters");
  expect(() => shelf.read("nowhere")).toThrow(/^cannot read the moment .*nowhere.json$/);
  const text = textOfMoment(desk.take());
  expect(() => readMoment(text.slice(0, -5))).toThrow("is not JSON");
  expect(() => readMoment(text.replace('"version":1', '"version":2'))).toThrow("version: ");
  expect(() => readMoment(text.replace('"ticks":', '"tocks":'))).toThrow("moment.ticks: ");
  await ride.run.stop();
});
