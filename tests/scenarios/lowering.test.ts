// Lowering from near standing, with the whole weight on the pads or next to none: it leads to the seat, is never stuck, and drops nobody.
import { expect, test } from "vitest";
import { TaskState } from "../../core/messages.ts";
import { seconds } from "../../core/units.ts";
import { lower } from "../../launch/scenarios/afterwards.ts";
import { watchFaults } from "../../launch/scenarios/fault-watch.ts";
import { measure } from "../../launch/scenarios/measures.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide, untilPhase } from "../../launch/scenarios/ride.ts";
import { stopMidLift } from "../../launch/scenarios/stop-mid-lift.ts";

test("SR-27 who is stopped at the end of the lift, and hangs on the pads, is lowered to the seat", async () => {
  const run = await stopMidLift(8, "stop", "truth");
  expect(run).toMatchObject({ moved_before_start: false, lowered: true, ok: true });
  expect(run.stopped_at_lift_share).toBeGreaterThan(0.8);
});

// with pads that sank at 0.08 m/s whoever was on them, resident 4 fell after them at 0.63 m/s [measured]
test("SR-54 who stands on their own legs is lowered at their own pace: the pads do not sink from under them", async () => {
  const ride = await openRide(residentOf(4, WEAK, false), "truth");
  const seen = measure(ride.run);
  const watched = watchFaults(ride.run);
  confirmAndStart(ride);
  const seat = seen.pelvis;
  ride.standUp();
  expect(untilPhase(ride, TaskState.STABILISE, seconds(70))).toBeDefined();
  ride.run.advance(seconds(1));
  ride.worker.stopping = true;
  ride.run.advance(seconds(1));
  ride.worker.stopping = false;
  expect(lower(ride, seen, seat)).toBe(true);
  expect(watched.unsafe).toEqual([]);
  expect(seen.worstContact).toBeLessThanOrEqual(1);
  await ride.run.stop();
});
