// Watches a walk for motion that goes on faster though who led it is followed no more, and never asked for rest.
import type { Velocities } from "../../core/motion/limits.ts";
import type { Gated } from "../gate.ts";
import type { Asked } from "./people.ts";
import { STILL } from "./ward.ts";

/** m/s and rad/s, as in `checks.ts` */
const ROUNDING = 1e-12;

export interface Forsaken {
  /** whoever led is followed no more: motion may turn round at once */
  readonly turns: boolean;
  /** what must not be */
  readonly why: string | undefined;
}

/** Told of every step, and what each source asked last. */
export function forsaking() {
  let [led, isLeft, before]: [string, boolean, Velocities] = ["", false, STILL];
  return (
    { source, velocities }: Gated,
    ...[task, operator]: readonly [task: Asked | undefined, operator: Asked | undefined]
  ): Forsaken => {
    const turns = led !== "" && led !== source;
    const asked: Readonly<Record<string, Asked | undefined>> = { planner: task, Kim: operator };
    isLeft = source === "" && (turns ? asked[led]?.isRest !== true : isLeft);
    const faster = velocities.some((v, axis) => !(Math.abs(v) <= Math.abs(before[axis] ?? NaN) + ROUNDING));
    const why = isLeft && faster ? `forsaken: ${velocities.join(" ")} after ${before.join(" ")}` : undefined;
    [led, before] = [source, velocities];
    return { turns, why };
  };
}
