// Who comes while the robot drives up: where they stand, how fast and when they come is drawn from the story's seed.
import { between, seeded } from "../../core/seeded.ts";
import { metres } from "../../core/units.ts";
import type { Bystander } from "../../sim/walking/bystanders.ts";
import type { SeatPlot } from "./story.ts";

/** [m] of the ward: beside the knees of who sits (ward.sdf: the chair's middle is at x = -1, y = 0), from the side wall. */
const WHERE = { x: [-0.5, 0], y: [0.72, 0.9], from: 1.9 } as const;
/** [s] of the ride: the robot has begun to drive up, and has not got there. */
const WHEN = [3, 9] as const;
/** [m/s] DOMAIN §2.4 and §1.4: from an old visitor to a care worker in a hurry. */
const SPEED = [0.6, 1.4] as const;

export function passersOf({ visited = false }: SeatPlot, seed: number): readonly Bystander[] {
  if (!visited) return [];
  const draw = seeded(seed * 7919 + 3);
  const [x, y, side] = [between(draw, ...WHERE.x), between(draw, ...WHERE.y), draw() < 0.5 ? -1 : 1];
  return [
    {
      name: "visitor",
      stature: metres(between(draw, 1.5, 1.8)),
      speed: between(draw, ...SPEED),
      from: between(draw, ...WHEN),
      path: [
        [x, side * WHERE.from],
        [x, side * y],
      ],
    },
  ];
}
