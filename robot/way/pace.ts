// How fast the pads go down with somebody: no faster than they come with them, so that nobody is left standing above them.
import { CAPS } from "../../core/motion/limits.ts";
import { LOAD_LIMITS } from "../../core/safety/limits.ts";
import { metresPerSecond, newtons, type MetresPerSecond, type Newtons } from "../../core/units.ts";

/** Lowering (DOMAIN §7). */
export const SPEED = metresPerSecond(CAPS.lower.down[2] ?? 0);
/** From the seat on, where the pads let go: as slowly as they came (planner: 0.03 m/s). */
export const RELEASE_SPEED = metresPerSecond(0.03);
/** Pads that feel nobody creep on: who sits already and leans on nothing must not keep them up for ever. */
const CREEP = metresPerSecond(0.02);
/** Twice what counts as bearing: a fifth of the weight of a light adult of 45 kg comes along. */
const COMES = newtons(2 * LOAD_LIMITS.bearing);

/** The speed above the seat with this much on both pads. What they carry is not known: as slowly as letting go. */
export function paceWith(support: Newtons): MetresPerSecond {
  if (!Number.isFinite(support)) return RELEASE_SPEED;
  const share = (support - LOAD_LIMITS.touching) / (COMES - LOAD_LIMITS.touching);
  return metresPerSecond(CREEP + (SPEED - CREEP) * Math.min(1, Math.max(0, share)));
}
