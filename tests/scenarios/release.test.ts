// Controlled release: with the task dead, a care worker lowers somebody to the seat and takes the pads away, by hold-to-run alone.
import { expect, test } from "vitest";
import { OperatorAct_Request, SafetyState, TaskState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { lower, release } from "../../launch/scenarios/afterwards.ts";
import { measure } from "../../launch/scenarios/measures.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide, untilPhase } from "../../launch/scenarios/ride.ts";

test.each([3, 11])("SR-25 resident %i is lowered, let go, and the robot can be driven away", async (seed) => {
  const ride = await openRide(residentOf(seed, WEAK, false), "truth");
  const { run, worker } = ride;
  const seen = measure(run);
  run.latest(topics.safetyState);
  const state = () => run.latest(topics.safetyState);
  confirmAndStart(ride);
  const seat = seen.pelvis;
  ride.standUp();
  expect(untilPhase(ride, TaskState.LIFT, seconds(120))).toBeDefined();
  run.advance(seconds(4));
  run.kill("stand_up");
  run.advance(seconds(2));
  expect(state()?.motion).toBe(SafetyState.PROTECTIVE_STOP);
  expect(lower(ride, seen, seat)).toBe(true);
  let left = 0;
  /** Presses anew where lowering has ended; free is whose arms have not come down on the pads again for two seconds. */
  const free = () => {
    left = state()?.load === SafetyState.LOAD_NONE ? left + 1 : 0;
    if (left === 0 && state()?.motion !== SafetyState.LOWERING) {
      worker.holding = worker.lowering = false;
      run.advance(seconds(0.3));
      worker.holding = worker.lowering = true;
    }
    return left > 4;
  };
  expect(run.advanceUntil(free, seconds(30), seconds(0.5))).toBe(true);
  worker.holding = worker.lowering = false;
  run.advance(seconds(1));
  release(ride);
  ride.tryAct(OperatorAct_Request.START);
  run.advance(seconds(0.2));
  expect(state()).toMatchObject({ motion: SafetyState.READY, drive_blocked: false });
  expect(seen.pelvis).toBeLessThan(seat + 0.03);
  expect(seen.worstContact).toBeLessThanOrEqual(1);
  await run.stop();
});
