// SR-57: a stop that does not stand, or lasts, becomes one without power (IEC 60204-1, category 1), until a person resets it or lowers.
import { expect, test } from "vitest";
import { seconds } from "../units.ts";
import { LIMITS } from "./limits.ts";
import { BORNE, Rehearsal, started } from "./rehearsal.ts";
import { isStopped } from "./supervisor.ts";

const STOPPED = { ...BORNE, stoppedFor: seconds(1), wayBack: true };
/** Stopped by a person in mid-lift, who let go of the button. */
const stopped = () => {
  const robot = started().see({ ...BORNE, wayBack: true });
  robot.see({ ...BORNE, operatorStopped: true, wayBack: true }).see(STOPPED, seconds(1));
  return robot;
};
const brakes = (robot: Rehearsal) => robot.verdict.brakesSet;

test("SR-57 a robot is braked until it is started, by nothing while it may move, and not by a stop that stands", () => {
  expect(brakes(new Rehearsal())).toBe(true);
  expect(brakes(new Rehearsal().see())).toBe(true);
  expect(brakes(started())).toBe(false);
  expect(brakes(started().see({ wanted: true }))).toBe(false);
  expect(brakes(stopped())).toBe(false);
});
test("SR-57 a stopped robot that moves is braked, also when it stands again, until it is reset", () => {
  for (const unrest of [1.001, NaN, Infinity]) {
    const robot = stopped().see({ ...STOPPED, unrest });
    expect(brakes(robot)).toBe(true);
    expect(robot.verdict.reasons).toContain("reason.moves_when_stopped");
    robot.see(STOPPED, seconds(2));
    expect([brakes(robot), robot.verdict.reasons.includes("reason.moves_when_stopped")]).toEqual([
      true,
      false,
    ]);
    expect(robot.reset()).toBeUndefined();
    expect(brakes(robot.see(STOPPED))).toBe(false);
  }
});
test("SR-57 one that moves as far as is borne is not braked", () => {
  expect(brakes(stopped().see({ ...STOPPED, unrest: 1 }))).toBe(false);
});
test("SR-57 counts the time of every stop that waits for people, and of nothing else", () => {
  const is = (robot: Rehearsal) => [robot.motion, isStopped(robot.supervisor)];
  expect([
    is(new Rehearsal().see()),
    is(started()),
    is(started().see({ linkAge: seconds(1) })),
    is(stopped()),
    is(started().see({ estopPressed: true })),
    is(started().see({ clockWrong: true })),
  ]).toEqual([
    ["safeIdle", false],
    ["ready", false],
    ["holding", false],
    ["protectiveStop", true],
    ["emergencyStop", true],
    ["fault", true],
  ]);
});
test("SR-57 one that may move is not braked by moving, whatever it does besides", () => {
  const robot = started().see({ ...BORNE, unrest: 9, stoppedFor: seconds(0) });
  expect([brakes(robot), robot.verdict.demand]).toEqual([false, "none"]);
});
test("SR-57 a stop that waits for people for longer than a minute, or nobody knows how long, is braked, and demands no more than before", () => {
  for (const stoppedFor of [60.001, NaN, Infinity].map(seconds)) {
    const robot = stopped().see({ ...STOPPED, stoppedFor });
    expect([brakes(robot), robot.motion]).toEqual([true, "protectiveStop"]);
    expect(robot.reset()).toBeUndefined();
    expect(robot.confirm()).toBeUndefined();
    expect(brakes(robot.see({ ...STOPPED, stoppedFor }))).toBe(true);
    expect(robot.start()).toBeUndefined();
    robot.see({ ...BORNE, stoppedFor: seconds(0) }, seconds(1));
    expect([brakes(robot), robot.motion]).toEqual([false, "ready"]);
  }
  expect(brakes(stopped().see({ ...STOPPED, stoppedFor: LIMITS.stopPowered }))).toBe(false);
});
test("SR-57 whoever holds to lower opens the brakes, and they fall in when it is let go while it does not stand", () => {
  const robot = stopped().see({ ...STOPPED, unrest: 2 });
  robot.see(STOPPED, seconds(1)).see({ ...STOPPED, held: true });
  expect([robot.motion, brakes(robot)]).toEqual(["lowering", false]);
  robot.see({ ...BORNE, wayBack: true, held: true }, seconds(1)).see({ ...BORNE, wayBack: true });
  expect([isStopped(robot.supervisor), brakes(robot)]).toEqual([true, true]);
});
