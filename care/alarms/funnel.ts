// The one funnel of all alarms: sources ask, people acknowledge, time passes; what stands then is what is shown and sounded.
import { AlarmRequest } from "../../core/messages.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { AUDIO_PAUSE, ESCALATES_AFTER, FALLS_AFTER } from "./limits.ts";

/** One alarm that has not fallen. */
export interface Standing {
  readonly alarm: string;
  /** the worst that any source asked since it rose */
  readonly priority: number;
  readonly since: Seconds;
  readonly sources: ReadonlySet<string>;
  /** since when no source asks for it; undefined while one does */
  readonly clearSince: Seconds | undefined;
  /** who has seen to it; empty while nobody has */
  readonly acknowledgedBy: string;
  /** 0, 1 or 2 */
  readonly escalation: number;
}

export interface Funnel {
  /** By alarm key. */
  readonly standing: ReadonlyMap<string, Standing>;
  /** The sound is paused until then. */
  readonly pausedUntil: Seconds;
}
export const QUIET: Funnel = { standing: new Map(), pausedUntil: seconds(-Infinity) };

type Asked = Pick<AlarmRequest, "alarm" | "source" | "priority" | "raised">;

/** What is none of the priorities is the worst: unknown is danger. */
const known = (priority: number): number =>
  priority === AlarmRequest.LOW || priority === AlarmRequest.MEDIUM ? priority : AlarmRequest.HIGH;
const withAlarm = (funnel: Funnel, changed: Standing): Funnel => ({
  ...funnel,
  standing: new Map(funnel.standing).set(changed.alarm, changed),
});
const aloud = (funnel: Funnel): Funnel => ({ ...funnel, pausedUntil: QUIET.pausedUntil });

/**
 * A source asks, or is clear. A request is not the state: any source raises, and all must be clear to fall. An alarm
 * that is new or has become worse sounds again, whatever was acknowledged or paused.
 */
export function raise(funnel: Funnel, asked: Asked, now: Seconds): Funnel {
  const before = funnel.standing.get(asked.alarm);
  if (!asked.raised)
    return before === undefined ? funnel : withAlarm(funnel, clear(before, asked.source, now));
  const priority = known(asked.priority);
  if (before === undefined)
    return withAlarm(aloud(funnel), {
      alarm: asked.alarm,
      priority,
      since: now,
      sources: new Set([asked.source]),
      clearSince: undefined,
      acknowledgedBy: "",
      escalation: 0,
    });
  const sources = new Set(before.sources).add(asked.source);
  const still: Standing = { ...before, sources, clearSince: undefined };
  if (priority <= before.priority) return withAlarm(funnel, still);
  return withAlarm(aloud(funnel), { ...still, priority, since: now, acknowledgedBy: "", escalation: 0 });
}

function clear(before: Standing, source: string, now: Seconds): Standing {
  if (!before.sources.has(source)) return before;
  const sources = new Set(before.sources);
  sources.delete(source);
  return { ...before, sources, clearSince: sources.size === 0 ? now : undefined };
}

/** Time passes: what has been clear long enough falls, what nobody saw to escalates and ends a pause of the sound. */
export function advance(funnel: Funnel, now: Seconds): Funnel {
  let changed = funnel;
  for (const standing of funnel.standing.values()) {
    const { clearSince } = standing;
    if (clearSince !== undefined && now - clearSince >= FALLS_AFTER) {
      const rest = new Map(changed.standing);
      rest.delete(standing.alarm);
      changed = { ...changed, standing: rest };
      continue;
    }
    const escalation = escalationOf(standing, now);
    if (escalation > standing.escalation) changed = withAlarm(aloud(changed), { ...standing, escalation });
  }
  return changed;
}

function escalationOf({ acknowledgedBy, escalation, since }: Standing, now: Seconds): number {
  if (acknowledgedBy !== "") return escalation;
  return ESCALATES_AFTER.filter((after) => !(now - since < after)).length;
}

/** Somebody has seen to an alarm, or to all for an empty key. The cause stays what it is. Undefined: nothing stood there. */
export function acknowledge(funnel: Funnel, alarm: string, operator: string): Funnel | undefined {
  const meant = [...funnel.standing.values()].filter(
    (standing) => standing.acknowledgedBy === "" && (alarm === "" || standing.alarm === alarm),
  );
  if (meant.length === 0) return undefined;
  return meant.reduce(
    (changed, standing) => withAlarm(changed, { ...standing, acknowledgedBy: operator }),
    funnel,
  );
}

export const pauseAudio = (funnel: Funnel, now: Seconds): Funnel => ({
  ...funnel,
  pausedUntil: seconds(now + AUDIO_PAUSE),
});
export const resumeAudio = aloud;

/** How long the sound is paused still; 0 when it is not. */
export const pausedFor = ({ pausedUntil }: Funnel, now: Seconds): Seconds =>
  seconds(Math.max(0, pausedUntil - now));

/** Worst first, then the oldest. */
export const inOrder = ({ standing }: Funnel): readonly Standing[] =>
  [...standing.values()].toSorted((a, b) => b.priority - a.priority || a.since - b.since);
