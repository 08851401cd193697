// Who comes while the robot drives up: where they go, how fast and when they come is drawn from the story's seed.
import { between, seeded } from "../../core/seeded.ts";
import { metres } from "../../core/units.ts";
import type { Bystander } from "../../sim/walking/bystanders.ts";
import type { SeatPlot } from "./story.ts";

/** [m] of the ward: from one side wall, and to the other. */
const SIDE = 1.9;
/** [m] beside the knees of who sits (ward.sdf: the chair's middle is at x = -1, y = 0); [s] of the ride: the robot has begun to drive up, and has not got there. */
const VISIT = { x: [-0.5, 0], y: [0.72, 0.9], when: [3, 9] } as const;
/**
 * [m] between the knees and a robot that begins FURTHER back; [s] of the ride at which they are in the middle: a robot that
 * does not stop for them would be there by then, or all but; one that stops when it sees them is not.
 */
const CROSSING = { x: [0.25, 0.35], when: [4.5, 6.2] } as const;
/** [m] that the robot begins further back than its place in the ward, so that there is room to walk through. */
export const FURTHER = 1;
/** [m/s] DOMAIN §2.4 and §1.4: from an old visitor to a care worker in a hurry. */
const SPEED = [0.6, 1.4] as const;

export function passersOf({ passes }: SeatPlot, seed: number): readonly Bystander[] {
  if (passes === undefined) return [];
  const draw = seeded(seed * 7919 + 3);
  const visits = passes === "visits";
  const x = visits ? between(draw, ...VISIT.x) : between(draw, ...CROSSING.x);
  const y = between(draw, ...VISIT.y);
  const side = draw() < 0.5 ? -1 : 1;
  const [stature, speed] = [metres(between(draw, 1.5, 1.8)), between(draw, ...SPEED)];
  return [
    {
      name: "visitor",
      stature,
      speed,
      from: visits ? between(draw, ...VISIT.when) : between(draw, ...CROSSING.when) - SIDE / speed,
      path: [
        [x, side * SIDE],
        [x, visits ? side * y : -side * SIDE],
      ],
    },
  ];
}
