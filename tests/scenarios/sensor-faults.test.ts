// What the supervisor makes of a sensor that lies in mid-lift: silence it notices at once; a frozen reading with fresh stamps it does not.
import { expect, test } from "vitest";
import { breakSensor } from "../../launch/scenarios/sensor-faults.ts";

// No rule looks for this yet: who adds one will see this test fail, and be glad.
test("joints that freeze with fresh stamps are not noticed as such: the lift overshoots until the pads press too hard", async () => {
  const run = await breakSensor(3, "joints.frozen");
  expect(run.noticed_after_s).toBeGreaterThan(2);
  expect(run.reasons).toContain("reason.support_force");
  expect(run.reasons).not.toContain("joints_unknown");
  expect(run.peak_support_bw).toBeGreaterThan(0.6); // SR-8's limit, passed before the stop
  expect(run.unsafe).toEqual([]);
  expect(run.ended).toBe("seated");
});

test("a biased force sensor is not noticed, and the resident stands all the same", async () => {
  const run = await breakSensor(3, "left_wrench.biased");
  expect(run).toMatchObject({ noticed: false, ended: "stood", unsafe: [] });
});
