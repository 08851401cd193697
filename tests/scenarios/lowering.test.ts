// Lowering from near standing, with the whole weight on the pads and the arms bent by it: it leads to the seat and is never stuck.
import { expect, test } from "vitest";
import { stopMidLift } from "../../launch/scenarios/stop-mid-lift.ts";

test("SR-27 who is stopped at the end of the lift, and hangs on the pads, is lowered to the seat", async () => {
  const run = await stopMidLift(8, "stop", "truth");
  expect(run).toMatchObject({ moved_before_start: false, lowered: true, ok: true });
  expect(run.stopped_at_lift_share).toBeGreaterThan(0.8);
});
