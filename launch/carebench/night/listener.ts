// What the staff are told on a night round, held against what is true at the moment it is said.
import type { Whereabouts } from "../../../sim/resting/night-room.ts";
import type { Told } from "./rounders.ts";

const NEEDS_SOMEBODY: readonly Told["is"][] = ["on_edge", "on_floor"];
const ALL_IS_WELL: readonly Told["is"][] = ["in_bed", "away"];

export interface Listener {
  /** Where who is looked for is now, s from the beginning: once a tick, before what is told. */
  look(time: number, truth: Whereabouts): void;
  /** A word about somebody; `isAsked` when it is about who is looked for. */
  hear(is: Told["is"], truth: Whereabouts, time: number, isAsked: boolean): void;
  /** s from the moment it became true to the right word; undefined as long as there is none */
  readonly found: number | undefined;
  readonly falseAlarms: number;
  readonly falseClears: number;
}

/**
 * Who is looked for is found by the first word that they are `finds`, when that is so. A word about them that is wrong when
 * it is said ends it: whoever guesses twice has not found them. A false alarm is an exit or a fall that is told and is not
 * so; a false all-clear leaves who needs somebody alone.
 */
export function listensFor(finds: Whereabouts): Listener {
  let since: number | undefined;
  let found: number | undefined;
  let isGuessed = false;
  let [falseAlarms, falseClears] = [0, 0];
  function guess(is: Told["is"], truth: Whereabouts, time: number): void {
    isGuessed ||= is !== truth;
    if (!isGuessed && is === finds && since !== undefined) found ??= time - since;
  }
  return {
    get found() {
      return found;
    },
    get falseAlarms() {
      return falseAlarms;
    },
    get falseClears() {
      return falseClears;
    },
    look(time, truth) {
      since = truth === finds ? (since ?? time) : undefined;
    },
    hear(is, truth, time, isAsked) {
      if (isAsked) guess(is, truth, time);
      if (NEEDS_SOMEBODY.includes(is) && is !== truth) falseAlarms += 1;
      if (ALL_IS_WELL.includes(is) && NEEDS_SOMEBODY.includes(truth)) falseClears += 1;
    },
  };
}
