// Who drives the walker robot in the benchmark's walks: a naive one that follows positions alone, for others to be compared with.
import type { MetresPerSecond } from "../../../core/units.ts";
import { metresPerSecond } from "../../../core/units.ts";

/** What a driver may look at: how far the walker has come along its way, m, and the way's whole length, m. */
export interface WalkerView {
  readonly gone: number;
  readonly length: number;
}
/** Asked once a tick of 10 ms: how fast forward, m/s. */
export type WalkerDriver = (view: WalkerView) => MetresPerSecond;

/** DOMAIN §2.4: the nominal cap of a walker. */
const SPEED = 0.5;
/** 1/s: slows towards the end of the way. */
const GAIN = 1;

/** Goes its way at one speed, whoever holds it or does not, and stops at its end. */
export const steadily: WalkerDriver = ({ gone, length }) =>
  metresPerSecond(Math.max(0, Math.min(SPEED, GAIN * (length - gone))));
