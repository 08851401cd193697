// How long each part of standing up takes and waits, with sources.
import { milliseconds, newtons, seconds } from "../../core/units.ts";

export const TIMINGS = {
  /** Gives up when the dock is not reached. A robot 3 m away needs 20 s at 0.15 m/s. */
  approachLimit: seconds(90),
  /** How long a resident may think. Slow processing is common in age; longer than this is no answer. */
  answerLimit: seconds(30),
  /** Pads that find nobody within this long have missed. */
  contactLimit: seconds(40),
  /** DOMAIN §2.1: frail or assisted people rise with a 4–10 s profile; 6 s is the default, 3–12 s the range. */
  rise: seconds(6),
  riseRange: [seconds(3), seconds(20)],
  /** DOMAIN §2.1: flexion momentum, momentum transfer, extension, stabilisation: 30 / 10 / 45 / 15 %. */
  shares: { lean: 0.3, lift: 0.55, stabilise: 0.15 },
  /** Stands this long without swaying before it is let go. */
  steadyFor: seconds(2),
  /** Waits this long at most for somebody to stand steadily; then it stays and holds. */
  stabiliseLimit: seconds(30),
  /** The base and the pads are asked for new velocities this often. */
  period: milliseconds(20),
  /**
   * A request lives this long: shorter than a command may (DOMAIN §1.5: 200 ms), so that drives that speed up under a task that
   * dies are told to go no faster within 150 ms [D]: the gate slows down after half of it (SR-59, ADR 30). Two requests may be lost unnoticed.
   */
  timeToLive: milliseconds(100),
} as const;

/** Felt through the pads this is a person: far below every half limit of TS 15066 (DOMAIN §1.3). */
export const TOUCH = { sideways: newtons(8), upwards: newtons(30) } as const;
