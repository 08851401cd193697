// What ros2_control's manager is asked next, so that drives are held by brakes or made ready as the control group says. Pure.
import { milliseconds, seconds, type Seconds } from "../../core/units.ts";

/** The controllers that move the robot, by their names in dolbom_bringup's config/ros2_control.yaml. */
export const MOVERS: readonly string[] = ["base_controller", "joint_controller"];
/** A controller that somebody else has stopped is noticed within this [D]: before a deviation shows (SR-56). */
const LIST_EVERY = milliseconds(200);
/** The same while drives are made ready, for which the gate waits 0.2 s. */
const LOOK_EVERY = milliseconds(20);
/** A list that is older says nothing, and an answer that has not come by then is not waited for [D]. */
const PATIENCE = seconds(1);
/** What failed is asked again after this [D]. */
const AGAIN = milliseconds(200);
/** Drives that are not ready by then are left alone until brakes are set and opened anew, by a person who looks [D]. */
const READY_WITHIN = seconds(1);

export type Act =
  | { readonly kind: "switch"; readonly on: boolean; readonly controllers: readonly string[] }
  | { readonly kind: "power"; readonly on: boolean; readonly component: string };

type States = Readonly<Record<string, string>>;
/** The states of its controllers and of the hardware's components. */
export interface Lists {
  readonly controllers: States;
  readonly hardware: States;
}

/** unknown: nothing was commanded yet. opening: they are made ready. open: that is over, well or not. */
type Phase = "unknown" | "braking" | "opening" | "open";
export interface Manager {
  readonly phase: Phase;
  /** when braking or opening began */
  readonly since: Seconds;
  /** components of the hardware that are led to power and from it, by their names in the URDF */
  readonly components: readonly string[];
  /** what it listed last, and when that was asked for */
  readonly listed: (Lists & { readonly askedAt: Seconds }) | undefined;
  /** when a list was asked for last, and whether it has come */
  readonly asked: { readonly at: Seconds; readonly open: boolean };
  readonly act: { readonly what: Act; readonly at: Seconds } | undefined;
  /** when an act was answered last: what was listed before tells nothing of it */
  readonly actedAt: Seconds;
  /** of this phase: when the manager said last that it has switched, which components were led, what failed, when to ask again */
  readonly switchedAt: Seconds;
  readonly led: readonly string[];
  readonly failures: number;
  readonly againAt: Seconds;
  /** what the manager said of its last refusal, in words; empty when it did as it was asked */
  readonly trouble: string;
}
const NEVER = seconds(-Infinity);
const FRESH = {
  act: undefined,
  actedAt: NEVER,
  switchedAt: NEVER,
  led: [],
  failures: 0,
  againAt: NEVER,
  trouble: "",
};
export const UNKNOWN: Manager = {
  phase: "unknown",
  since: NEVER,
  components: [],
  listed: undefined,
  asked: { at: NEVER, open: false },
  ...FRESH,
};

/** From now on this is wanted. An act that was for the contrary is not waited for: brakes never wait. */
export function want(now: Seconds, before: Manager, braked: boolean): Manager {
  const isWanted = braked
    ? before.phase === "braking"
    : before.phase === "opening" || before.phase === "open";
  return isWanted ? before : { ...before, ...FRESH, phase: braked ? "braking" : "opening", since: now };
}

/** What of the drives is not listed as active. A controller goes on being active where its hardware loses its power. */
export const idleOf = ({ listed, components }: Manager): readonly string[] => [
  ...MOVERS.filter((name) => listed?.controllers[name] !== "active"),
  ...components.filter((name) => listed?.hardware[name] !== "active"),
];

/** Each controller that moves the robot, and its hardware, is known to be active: what is said to them is followed. */
export const areActive = (now: Seconds, manager: Manager): boolean =>
  manager.listed !== undefined && now - manager.listed.askedAt <= PATIENCE && idleOf(manager).length === 0;

/** Whether drives have what they need to follow; true too while nobody expects them to. */
export const isPowered = (now: Seconds, manager: Manager): boolean =>
  manager.phase !== "open" || areActive(now, manager);

