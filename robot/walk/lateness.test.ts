// What the walks take for motion on old news is found, and what is fresh is not.
import { expect, test } from "vitest";
import type { Stamped } from "../../core/node.ts";
import { AT_REST, type Velocities } from "../../core/motion/limits.ts";
import { newtons, seconds } from "../../core/units.ts";
import { closedGate, type GateInput } from "../gate.ts";
import { lease, request, safety } from "../requests.ts";
import type { Sample } from "./checks.ts";
import { lateness } from "./lateness.ts";

const NOW = seconds(100);
const UP: Velocities = [0, 0, 0.05, 0, 0];
const late = <M>(word: Stamped<M>, by: number): Stamped<M> => ({ ...word, receivedAt: seconds(NOW - by) });

/** The planner lifts, on fresh news but for what differs. */
function lifting(change: Partial<GateInput>, source = "planner"): string | undefined {
  const nothing = { rows: new Float64Array(0), count: 0 };
  const input: GateInput = {
    safety: safety(NOW),
    task: request(NOW, 1, 0.05),
    operator: undefined,
    lease: lease(NOW),
    posture: undefined,
    support: newtons(0),
    felt: [],
    near: { drive: nothing, task: nothing },
    ...change,
  };
  const gated = { gate: closedGate(NOW), velocities: UP, source, limiting: [], wayBack: false };
  const [before, earlier, joints] = [AT_REST, AT_REST, [0, 0, 0]];
  const ramps = { ramp: UP, rampBefore: AT_REST };
  const sample: Sample = { gated, input, before, earlier, ticks: 1, ticksBefore: 1, ...ramps, joints };
  return lateness(NOW, sample);
}

test("fresh news lead to motion rightly, and lowering needs no lease", () => {
  expect(lifting({})).toBeUndefined();
  expect(lifting({ lease: undefined, task: undefined }, "lowering")).toBeUndefined();
});

test.each<[string, Partial<GateInput>]>([
  ["moves on a safety state that is old", { safety: undefined }],
  ["moves on a safety state that is old", { safety: late(safety(NOW), 0.16) }],
  ["moves on a safety state that is old", { safety: { ...safety(seconds(NOW - 0.16)), receivedAt: NOW } }],
  ["follows planner under no lease", { lease: late(lease(NOW), 0.31) }],
  ["follows planner under no lease", { lease: lease(NOW, { expires: seconds(NOW - 0.01) }) }],
  ["follows planner, who has been silent", { task: late(request(NOW, 1, 0.05), 0.21) }],
  ["follows planner, who says no numbers", { task: request(NOW, 1, NaN) }],
])("%s", (why, change) => expect(lifting(change)).toBe(why));

test("whom nobody leads only slows", () =>
  expect(lifting({}, "")).toBe("nobody is followed: 0 0 0.05 0 0 after 0 0 0 0 0"));

test("SR-59 a task that is late leads nobody on", () => {
  expect(lifting({ task: late(request(NOW, 1, 0.05), 0.1) })).toBeUndefined();
  expect(lifting({ task: late(request(NOW, 1, 0.05), 0.11) })).toBe(
    "planner is late: 0 0 0.05 0 0 after 0 0 0 0 0",
  );
});
