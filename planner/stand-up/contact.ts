// How the pads find the person: in beneath the armpits, closing until they touch, up until they are felt.
import type { Metres, Newtons } from "../../core/units.ts";
import { dockingOf, driveStraight, type FloorPose } from "../dock.ts";
import { CRADLE, FEEL_SPEED } from "../lift-path.ts";
import { armTravel, PAD, padBelowShoulder, SIDE_ROOM, STANDOFF } from "./aim.ts";
import { ARM_SPEED, arrive, BRAKING, LIFT_SPEED, NEAR, reached, STILL, type Move } from "./moves.ts";
import { TOUCH } from "./timings.ts";

/** [m/s] the pads close this slowly: from it they stop within half a millimetre. */
const CLOSE_SPEED = 0.01;
/** [m] the pads go in this much wider than the chest on each side, for the eyes err by up to 4 cm sideways. */
const WIDE = 0.045;

/**
 * Brings the pads, wide, to below the armpits; drives in beneath them; closes each pad until it feels the chest, so
 * that they find its middle; gives it room again; then raises them until they are felt.
 */
export function contact(dock: FloorPose, shoulder: Metres): Move {
  const stages: readonly Move[] = [enter(dock, shoulder), close(), feel];
  let at = 0;
  return (senses, dt) => {
    const motion = (stages[at] ?? feel)(senses, dt);
    if (motion.done && at < stages.length - 1) {
      at += 1;
      return { ...motion, done: false };
    }
    return motion;
  };
}

/** Wide and low beneath the armpits: lift and arms first, then straight in. */
const enter =
  (dock: FloorPose, shoulder: Metres): Move =>
  (senses) => {
    const lift = shoulder - padBelowShoulder(senses.stature) - CRADLE.entry - PAD.height - senses.lift;
    const wide = armTravel(senses.stature, senses.bodyMass) - WIDE;
    const { remaining } = dockingOf(senses.base, dock);
    const [left, right] = [wide - senses.leftArm, wide - senses.rightArm];
    const placed = reached(lift, left, right);
    const going = placed || remaining < STANDOFF - 2 * NEAR;
    return {
      velocities: {
        ...STILL,
        ...(going ? driveStraight(senses.base, dock) : {}),
        lift: arrive(lift, LIFT_SPEED, BRAKING.lift),
        leftArm: arrive(left, ARM_SPEED, BRAKING.arm),
        rightArm: arrive(right, ARM_SPEED, BRAKING.arm),
      },
      share: 0.7 * (1 - Math.min(1, Math.max(0, remaining) / STANDOFF)),
      done: placed && reached(remaining),
    };
  };

/** Each pad closes until it feels the chest or has gone as far as it may; when both have, both give it room. */
function close(): Move {
  const touched: { left?: Metres; right?: Metres } = {};
  return (senses) => {
    const most = armTravel(senses.stature, senses.bodyMass) + WIDE;
    if (feels(senses.leftSide, senses.leftArm, most)) touched.left ??= senses.leftArm;
    if (feels(senses.rightSide, senses.rightArm, most)) touched.right ??= senses.rightArm;
    const { left, right } = touched;
    if (left === undefined || right === undefined)
      return {
        velocities: { ...STILL, leftArm: closing(left), rightArm: closing(right) },
        share: 0.7,
        done: false,
      };
    const [openLeft, openRight] = [left - SIDE_ROOM - senses.leftArm, right - SIDE_ROOM - senses.rightArm];
    return {
      velocities: {
        ...STILL,
        leftArm: arrive(openLeft, ARM_SPEED, BRAKING.arm),
        rightArm: arrive(openRight, ARM_SPEED, BRAKING.arm),
      },
      share: 0.8,
      done: Math.max(Math.abs(openLeft), Math.abs(openRight)) < SIDE_ROOM / 4,
    };
  };
}

const feels = (side: Newtons, arm: Metres, most: number) => side > TOUCH.sideways || arm >= most;
const closing = (touchedAt: Metres | undefined) => (touchedAt === undefined ? CLOSE_SPEED : 0);

/** Raises the pads until they bear a little. */
const feel: Move = (senses) => {
  const felt = senses.support > TOUCH.upwards;
  return { velocities: { ...STILL, lift: felt ? 0 : FEEL_SPEED }, share: 0.9, done: felt };
};
