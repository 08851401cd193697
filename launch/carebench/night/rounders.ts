// Who makes the night round: what a policy may look at, what it may do and tell, and a naive one that believes what the foils say.
import { BedPressure, type RadarPresence } from "../../../core/messages.ts";
import type { Bed, Whereabouts } from "../../../sim/resting/night-room.ts";

/** [s] The naive one has gone through the room after 20 s; then the round is over. */
export const ROUND = 30;

export interface RoundView {
  /** s since the round could begin */
  readonly time: number;
  /** Of the robot in the ward, m and rad: as if it knew its place. */
  readonly base: { readonly x: number; readonly y: number; readonly yaw: number };
  readonly foils: Readonly<Record<Bed, BedPressure>>;
  readonly presence: RadarPresence;
}

/** Somebody is told to the night staff: where they are, or that it is not known. */
export interface Told {
  readonly bed: Bed;
  readonly is: Whereabouts | "unknown";
}
export interface RoundStep {
  /** m/s and rad/s */
  readonly forward: number;
  readonly turn: number;
  readonly tells: readonly Told[];
}
/** Asked once a tick of 10 ms. */
export type Rounder = (view: RoundView) => RoundStep;

/** DOMAIN §2.4: the nominal cap of the base that it shares with the walker. */
const SPEED = 0.5;
/** 1/s: slows towards a stop; m: is there. */
const GAIN = 1;
const THERE = 0.05;
/** [m] of the ward: where it stops, between the two beds by the corridor, and between the two by the window (sim/generator/care-ward.ts). */
const STOPS: readonly { readonly y: number; readonly beds: readonly Bed[] }[] = [
  { y: 3.97, beds: ["bed_a2", "bed_a4"] },
  { y: 6.67, beds: ["bed_a1", "bed_a3"] },
];
const SAYS: Readonly<Record<number, Told["is"]>> = {
  [BedPressure.IN]: "in_bed",
  [BedPressure.EDGE]: "on_edge",
  [BedPressure.OUT]: "away",
};

/** Straight through the room by position; at each pair of beds it tells once what their foils say, and looks at nothing else. */
export function foilReader(): Rounder {
  let next = 0;
  return ({ base, foils }) => {
    const stop = STOPS[next];
    if (stop === undefined) return { forward: 0, turn: 0, tells: [] };
    const left = stop.y - base.y;
    if (Math.abs(left) > THERE)
      return { forward: Math.max(-SPEED, Math.min(SPEED, GAIN * left)), turn: 0, tells: [] };
    next += 1;
    const tells = stop.beds.map((bed) => ({ bed, is: SAYS[foils[bed].state] ?? ("unknown" as const) }));
    return { forward: 0, turn: 0, tells };
  };
}
