// A trial of the supervisor on its own time: what a hand has set, the same compiled supervisor and authority, and what they said.
import { act } from "../../../core/safety/acts.ts";
import {
  authorise,
  isAnsweredOnSite,
  NOBODY,
  whyNoLeaseAct,
  type Authority,
  type LeaseAct,
  type Present,
} from "../../../core/safety/authority.ts";
import type { Observations } from "../../../core/safety/observations.ts";
import type { Rule } from "../../../core/safety/rule.ts";
import {
  bootSupervisor,
  isLatched,
  step,
  type Supervisor,
  type Wishes,
} from "../../../core/safety/supervisor.ts";
import { verdictOf, type Verdict } from "../../../core/safety/verdict.ts";
import type { Reason } from "../../../core/safety/texts.ts";
import { milliseconds, seconds, type Seconds } from "../../../core/units.ts";
import type { Key } from "./conditions.ts";

/** The finest step of a trial's time. */
export const TICK = milliseconds(10);
/** The source that asks for motion where a care task is at work. */
const TASK = "planner";

/** What besides the observations is set by hand. */
type Wish = Exclude<keyof Wishes, "seen">;

/** A change of what the robot may do. */
export interface Turn {
  readonly at: Seconds;
  readonly motion: Verdict["motion"];
  readonly demand: Verdict["demand"];
  readonly reasons: readonly Reason[];
}

export interface Trial {
  readonly table: readonly Rule[];
  readonly now: Seconds;
  readonly set: Observations;
  /** sources that fell silent, and when: their age grows */
  readonly silentSince: ReadonlyMap<Key, Seconds>;
  readonly wishes: Omit<Wishes, "seen">;
  /** people at their pages, in the order in which they came */
  readonly present: readonly Present[];
  readonly authority: Authority;
  readonly supervisor: Supervisor;
  readonly verdict: Verdict;
  /** since when each broken rule is */
  readonly since: ReadonlyMap<Rule, Seconds>;
  /** newest first */
  readonly turns: readonly Turn[];
  /** why the last act had no effect */
  readonly refused: Reason | undefined;
}

/** Switched on now, nothing looked at yet; `latched`: a stop waited for its reset when it was switched off. */
export function switchOn(
  table: readonly Rule[],
  given: Pick<Trial, "set" | "present"> & { readonly latched: boolean },
): Trial {
  const supervisor = bootSupervisor(table, given.latched);
  return look({
    table,
    now: seconds(0),
    set: given.set,
    silentSince: new Map(),
    wishes: { wanted: false, held: false, wayBack: false, lowered: false },
    present: given.present,
    authority: NOBODY,
    supervisor,
    verdict: verdictOf(supervisor),
    since: new Map(),
    turns: [],
    refused: undefined,
  });
}

/** What the rules see now: ages of silent sources have grown, and what follows from who commands is as they have it. */
export function seenNow({ set, silentSince, now, authority }: Trial): Observations {
  const grown = [...silentSince].map(([key, since]) => [key, seconds(now - since)]);
  const command =
    authority.commander === undefined ? { linkAge: seconds(Infinity), roundTrip: seconds(Infinity) } : {};
  return {
    ...set,
    ...Object.fromEntries(grown),
    ...command,
    unansweredOnSite: !isAnsweredOnSite(authority),
  };
}

/** One look at the present moment after what people did; no time passes. */
function look(
  trial: Trial,
  { before = trial.supervisor, acts = [] }: { before?: Supervisor; acts?: readonly LeaseAct[] } = {},
): Trial {
  const { wishes, set } = trial;
  const authority = authorise(trial.authority, {
    present: trial.present,
    acts,
    task: set.taskActive ? TASK : undefined,
    humanInput: wishes.held,
    loaded: before.snapshot.context.judged.load !== "none",
    stopped: isLatched(before),
  });
  const supervisor = step(
    trial.now,
    before,
    { ...wishes, seen: seenNow({ ...trial, authority }) },
    trial.table,
  );
  const verdict = isSaid(trial.supervisor, supervisor) ? trial.verdict : verdictOf(supervisor);
  const follows = verdict.motion === "ready" || verdict.motion === "moving";
  return {
    ...trial,
    authority,
    supervisor,
    verdict,
    // the gate lets nobody through who may not be followed, and whoever asked must ask anew (SR-23)
    wishes: follows ? wishes : { ...wishes, wanted: false },
    since: sinceWhen(trial, supervisor.broken),
    turns: verdict === trial.verdict ? trial.turns : withTurn(trial.turns, { ...verdict, at: trial.now }),
  };
}

/** Nothing that a verdict is made of has changed. */
const isSaid = (before: Supervisor, now: Supervisor) =>
  now.snapshot === before.snapshot && now.broken === before.broken && now.lowered === before.lowered;

const sinceWhen = ({ supervisor, since, now }: Trial, broken: readonly Rule[]): Trial["since"] =>
  broken === supervisor.broken ? since : new Map(broken.map((rule) => [rule, since.get(rule) ?? now]));

/** The turns that are kept. */
const KEPT = 12;

function withTurn(turns: readonly Turn[], { at, motion, demand, reasons }: Turn): readonly Turn[] {
  const [last] = turns;
  const isSame =
    last?.motion === motion && last.demand === demand && last.reasons.join(" ") === reasons.join(" ");
  return isSame ? turns : [{ at, motion, demand, reasons }, ...turns].slice(0, KEPT);
}

/** Lets time pass, tick by tick. */
export function pass(trial: Trial, by: Seconds): Trial {
  const begun = trial.now;
  const ticks = Math.round(by / TICK);
  let after = trial;
  for (let tick = 1; tick <= ticks; tick += 1) after = look({ ...after, now: seconds(begun + tick * TICK) });
  return after;
}

const anew = (trial: Trial, change: Partial<Trial>) => look({ ...trial, refused: undefined, ...change });

/** Sets an observation to a value, once and for all. */
export function setSeen<K extends Key>(trial: Trial, key: K, value: Observations[K]): Trial {
  const silentSince = new Map(trial.silentSince);
  silentSince.delete(key);
  return anew(trial, { set: { ...trial.set, [key]: value }, silentSince });
}

/** From now on the source says nothing more: the age that `key` tells grows. */
export const fallSilent = (trial: Trial, key: Key): Trial =>
  anew(trial, { silentSince: new Map(trial.silentSince).set(key, trial.now) });

export const setWish = (trial: Trial, wish: Wish, on: boolean): Trial =>
  anew(trial, { wishes: { ...trial.wishes, [wish]: on } });

/** Somebody comes to their page, or leaves it. */
export function setPresent(trial: Trial, person: Present, here: boolean): Trial {
  const others = trial.present.filter(({ session }) => session !== person.session);
  return anew(trial, { present: here ? [...others, person] : others });
}

/** A deliberate act (an `OperatorAct_Request` constant). It is on site when somebody is. */
export function press(trial: Trial, code: number): Trial {
  const onSite = trial.present.some((person) => person.onSite);
  const { supervisor, refused } = act(trial.supervisor, code, onSite);
  return look({ ...trial, refused }, { before: supervisor });
}

/** An act upon the lease. Who asks for what another holds is heard and waits. */
export function ask(trial: Trial, leaseAct: LeaseAct): Trial {
  const loaded = trial.verdict.load !== "none";
  const refused = whyNoLeaseAct(leaseAct, trial.authority, { present: trial.present, loaded });
  const isHeard = refused === undefined || refused === "reason.asked";
  return look({ ...trial, refused }, { acts: isHeard ? [leaseAct] : [] });
}
