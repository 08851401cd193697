// What the walks take for motion against brakes is found, and what waits for them is not.
import { expect, test } from "vitest";
import { SafetyState } from "../../core/messages.ts";
import { AT_REST, type Velocities } from "../../core/motion/limits.ts";
import { newtons, seconds } from "../../core/units.ts";
import { closedGate, type GateInput } from "../gate.ts";
import { safety } from "../requests.ts";
import { braking } from "./braking.ts";

const BEGIN = 100;
const UP: Velocities = [0, 0, 0.05, 0, 0];
const nothing = { rows: new Float64Array(0), count: 0 };
const STOPPED = { motion: SafetyState.PROTECTIVE_STOP, brakes_set: true };
const READY = { motion: SafetyState.READY, brakes_set: false };

/** What is found in steps of 100 ms: what is said, whether the brakes are set, and how the robot moves. */
function found(
  ...steps: readonly (readonly [
    said: Partial<SafetyState> | undefined,
    set: boolean,
    velocities: Velocities,
  ])[]
) {
  const watch = braking(seconds(BEGIN));
  const said = steps.map(([state, set, velocities], place) => {
    const now = seconds(BEGIN + place / 10);
    const input: GateInput = {
      safety: state && safety(now, state),
      task: undefined,
      operator: undefined,
      lease: undefined,
      posture: undefined,
      support: newtons(0),
      felt: [],
      near: { drive: nothing, task: nothing },
    };
    const gate = { ...closedGate(now), brakes: { set, at: now } };
    return watch(now, { gate, velocities, source: "", limiting: [], wayBack: false }, input);
  });
  return said.find((why) => why !== undefined);
}

test("who waits until the brakes are open moves rightly", () =>
  expect(
    found([STOPPED, true, AT_REST], [READY, false, AT_REST], [READY, false, UP], [READY, false, UP]),
  ).toBeUndefined());
test("a walk begins with brakes that nobody has opened, and they stay in when nobody speaks", () => {
  expect(found([undefined, false, AT_REST])).toBe("opens brakes that hold");
  expect(found([READY, false, AT_REST], [STOPPED, true, AT_REST], [undefined, false, AT_REST])).toBe(
    "opens brakes that hold",
  );
});
test("brakes that nobody asked for, and motion while they open, are found", () => {
  expect(found([READY, true, AT_REST])).toBe("sets brakes that nobody asked for");
  expect(found([STOPPED, true, AT_REST], [READY, false, UP])).toBe("moves against its brakes");
});
test("who lets the robot move opens them, whatever else they say", () =>
  expect(found([{ ...READY, brakes_set: true }, false, AT_REST])).toBeUndefined());
