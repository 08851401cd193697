// Who is there: the sessions of the stop lane by their signs of life, and what each of them presses.
import type { OperatorSignal } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { LIMITS } from "../core/safety/limits.ts";
import type { Present } from "../core/safety/authority.ts";
import { seconds, type Seconds } from "../core/units.ts";
import { trueAge } from "./posture.ts";

/** The last sign of life of each session, in the order in which they came. A press of stop is none: anybody may stop. */
export type Presence = ReadonlyMap<string, Stamped<OperatorSignal>>;

/** The sessions after these signals; those that have been silent for two seconds, or went, are gone. */
export function attend(
  before: Presence,
  signals: readonly Stamped<OperatorSignal>[],
  now: Seconds,
): Presence {
  const beats = signals.filter(({ message }) => !message.stop_pressed);
  const isStale = [...before.values()].some((beat) => !(ageOfBeat(beat, now) <= LIMITS.seatFreed));
  if (beats.length === 0 && !isStale) return before;
  const after = new Map(before);
  for (const beat of beats) after.set(beat.message.session, beat);
  for (const [session, beat] of after) if (!(ageOfBeat(beat, now) <= LIMITS.seatFreed)) after.delete(session);
  return after;
}

export const ageOfBeat = (beat: Stamped<OperatorSignal> | undefined, now: Seconds): Seconds =>
  trueAge(beat, now, () => true);

export const presentOf = (presence: Presence): readonly Present[] =>
  [...presence.values()].map(({ message }) => ({
    session: message.session,
    operator: message.operator_name,
    onSite: message.on_site,
    wantsCommand: message.wants_command,
  }));

/** Whether this session presses hold-to-run, and said so within `LIMITS.holdAge`. */
export const presses = (beat: Stamped<OperatorSignal> | undefined, now: Seconds): boolean =>
  beat?.message.hold_pressed === true && ageOfBeat(beat, now) <= LIMITS.holdAge;

/** The live session of a person of this name, on site where one of that name is. */
export function sessionOf(presence: Presence, operator: string): Present | undefined {
  const named = presentOf(presence).filter((one) => one.operator === operator);
  return named.find((one) => one.onSite) ?? named[0];
}

/** When a lease given now would be void. */
export const expiryOf = (beat: Stamped<OperatorSignal> | undefined): Seconds =>
  seconds(beat === undefined ? 0 : beat.receivedAt + LIMITS.seatFreed);