/** The list tells of what was done since: nothing is under way, and it was asked for after the last answer. */
const isSettled = ({ listed, since, act, actedAt }: Manager): boolean =>
  act === undefined && listed !== undefined && listed.askedAt >= since && listed.askedAt > actedAt;

/** A component that is not listed is not known to be without power. */
const isLed = (on: boolean, state: string | undefined): boolean =>
  state !== undefined && (state === "active") === on;

/** What of this phase is not known to be done, in the order in which it is. */
function pendingOf(manager: Manager): readonly Act[] {
  const on = manager.phase === "opening";
  const { listed, led, switchedAt } = manager;
  const isKnown = isSettled(manager);
  const controllers = MOVERS.filter((name) =>
    isKnown ? (listed?.controllers[name] === "active") !== on : switchedAt === NEVER,
  );
  const switching: readonly Act[] = controllers.length === 0 ? [] : [{ kind: "switch", on, controllers }];
  const powering = manager.components
    .filter((name) => (isKnown ? !isLed(on, listed?.hardware[name]) : !led.includes(name)))
    .map((component): Act => ({ kind: "power", on, component }));
  return on ? [...powering, ...switching] : [...switching, ...powering];
}

/** What to ask now: a list, an act, both, or nothing; `components` of the hardware are led to power and from it. */
export function next(
  now: Seconds,
  before: Manager,
  components: readonly string[] = [],
): { readonly manager: Manager; readonly list: boolean; readonly act: Act | undefined } {
  const manager = looked(now, { ...before, components });
  const act = actOf(now, manager);
  const { asked } = manager;
  const isDue =
    now - asked.at >= (manager.phase === "opening" ? LOOK_EVERY : LIST_EVERY) ||
    (manager.actedAt >= asked.at && now > asked.at);
  const list = isDue && !(asked.open && now - asked.at <= PATIENCE);
  return {
    manager: {
      ...manager,
      act: act === undefined ? manager.act : { what: act, at: now },
      asked: list ? { at: now, open: true } : asked,
    },
    list,
    act,
  };
}

/** Opening is over when all is done, or has taken too long. */
function looked(now: Seconds, manager: Manager): Manager {
  if (manager.phase !== "opening") return manager;
  const isDone = isSettled(manager) && pendingOf(manager).length === 0;
  return isDone || !(now - manager.since <= READY_WITHIN)
    ? { ...manager, phase: "open", act: undefined }
    : manager;
}

/**
 * Of drives that are opened the first that is pending; of those that are braked each in turn, so that no failure stops the rest.
 * A manager that says that it has done so and lists that it has not is asked again, in time.
 */
function actOf(now: Seconds, manager: Manager): Act | undefined {
  const { phase, act, againAt, failures, switchedAt, led, actedAt } = manager;
  if (phase === "unknown" || phase === "open" || now < againAt) return undefined;
  if (act !== undefined && now - act.at <= PATIENCE) return undefined;
  const pending = pendingOf(manager).filter((one) =>
    one.kind === "power"
      ? !(led.includes(one.component) && now - actedAt < AGAIN)
      : !(now - switchedAt < AGAIN),
  );
  return pending[phase === "braking" ? failures % Math.max(1, pending.length) : 0];
}

/** The manager's lists have come, or undefined when it gave not both. */
export const listCame = (manager: Manager, lists: Lists | undefined): Manager => {
  const asked = { ...manager.asked, open: false };
  return lists === undefined
    ? { ...manager, asked }
    : { ...manager, asked, listed: { askedAt: asked.at, ...lists } };
};

/** The answer to `what`: `trouble` is empty when it was done. An answer to what is no longer wanted counts for nothing. */
export function actCame(now: Seconds, manager: Manager, what: Act, trouble: string): Manager {
  if (manager.act?.what !== what) return { ...manager, actedAt: now };
  const answered = { ...manager, act: undefined, actedAt: now, trouble };
  if (trouble !== "") return { ...answered, failures: manager.failures + 1, againAt: seconds(now + AGAIN) };
  return what.kind === "switch"
    ? { ...answered, switchedAt: now }
    : { ...answered, led: [...manager.led, what.component] };
}
