// One try at standing up: the machine, the move of its phase, and what the machine is told of it.
import { createActor, SimulatedClock } from "xstate";
import { metres, type Metres, type Seconds } from "../../core/units.ts";
import type { FloorPose } from "../dock.ts";
import { backedOff, contactDock, forwardOf, STANDOFF, type Seat } from "./aim.ts";
import { contact } from "./contact.ts";
import { NOTHING, type Facts } from "./facts.ts";
import { standUpMachine } from "./machine.ts";
import { approach, bringBack, lean, letGo, rise, steady, STILL, type Motion, type Move } from "./moves.ts";
import type { SeenPerson, Senses } from "./senses.ts";
import { TIMINGS } from "./timings.ts";

export const PHASES = [
  "approach",
  "ask",
  "contact",
  "lean",
  "lift",
  "stabilise",
  "release",
  "withdraw",
  "let_go",
] as const;
export type Phase = (typeof PHASES)[number];
export type End = "stood" | "refused" | "not_ready" | "canceled" | "lowered";
export type Where = Phase | "paused" | End;

/** [1] of the hips' standing height at which somebody counts as risen, and below which they are sinking. */
const UPRIGHT = 0.9;
/** Hip joints above the floor when upright, of stature (Drillis & Contini: ankle, shank and thigh). */
const HIP_HEIGHT = 0.53;
/** [rad] more sideways tilt than this is swaying. */
const SWAYING = 0.14;
/** [m] hips this little above where they were seen on the seat are on it again. */
const ON_SEAT = 0.05;

export interface Run {
  readonly where: () => Where;
  readonly share: () => number;
  /** One step of the task: what robot and pads should do now. */
  step(now: Seconds, dt: Seconds, senses: Senses, held: boolean): Motion["velocities"];
  heard(key: string): void;
  cancel(): void;
}

/** Begins for the person seen on `seat`. `riseTime` lengthens the lift; the lift is never quicker than its limits allow. */
export function beginRun(
  start: Seconds,
  begin: Senses,
  person: SeenPerson,
  seat: Seat,
  riseTime: Seconds,
): Run {
  const clock = new SimulatedClock();
  const actor = createActor(standUpMachine, { clock }).start();
  let seen = person;
  let shoulder = person.shoulder[2];
  let dock = contactDock(person, seat, begin.stature, begin.bodyMass);
  let moving: { phase: Phase; move: Move } | undefined;
  let steadySince = start;
  let lifted = false;
  let share = 0;
  const kept = new Map<Phase, Move>();

  const where = (): Where => {
    const { value } = actor.getSnapshot();
    return typeof value === "string" ? value : value.working;
  };
  /** Follows the person for as long as nobody is touched: a mean over about three seconds. */
  const watch = (senses: Senses, dt: Seconds, phase: Where) => {
    if (senses.person === undefined || (phase !== "approach" && phase !== "ask")) return;
    const weight = Math.min(1, dt / 3);
    const mixed = (a: SeenPerson["hip"], b: SeenPerson["hip"]): SeenPerson["hip"] => [
      a[0] + weight * (b[0] - a[0]),
      a[1] + weight * (b[1] - a[1]),
      a[2] + weight * (b[2] - a[2]),
    ];
    seen = {
      ...senses.person,
      hip: mixed(seen.hip, senses.person.hip),
      shoulder: mixed(seen.shoulder, senses.person.shoulder),
    };
    shoulder = seen.shoulder[2];
    dock = contactDock(seen, seat, begin.stature, begin.bodyMass);
  };
  const moveOf = (phase: Phase, senses: Senses): Move => {
    const make: Readonly<Record<Phase, () => Move>> = {
      approach: () => (now, dt) => approach(backedOff(dock, STANDOFF), wayTo(begin.base, dock))(now, dt),
      ask: () => steady,
      contact: () => contact(dock, metres(shoulder)),
      lean: () => lean(senses),
      lift: () => rise(senses, forwardOf(seen.hip, senses.base, seat), riseTime),
      stabilise: () => steady,
      release: () => letGo(senses),
      withdraw: () => letGo(senses),
      let_go: bringBack,
    };
    // A rise that was interrupted begins anew from where the pads are; what feels its way goes on.
    const known = phase === "lift" ? undefined : kept.get(phase);
    const move = known ?? make[phase]();
    kept.set(phase, move);
    return move;
  };
  /** Remembers since when they stand without swaying, and that they have been lifted. */
  const remember = (now: Seconds, senses: Senses, phase: Where) => {
    const still = Math.abs(senses.person?.tilt ?? NaN) < SWAYING;
    if (phase !== "stabilise" || !still || !isUpright(senses)) steadySince = now;
    lifted ||= phase === "lift";
  };
  const facts = (now: Seconds, senses: Senses, phase: Where, motion: Motion, held: boolean): Facts => {
    const done = (...wanted: readonly Phase[]) => motion.done && !held && wanted.some((one) => one === phase);
    const hips = senses.person?.hip[2] ?? NaN;
    return {
      ...NOTHING,
      held,
      docked: done("approach") && senses.person !== undefined,
      touching: done("contact"),
      leaned: done("lean"),
      risen: done("lift") && isUpright(senses),
      steady: now - steadySince >= TIMINGS.steadyFor && !held,
      clear: done("release", "withdraw", "let_go"),
      seatedAgain: lifted && hips <= seen.hip[2] + ON_SEAT,
    };
  };
  return {
    where,
    share: () => share,
    step(now, dt, senses, held) {
      clock.set(Math.max(clock.now(), (now - start) * 1000));
      const phase = where();
      watch(senses, dt, phase);
      const active = PHASES.find((one) => one === phase);
      if (active !== undefined && moving?.phase !== active)
        moving = { phase: active, move: moveOf(active, senses) };
      if (active === undefined) moving = undefined;
      const motion =
        held || moving === undefined ? { velocities: STILL, share, done: false } : moving.move(senses, dt);
      share = motion.share;
      remember(now, senses, phase);
      if (actor.getSnapshot().status === "active")
        actor.send({ type: "FACTS", facts: facts(now, senses, phase, motion, held) });
      return where() === phase ? motion.velocities : STILL;
    },
    heard: (key) => actor.send({ type: "HEARD", key }),
    cancel: () => actor.send({ type: "CANCEL" }),
  };
}

const wayTo = (from: FloorPose, to: FloorPose): Metres =>
  metres(Math.max(0.1, Math.hypot(to.x - from.x, to.y - from.y)));

/** The person is seen with their hips at standing height. */
const isUpright = (senses: Senses): boolean =>
  (senses.person?.hip[2] ?? NaN) >= UPRIGHT * HIP_HEIGHT * senses.stature;
