// What the supervisor makes of a sensor that lies in mid-lift with fresh stamps: one that repeats itself it notices within 0.3 s.
import { expect, test } from "vitest";
import { breakSensor } from "../../launch/scenarios/sensor-faults.ts";

test.each([
  ["joints.frozen", "reason.not_as_commanded"],
  ["odometry.frozen", "reason.motion_frozen"],
  ["left_wrench.frozen+right_wrench.frozen", "reason.sense_frozen"],
  ["contacts.nan", "reason.contact_unknown"],
])("SR-56 %s is noticed as %s before the pads press, and the resident is lowered", async (fault, reason) => {
  const run = await breakSensor(3, fault);
  expect(run.noticed_after_s).toBeLessThan(0.31);
  expect(run.reasons).toContain(reason);
  expect(run.peak_support_bw).toBeLessThan(0.6); // SR-8's limit
  expect(run.unsafe).toEqual([]);
  expect(run.ended).toBe("seated");
});

test("a biased force sensor is not noticed, and the resident stands all the same", async () => {
  const run = await breakSensor(3, "left_wrench.biased");
  expect(run).toMatchObject({ noticed: false, ended: "stood", unsafe: [] });
});
