// The lease as a table: three people who come and go, ask, take, grant and consent, a task, and hands on the controls.
import {
  authorise,
  isAnsweredOnSite,
  NOBODY,
  type Authority,
  type LeaseAct,
  type Present,
} from "../../core/safety/authority.ts";
import { tabulate, type Automaton } from "./automaton.ts";

/** Kim may come to the bedside, Lee is elsewhere, Park stands beside and commands nothing. */
export const PEOPLE: readonly Present[] = [
  { session: "kim", operator: "Kim", onSite: true, wantsCommand: true },
  { session: "lee", operator: "Lee", onSite: false, wantsCommand: true },
  { session: "park", operator: "Park", onSite: true, wantsCommand: false },
];

/** Who is there, what asks, and who commands. */
export interface Commanding {
  readonly authority: Authority;
  readonly there: readonly string[];
  readonly task: boolean;
  readonly hands: boolean;
}

/** What may happen to those who command, and how it is told in a story. */
interface Happening {
  readonly told: string;
  readonly change?: (before: Commanding) => Partial<Commanding>;
  readonly act?: LeaseAct;
}
/** A happening, and what the supervisor knew when it happened. */
export interface CommandInput {
  readonly happening: Happening;
  readonly loaded: boolean;
  readonly stopped: boolean;
}

const happenings = (people: readonly Present[]): readonly Happening[] => [
  { told: "nothing changes among those who command" },
  ...people.map(({ session, operator, onSite }) => ({
    told: `${operator} (${onSite ? "on site" : "elsewhere"}) comes, or goes or falls silent`,
    change: ({ there }: Commanding) => ({
      there: there.includes(session) ? there.filter((one) => one !== session) : [...there, session],
    }),
  })),
  ...people.flatMap(({ session, operator }) =>
    (["TAKE", "GRANT", "CONSENT"] as const).map((type) => ({
      told: `${operator}: ${type.toLowerCase()}`,
      act: { type, session },
    })),
  ),
  { told: "a task begins or ends", change: ({ task }) => ({ task: !task }) },
  {
    told: "the person in command takes or releases the controls",
    change: ({ hands }) => ({ hands: !hands }),
  },
];

const both = [false, true] as const;

export const presentIn = ({ there }: Commanding): Present[] =>
  there.flatMap((session) => PEOPLE.filter((one) => one.session === session));

function after(before: Commanding, { happening, loaded, stopped }: CommandInput): Commanding {
  const now = { ...before, ...happening.change?.(before) };
  const authority = authorise(before.authority, {
    present: presentIn(now),
    acts: happening.act === undefined ? [] : [happening.act],
    task: now.task ? "planner" : undefined,
    humanInput: now.hands,
    loaded,
    stopped,
  });
  // the epoch only counts: that it counts every change is proven beside it
  return { ...now, authority: { ...authority, epoch: 0 } };
}

const commandKey = ({ authority, there, task, hands }: Commanding): string => {
  const { commander, holder, kind, asking, consenting } = authority;
  return [
    commander?.session,
    commander?.onSite,
    holder,
    kind,
    asking,
    consenting,
    there.join("+"),
    task,
    hands,
  ].join();
};

/** What must hold of every lease. */
export const commandInvariants: Readonly<Record<string, (now: Commanding) => boolean>> = {
  "somebody holds the lease exactly when somebody is in command": ({ authority }) =>
    (authority.holder !== "") === (authority.commander !== undefined),
  "who is in command is there": ({ authority, there }) =>
    authority.commander === undefined || there.includes(authority.commander.session),
  "a task holds the lease only while no hand is on the controls": ({ authority, hands, task }) =>
    authority.holder !== "planner" || (task && !hands),
  "consent is of somebody on site who is there": (now) =>
    now.authority.consenting === undefined ||
    presentIn(now).some((one) => one.onSite && one.session === now.authority.consenting),
  "who asks does not hold": ({ authority }) =>
    authority.asking === undefined || authority.asking !== authority.commander?.session,
};

export const isAnswered = ({ authority }: Commanding): boolean => isAnsweredOnSite(authority);

/** Runs the authority on everything that may happen among these people. */
export const commanding = (people: readonly Present[]): Automaton<Commanding, CommandInput> =>
  tabulate<Commanding, CommandInput>({
    initial: both.map((task) => ({ authority: NOBODY, there: [], task, hands: false })),
    inputs: happenings(people).flatMap((happening) =>
      both.flatMap((loaded) => both.map((stopped) => ({ happening, loaded, stopped }))),
    ),
    next: after,
    key: commandKey,
  });
