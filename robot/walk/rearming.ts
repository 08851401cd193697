// Watches a walk for motion that nobody asked for anew: who wanted motion while the robot was locked must have asked for rest since.
import { SafetyState } from "../../core/messages.ts";
import type { Seconds } from "../../core/units.ts";
import { LIFESPAN } from "../../core/motion/limits.ts";
import type { Gated, GateInput } from "../gate.ts";
import type { Asked } from "./people.ts";

const FOLLOWS: readonly number[] = [SafetyState.READY, SafetyState.MOVING];

/** What one source last asked for soundly. */
interface Memory {
  wants: boolean;
  at: number;
  /** it never asked for rest, or wanted motion when the robot was locked and has not asked for rest since */
  owes: boolean;
  last: Asked | undefined;
}
const nobody = (): Memory => ({ wants: false, at: -Infinity, owes: true, last: undefined });

/** Told of every step; answers with what must not be. */
export function rearming() {
  const [task, operator] = [nobody(), nobody()];
  return (
    now: Seconds,
    { source, velocities }: Gated,
    { safety }: GateInput,
    ...asked: readonly [task: Asked | undefined, operator: Asked | undefined]
  ): string | undefined => {
    hear(task, asked[0], now);
    hear(operator, asked[1], now);
    const isLocked = !FOLLOWS.includes(safety?.message.motion ?? SafetyState.FAULT);
    if (isLocked) for (const one of [task, operator]) one.owes ||= isWanting(one, now);
    const movers: Readonly<Record<string, Memory>> = { planner: task, Kim: operator };
    const owes = movers[source]?.owes === true && velocities.some((velocity) => velocity !== 0);
    return owes ? `${source} moves without having asked for rest` : undefined;
  };
}

const isWanting = ({ wants, at, last }: Memory, now: Seconds) =>
  wants && now - at <= LIFESPAN && last?.isSound === true;

function hear(one: Memory, asked: Asked | undefined, now: Seconds): void {
  if (asked === undefined || asked === one.last) return;
  one.last = asked;
  // what is not sound may be heard or not: it may pay, and owes nothing
  if (asked.isRest) one.owes = false;
  if (!asked.isSound) return;
  one.wants = !asked.isRest;
  one.at = now;
}
