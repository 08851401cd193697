// How far each axis of the transfer robot may go: the joint ranges of its model, and the room that is left within them.
import { metres } from "../units.ts";
import { AXES, JOINTS } from "./limits.ts";

/** sim/models/transfer-robot.sdf, `<limit>` of each joint; a test holds them together. m */
export const RANGES: Readonly<
  Record<(typeof JOINTS)[number], { readonly lower: number; readonly upper: number }>
> = {
  lift_joint: { lower: metres(0), upper: metres(0.8) },
  left_arm_joint: { lower: metres(0), upper: metres(0.16) },
  right_arm_joint: { lower: metres(0), upper: metres(0.16) },
};

/** How far each of `AXES` may still go, m: beyond its end a joint has less than none. The base has no end. */
export interface Room {
  readonly up: readonly number[];
  readonly down: readonly number[];
}

const BASE_AXES = AXES.length - JOINTS.length;
const ENDLESS = Array.from({ length: BASE_AXES }, () => Infinity);
const LOWER = JOINTS.map((joint) => RANGES[joint].lower);
const UPPER = JOINTS.map((joint) => RANGES[joint].upper);

/** The base is free and no joint may move: what is left when nobody knows where the joints are. */
export const NO_ROOM: Room = {
  up: [...ENDLESS, ...JOINTS.map(() => 0)],
  down: [...ENDLESS, ...JOINTS.map(() => 0)],
};

/** The room at these joint positions, in the order of `JOINTS`; none for a position that is not a number. */
export function roomAt(positions: readonly number[]): Room {
  const [up, down] = [[...ENDLESS], [...ENDLESS]];
  for (let joint = 0; joint < JOINTS.length; joint += 1) {
    const position = positions[joint] ?? NaN;
    const known = Number.isFinite(position);
    up.push(known ? (UPPER[joint] ?? 0) - position : 0);
    down.push(known ? position - (LOWER[joint] ?? 0) : 0);
  }
  return { up, down };
}
