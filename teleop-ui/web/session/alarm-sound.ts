// What the alarms sound like and when: bursts of pulses by priority, as people who work with IEC 60601-1-8 know them.
import { AlarmRequest, type Alarms } from "../../../core/messages.ts";
import { seconds, type Seconds } from "../../../core/units.ts";

/** One pulse of a burst, [s] from its beginning. */
interface Pulse {
  readonly at: Seconds;
  readonly length: Seconds;
}
export interface Burst {
  readonly pulses: readonly Pulse[];
  /** [Hz] of the ground note; at least four harmonics sound with it (IEC 60601-1-8: 150 to 1000 Hz) */
  readonly pitch: number;
  /** From the beginning of one burst to that of the next; undefined sounds once. */
  readonly every: Seconds | undefined;
}

/** `count` pulses one after the other from `from` on. */
function group(count: number, from: number, length: number, gap: number): Pulse[] {
  return Array.from({ length: count }, (_, i) => ({
    at: seconds(from + i * (length + gap)),
    length: seconds(length),
  }));
}
/** Three, two, a breath, three, two: the ten pulses of a high alarm (DOMAIN §1.6). */
const TEN = [
  ...group(3, 0, 0.15, 0.1),
  ...group(2, 0.95, 0.15, 0.1),
  ...group(3, 1.9, 0.15, 0.1),
  ...group(2, 2.85, 0.15, 0.1),
];

/** High repeats within 2.5 to 15 s, medium less often, low not at all (DOMAIN §1.6). */
const BURSTS: Readonly<Record<number, Burst>> = {
  [AlarmRequest.HIGH]: { pulses: TEN, pitch: 660, every: seconds(7) },
  [AlarmRequest.MEDIUM]: { pulses: group(3, 0, 0.2, 0.2), pitch: 520, every: seconds(12) },
  [AlarmRequest.LOW]: { pulses: group(2, 0, 0.2, 0.25), pitch: 400, every: undefined },
};
/** Nobody has seen to it: as often as a high alarm may. */
const ESCALATED = seconds(4);

/** Alarms.msg: after this without a word nobody watches over the alarms. */
export const UNWATCHED = seconds(2);

/**
 * What should sound now, or undefined for silence. What was heard once and has fallen silent sounds as a medium alarm:
 * nobody would tell of a worse one.
 */
export function soundOf(alarms: Alarms | undefined, age: Seconds): Burst | undefined {
  if (alarms === undefined) return undefined;
  if (!(age <= UNWATCHED)) return BURSTS[AlarmRequest.MEDIUM];
  if (alarms.audio_paused) return undefined;
  const open = alarms.alarms.filter((alarm) => alarm.acknowledged_by === "" && alarm.sources.length > 0);
  const worst = Math.max(0, ...open.map(({ priority }) => priority));
  const burst = BURSTS[worst];
  const escalated = open.some(({ escalation, priority }) => priority === worst && escalation > 0);
  return burst?.every !== undefined && escalated ? { ...burst, every: ESCALATED } : burst;
}

/** Whether a burst is due: at once when it is another than before, then every so often. */
export function isDue(
  burst: Burst,
  before: { readonly burst: Burst; readonly at: Seconds } | undefined,
  now: Seconds,
) {
  if (before === undefined || before.burst.pulses !== burst.pulses) return true;
  return burst.every !== undefined && now - before.at >= burst.every;
}
