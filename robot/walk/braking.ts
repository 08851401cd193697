// Watches a walk for motion against brakes: what was asked to be held by them stays held, and moves once they had time to open.
import { SafetyState } from "../../core/messages.ts";
import { BRAKES_OPEN, SAFETY_AGE } from "../../core/motion/limits.ts";
import { LIMITS } from "../../core/safety/limits.ts";
import { secondsOf } from "../../core/time.ts";
import type { Seconds } from "../../core/units.ts";
import type { Gated, GateInput } from "../gate.ts";

/** s: as in `lateness.ts` */
const ROUNDING = 1e-9;
const MAY_MOVE: readonly number[] = [SafetyState.READY, SafetyState.MOVING, SafetyState.LOWERING];

/** Told of every step; answers with what must not be. The walk begins at `at`, with brakes that nobody has opened. */
export function braking(at: Seconds) {
  let set = true;
  let last: number = at;
  return (now: Seconds, { gate, velocities }: Gated, { safety }: GateInput): string | undefined => {
    const said = saidFresh(now, safety);
    if (said !== undefined) set = said;
    if (set) last = now;
    if (gate.brakes.set !== set) return set ? "opens brakes that hold" : "sets brakes that nobody asked for";
    const isMoving = velocities.some((velocity) => velocity !== 0);
    return isMoving && now - last < BRAKES_OPEN - ROUNDING ? "moves against its brakes" : undefined;
  };
}

/** Whether brakes are asked for; undefined of a word that is not to be believed. Who lets the robot move opens them. */
function saidFresh(now: Seconds, safety: GateInput["safety"]): boolean | undefined {
  if (safety === undefined) return undefined;
  const age = now - secondsOf(safety.message.header.stamp);
  const isFresh =
    now - safety.receivedAt <= SAFETY_AGE && age <= SAFETY_AGE && age + LIMITS.clockTolerance >= 0;
  return isFresh ? safety.message.brakes_set && !MAY_MOVE.includes(safety.message.motion) : undefined;
}
