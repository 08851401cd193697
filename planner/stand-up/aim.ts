// Where the robot has to stand and its pads have to be for this person on this seat.
import type { Vec3 } from "../../core/frames.ts";
import { metres, type Metres } from "../../core/units.ts";
import { wrapped, type FloorPose } from "../dock.ts";
import { CRADLE } from "../lift-path.ts";
import type { SeenPerson } from "./senses.ts";

/** A place where somebody can sit, as the site's map has it: its middle on the floor, yaw the way one faces. */
export type Seat = FloorPose;

/** From sim/models/transfer-robot.sdf: pad height at lift zero, its radius, and off the middle with open arms. */
export const PAD = { height: metres(0.7), radius: metres(0.03), openAt: metres(0.26) } as const;

/** Room kept between the pads and the person until they have said yes. */
export const STANDOFF = metres(0.34);
/** From the shoulder joint down to the armpit, as a share of stature: half the depth of the shoulder's muscles [D]. */
const ARMPIT = 0.026;
/** Half the breadth of the chest, as a share of stature, at a body mass index of 23 [D]. */
const CHEST = 0.065;
const MEAN_INDEX = 23;
/** Room between pad and chest on each side. */
export const SIDE_ROOM = metres(0.012);

/**
 * How far behind the hips the cradle's middle belongs, m: less the stouter the person, for the cradle does not grow with
 * them. Stoutness is √(kg/m), 5.5 for 47 kg at 1.55 m and 6.9 for 78 kg at 1.65 m. A rise goes well from 0.5 to 2.6 cm
 * behind for slight people and from 1.5 cm before to 1 cm behind for stout ones [measured on 20 residents]; further behind
 * the shoulder slips over the rest, further before it jams on the hook.
 */
const BEHIND = { each: 0.032, none: 6.36 } as const;
const behindHips = (stature: Metres, bodyMass: number) =>
  BEHIND.each * (BEHIND.none - Math.sqrt(bodyMass / stature));

/** The base pose in which the pads lie under the armpits of somebody at `person` on `seat`. */
export function contactDock(person: SeenPerson, seat: Seat, stature: Metres, bodyMass: number): FloorPose {
  const [c, s] = [Math.cos(seat.yaw), Math.sin(seat.yaw)];
  const [hipX, hipY] = [person.hip[0] - seat.x, person.hip[1] - seat.y];
  const forward = c * hipX + s * hipY - behindHips(stature, bodyMass) + CRADLE.reach;
  const across = -s * hipX + c * hipY;
  return {
    x: metres(seat.x + c * forward - s * across),
    y: metres(seat.y + s * forward + c * across),
    yaw: wrapped(seat.yaw + Math.PI),
  };
}

/** The same, further back by `by`. */
export const backedOff = (dock: FloorPose, by: Metres): FloorPose => ({
  x: metres(dock.x - Math.cos(dock.yaw) * by),
  y: metres(dock.y - Math.sin(dock.yaw) * by),
  yaw: dock.yaw,
});

/** From the shoulder joint down to the axis of a pad that just touches the armpit. */
export const padBelowShoulder = (stature: Metres): Metres => metres(ARMPIT * stature + PAD.radius);

/** Travel of each arm at which its pad lies beside the chest without pressing. */
export function armTravel(stature: Metres, bodyMass: number): Metres {
  const breadth = CHEST * Math.sqrt(bodyMass / stature ** 2 / MEAN_INDEX) * stature;
  return metres(Math.max(0, PAD.openAt - breadth - PAD.radius - SIDE_ROOM));
}

/** How far the cradle's middle lies forward of a point on the seat, along the way one faces there. */
export function forwardOf(point: Vec3, base: FloorPose, seat: Seat): Metres {
  const [c, s] = [Math.cos(seat.yaw), Math.sin(seat.yaw)];
  const cradle = [
    base.x + CRADLE.reach * Math.cos(base.yaw),
    base.y + CRADLE.reach * Math.sin(base.yaw),
  ] as const;
  return metres(c * (cradle[0] - point[0]) + s * (cradle[1] - point[1]));
}
