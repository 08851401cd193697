// The baseline's plan: the nominal way of standing somebody up, as stages of fixed length that follow positions alone.
import { TaskState } from "../../../core/messages.ts";
import { metres, radians, type Metres, type Seconds } from "../../../core/units.ts";
import { dockingOf, DOCK_LIMITS, driveStraight, driveToDock, type FloorPose } from "../../../planner/dock.ts";
import { CRADLE, FEEL_SPEED, leanPath, risePath, type PadPath } from "../../../planner/lift-path.ts";
import {
  armTravel,
  backedOff,
  contactDock,
  forwardOf,
  PAD,
  padBelowShoulder,
  STANDOFF,
  type Seat,
} from "../../../planner/stand-up/aim.ts";
import {
  ARM_SPEED,
  arrive,
  BRAKING,
  LIFT_SPEED,
  STILL,
  type Velocities,
} from "../../../planner/stand-up/moves.ts";
import type { SeenPerson, Senses } from "../../../planner/stand-up/senses.ts";

/** Where the robot is by its own encoders: all that this baseline feels. */
type Place = Pick<Senses, "base" | "lift" | "leftArm" | "rightArm">;
/** Wanted velocities `time` after the stage began; it began at the place it was made for. */
type Follow = (time: number, place: Place) => Velocities;
export interface Stage {
  readonly phase: number;
  /** Said when it begins, whether anybody listens or not. */
  readonly says?: string;
  /** [s] */
  readonly lasts: number;
  readonly begin: (place: Place) => Follow;
}

/** [s] for the last centimetres of a move, and for standing still. */
const SETTLES = 3;
const ANNOUNCES = 3;
/** The pads go in this much wider than the chest, as our own do. */
const WIDE = 0.045;
/** [m] and [m/s]: down out of the armpits, and away. */
const LEAVES = { down: 0.1, sinks: 0.03, back: 0.6, drives: 0.1 } as const;
/** [1/s] of a position error as speed, and the largest speed of the base with a person. */
const FOLLOWS = 1.5;
const RETREATS = 0.1;

const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value));

/** The whole plan, made once from where the person was seen at first. */
export function planOf(
  start: Place,
  person: SeenPerson,
  seat: Seat,
  who: { readonly stature: Metres; readonly bodyMass: number },
): readonly Stage[] {
  const dock = contactDock(person, seat, who.stature, who.bodyMass);
  const standoff = backedOff(dock, STANDOFF);
  const way = Math.hypot(start.base.x - standoff.x, start.base.y - standoff.y);
  const arms = armTravel(who.stature, who.bodyMass);
  const under = person.shoulder[2] - padBelowShoulder(who.stature) - CRADLE.entry - PAD.height;
  const rise = (place: Place) =>
    risePath({
      stature: who.stature,
      padHeight: metres(PAD.height + place.lift),
      forwardOfHips: forwardOf(person.hip, place.base, seat),
      wanted: 0 as Seconds,
    });
  // its length is planned before anybody is touched: from the bearing height after the lean
  const lean = leanPath(who.stature, radians(0));
  const leant: Place = { ...start, base: dock, lift: metres(under + CRADLE.entry + lean.at(1).up) };
  const contact = TaskState.CONTACT;
  return [
    {
      phase: TaskState.APPROACH,
      says: "say.coming",
      lasts: way / DOCK_LIMITS.approachSpeed + 2 * SETTLES,
      begin:
        () =>
        (_, { base }) => ({ ...STILL, ...driveToDock(base, standoff) }),
    },
    { phase: TaskState.ASK, says: "say.ask", lasts: ANNOUNCES, begin: () => () => STILL },
    {
      phase: contact,
      says: "say.contact",
      lasts: Math.abs(under - start.lift) / LIFT_SPEED + 2 * SETTLES,
      begin: () => (_, place) => pads(place, under, arms - WIDE),
    },
    {
      phase: contact,
      lasts: STANDOFF / DOCK_LIMITS.lastSpeed + SETTLES,
      begin: () => (_, place) => ({ ...pads(place, under, arms - WIDE), ...driveStraight(place.base, dock) }),
    },
    { phase: contact, lasts: SETTLES, begin: () => (_, place) => pads(place, under, arms) },
    {
      phase: contact,
      lasts: CRADLE.entry / FEEL_SPEED + 1,
      begin: (from) => (time, place) =>
        pads(place, Math.min(under + CRADLE.entry, from.lift + FEEL_SPEED * time), arms),
    },
    {
      phase: TaskState.LEAN,
      says: "say.lean_forward",
      lasts: lean.duration,
      begin: (from) => along(lean, from),
    },
    {
      phase: TaskState.LIFT,
      says: "say.stand_up",
      lasts: rise(leant).duration + SETTLES,
      begin: (from) => along(rise(from), from),
    },
    { phase: TaskState.STABILISE, says: "say.stand_still", lasts: ANNOUNCES, begin: () => () => STILL },
    {
      phase: TaskState.RELEASE,
      says: "say.release",
      lasts: LEAVES.down / LEAVES.sinks + 1,
      begin: (from) => (_, place) => ({
        ...STILL,
        lift: Math.max(-LEAVES.sinks, arrive(from.lift - LEAVES.down - place.lift, LIFT_SPEED, BRAKING.lift)),
      }),
    },
    {
      phase: TaskState.RELEASE,
      lasts: LEAVES.back / LEAVES.drives + SETTLES,
      begin:
        (from) =>
        (_, { base }) => ({
          ...STILL,
          linear: clamp(dockingOf(base, backedOff(from.base, metres(LEAVES.back))).remaining, LEAVES.drives),
        }),
    },
  ];
}

const pads = (place: Place, lift: number, arms: number): Velocities => ({
  ...STILL,
  lift: arrive(lift - place.lift, LIFT_SPEED, BRAKING.lift),
  leftArm: arrive(arms - place.leftArm, ARM_SPEED, BRAKING.arm),
  rightArm: arrive(arms - place.rightArm, ARM_SPEED, BRAKING.arm),
});

/** Along a path of the pads by the clock: it waits for nobody. */
function along(path: PadPath, from: Place): Follow {
  return (time, place) => {
    const aim = path.at(time / path.duration);
    const [dx, dy] = [place.base.x - from.base.x, place.base.y - from.base.y];
    const back = aim.back - wentBack(from.base, dx, dy);
    return {
      ...STILL,
      linear: clamp(-1 * aim.backRate - FOLLOWS * back, RETREATS),
      lift: clamp(aim.upRate + FOLLOWS * (from.lift + aim.up - place.lift), LIFT_SPEED),
    };
  };
}

const wentBack = ({ yaw }: FloorPose, dx: number, dy: number) => -Math.cos(yaw) * dx - Math.sin(yaw) * dy;
