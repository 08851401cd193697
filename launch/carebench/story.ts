// What a story of the care benchmark is: whom it happens to, what happens, and by which rule, from which source, it is passed.
import { SUPPORT_SHARE } from "../../core/safety/limits.ts";
import type { OtherSeat } from "../../sim/other-seat.ts";
import type { Whereabouts } from "../../sim/resting/night-room.ts";
import type { WheelchairBrakes } from "../../sim/wheelchair-seat.ts";
import type { Residents } from "../scenarios/residents.ts";

export const FAMILIES = [
  "stand_up",
  "interrupted",
  "misuse",
  "sit_down",
  "transfer",
  "walk",
  "walker_crisis",
  "night_round",
  "bystander",
] as const;
export type Family = (typeof FAMILIES)[number];

export interface Text {
  readonly ko: string;
  readonly en: string;
}

/** Where a person must be in the end. */
export type Goal =
  /** ten metres further, on their own feet */
  | "arrived"
  /** on their own feet, and the pads carry nothing */
  | "feet"
  /** on the seat, who stood before it */
  | "seated"
  /** on the seat beside that on which they were */
  | "other_seat"
  /** on the seat where they were, and never lifted off it */
  | "stays_seated"
  /** told to the staff as they are; it harms nobody when they are not */
  | "told"
  /** the same, and it is harm when they are not */
  | "alarmed"
  /** on the feet or on the seat: nowhere between, and not on the floor */
  | "feet_or_seat";

export interface Rule {
  readonly goal: Goal;
  readonly source: string;
}

/** What breaks in the middle of the rise. */
export const CAUSES = [
  "operator_stop",
  "link_lost",
  "eyes_lost",
  "task_dead",
  "supply_failing",
  "drives_without_power",
  "seat_pulled_away",
] as const;
export type Cause = (typeof CAUSES)[number];

/** What happens to somebody who walks. */
export const MISHAPS = [
  "foot_caught",
  "grip_lost",
  "pushed_forward",
  "legs_give_way",
  "pushed_aside",
] as const;
export type Mishap = (typeof MISHAPS)[number];

/** Somebody stands, with the walker robot before them if there is one, and walks ten metres. The same for every policy. */
export interface WalkPlot {
  readonly kind: "walk";
  /** what happens on the way, in this order */
  readonly mishaps: readonly Mishap[];
}

/** What is played on a seat. All of it is the same for every policy. */
export interface SeatPlot {
  readonly kind: "seat";
  /** What the person says when asked; who does not say yes does not try to rise either. */
  readonly answer: "yes" | "no" | "nothing";
  /** [s] from the end of the question to the answer, drawn between these */
  readonly thinks: readonly [least: number, most: number];
  readonly breaks?: Cause;
  /**
   * While the robot drives up, somebody comes and stands beside the person's knees, close to where its legs go; or walks
   * through between the two.
   */
  readonly passes?: "visits" | "crosses";
  /** They sit on the edge of a bed in place of the chair. */
  readonly sits?: "bed_edge";
  /** They want to come to this other seat, which stands beside. */
  readonly to?: OtherSeat;
  /** They sit in a wheelchair with these brakes in place of the chair. */
  readonly wheelchair?: WheelchairBrakes;
  /** [kg] and [m] that the record of the person is wrong by */
  readonly recordOff?: { readonly mass: number; readonly stature: number };
}

/** Somebody stands before the chair and sits down, with what help there is. */
export interface SitPlot {
  readonly kind: "sit";
  /** A robot, where there is one, has just raised them from the chair and still has its pads under their arms. */
  readonly raised: boolean;
}

/** A night round through a room of four beds, in which a neighbour sleeps. The same for every policy. */
export interface NightPlot {
  readonly kind: "night";
  /** Where the resident is who is looked for, from the beginning or once they have moved. */
  readonly finds: Whereabouts;
  /** [s] from the beginning, or from when it became so, in which it has to be told. */
  readonly within: number;
  /** They sleep close to the rail. */
  readonly atTheRail?: boolean;
  /** They sleep on their back at first, and do this at a time drawn between these, s from the beginning. */
  readonly does?: {
    readonly what: "sit_up" | "get_up" | "roll";
    readonly at: readonly [least: number, most: number];
  };
}

export type Plot = SeatPlot | SitPlot | WalkPlot | NightPlot;

export interface Story {
  /** family/name */
  readonly id: string;
  readonly family: Family;
  readonly title: Text;
  readonly happens: Text;
  readonly people: Residents;
  readonly rule: Rule;
  readonly plot: Plot;
}

/** A resident answers a plain question within a second [D]. */
export const READY: SeatPlot = { kind: "seat", answer: "yes", thinks: [0.5, 1] };

/** What every story asks, whatever its goal; each number with its source. */
export const BOUNDS = {
  /** [1] of body weight on the pads */
  support: { most: SUPPORT_SHARE, source: "DOMAIN §7: handle or harness vertical ≤ 60 % of body weight" },
  /** [deg] of the trunk to a side, for longer than half a second while it is carried */
  tilt: { most: 15, source: "DOMAIN §2.1 and §7: trunk lateral lean > 15° for > 0.5 s aborts" },
  /** [1] of the limit of the body region */
  contact: {
    most: 1,
    source: "ISO/TS 15066 Annex A, halved for frail people; head and face none (DOMAIN §1.3, §7)",
  },
  /** [m] that the walker rolls on when nobody holds it any more */
  ranOn: {
    most: 0.48,
    source: "DOMAIN §2.4: brakes within 200 ms, at 1.0 m/s² from the hard cap of 0.8 m/s: 0.16 m and 0.32 m",
  },
  /** [N] on who passes: a robot that keeps its distance touches nobody */
  passer: { most: 0, source: "DOMAIN §1.4, ISO 13855: separation kept from who crosses" },
  /** [m/s] of the pelvis, of who sits down: faster is dropped */
  sitsDown: {
    most: 0.5,
    source:
      "DOMAIN §7: a robot lowers at 0.08 m/s at most; who sits down by their own strength reaches 0.35 m/s [measured], and a pelvis that sinks faster than this counts as a near fall (DOMAIN §3: falls 2.1 ± 0.6 m/s)",
  },
  /** of somebody who is told to be on the edge or on the floor and is not */
  falseAlarms: { most: 0, source: "DOMAIN §6 A11: false alarms are bounded; none in a room of four [D]" },
  /** of somebody on the edge or on the floor who is told to be in bed or away */
  falseClears: { most: 0, source: "DOMAIN §6 A10: what is not known is never told as fine" },
  /** people on the floor */
  falls: { most: 0, source: "ISO 13482: no fall caused or allowed by what helps (DOMAIN §1.1)" },
} as const;
