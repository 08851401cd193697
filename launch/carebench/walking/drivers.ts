// Who drives the walker robot in the benchmark's walks: a naive one that follows positions alone, for others to be compared with.
import type { MetresPerSecond } from "../../../core/units.ts";
import { metresPerSecond } from "../../../core/units.ts";

/** What a driver may look at: how far the walker has come, m, since when, and how long its way is, m. */
export interface WalkerView {
  readonly gone: number;
  /** s since the walk began */
  readonly time: number;
  readonly length: number;
}
/** Asked once a tick of 10 ms: how fast forward, m/s. */
export type WalkerDriver = (view: WalkerView) => MetresPerSecond;

/** DOMAIN §2.4: the nominal cap of a walker. */
const SPEED = 0.5;
/** m/s²: DOMAIN §2.4. */
const ACCELERATION = 0.3;
/** 1/s: slows towards the end of the way. */
const GAIN = 1;

/** Goes its way at one speed, whoever holds it or does not, and stops at its end. */
export const steadily: WalkerDriver = ({ gone, time, length }) =>
  metresPerSecond(Math.max(0, Math.min(SPEED, ACCELERATION * time, GAIN * (length - gone))));
