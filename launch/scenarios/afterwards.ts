// What a care worker does after a stop: waits for the standstill, resets, confirms, starts, and lowers hold-to-run.
import { OperatorAct_Request, SafetyState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import type { Measures } from "./measures.ts";
import type { Ride } from "./ride.ts";

/** Commanded speeds below this are zero. */
export const ZERO = 1e-9;

/** Time until every command is zero, or undefined when it is not within two seconds. */
export function untilStill({ run }: Ride, seen: Measures): number | undefined {
  const from = run.now();
  const still = run.advanceUntil(
    () => {
      seen.commanded = 0;
      run.advance(milliseconds(10));
      return seen.commanded <= ZERO;
    },
    seconds(2),
    milliseconds(10),
  );
  return still ? run.now() - from : undefined;
}

/** Reset and confirm, in this order; the start is not given. */
export function release(ride: Ride): void {
  ride.tryAct(OperatorAct_Request.RESET);
  ride.run.advance(seconds(0.2));
  ride.tryAct(OperatorAct_Request.CONFIRM_ON_SITE);
  ride.run.advance(seconds(0.2));
}

/** After start as the third act, motion is allowed again. */
export function resumed(ride: Ride, seen: Measures): boolean {
  const before = seen.commanded;
  if (before > ZERO) return false;
  ride.tryAct(OperatorAct_Request.START);
  ride.run.advance(seconds(2));
  const motion = ride.run.latest(topics.safetyState)?.motion;
  return motion === SafetyState.MOVING || motion === SafetyState.READY;
}

/** [1] of standing height: this little above where they sat, the person sits again. */
export const SEATED = 0.03;
const LOWERING_LIMIT = 60;

/** Holds to run until the person sits as at `seat` (pelvis, of standing height); where lowering stops on the way, lets go and presses anew, as a person does. */
export function lower({ run, worker }: Ride, seen: Measures, seat: number): boolean {
  const seated = () => seen.pelvis < seat + SEATED;
  for (let time = 0; time < LOWERING_LIMIT && !seated(); time += 1) {
    if (seen.commanded <= ZERO) {
      worker.holding = worker.lowering = false;
      run.advance(seconds(0.3));
      worker.holding = worker.lowering = true;
      run.advance(seconds(0.3));
    }
    seen.commanded = 0;
    run.advance(seconds(1));
  }
  worker.holding = worker.lowering = false;
  return seated();
}
