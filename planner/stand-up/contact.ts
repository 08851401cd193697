// How the pads find the person: in beneath the armpits, closing until they touch, up until they are felt.
import type { Metres } from "../../core/units.ts";
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
  let [inside, closed] = [false, false];
  const touched: { left?: Metres; right?: Metres } = {};
  return (senses) => {
    const lift = shoulder - padBelowShoulder(senses.stature) - CRADLE.entry - PAD.height - senses.lift;
    const narrow = armTravel(senses.stature, senses.bodyMass);
    const { remaining } = dockingOf(senses.base, dock);
    const [left, right] = [narrow - WIDE - senses.leftArm, narrow - WIDE - senses.rightArm];
    const placed = reached(lift, left, right);
    inside ||= placed && reached(remaining);
    if (!inside) {
      const going = placed || remaining < STANDOFF - 2 * NEAR;
      return {
        velocities: {
          ...(going ? driveStraight(senses.base, dock) : STILL),
          lift: arrive(lift, LIFT_SPEED, BRAKING.lift),
          leftArm: arrive(left, ARM_SPEED, BRAKING.arm),
          rightArm: arrive(right, ARM_SPEED, BRAKING.arm),
        },
        share: 0.7 * (1 - Math.min(1, Math.max(0, remaining) / STANDOFF)),
        done: false,
      };
    }
    const most = narrow + WIDE;
    if (senses.leftSide > TOUCH.sideways || senses.leftArm >= most) touched.left ??= senses.leftArm;
    if (senses.rightSide > TOUCH.sideways || senses.rightArm >= most) touched.right ??= senses.rightArm;
    const { left: leftAt, right: rightAt } = touched;
    if (leftAt === undefined || rightAt === undefined)
      return {
        velocities: {
          ...STILL,
          leftArm: leftAt === undefined ? CLOSE_SPEED : 0,
          rightArm: rightAt === undefined ? CLOSE_SPEED : 0,
        },
        share: 0.7,
        done: false,
      };
    const [openLeft, openRight] = [
      leftAt - SIDE_ROOM - senses.leftArm,
      rightAt - SIDE_ROOM - senses.rightArm,
    ];
    closed ||= Math.abs(openLeft) < SIDE_ROOM / 4 && Math.abs(openRight) < SIDE_ROOM / 4;
    const felt = senses.support > TOUCH.upwards;
    return {
      velocities: {
        ...STILL,
        lift: closed && !felt ? FEEL_SPEED : 0,
        leftArm: closed ? 0 : arrive(openLeft, ARM_SPEED, BRAKING.arm),
        rightArm: closed ? 0 : arrive(openRight, ARM_SPEED, BRAKING.arm),
      },
      share: closed ? 0.9 : 0.7,
      done: closed && felt,
    };
  };
}
