// The wheelchair: frame, wheels with brakes, castors that swivel, arm rests that flip back, leg rests that swing away.
import { WHEELCHAIR as W } from "./dimensions.ts";
import { BLACK, FABRIC, STEEL } from "./colours.ts";
import type { LinkDesign, ModelDesign } from "./design.ts";
import { bar, box, both } from "./parts.ts";
import { BACK, FRONT, movingParts, side, TUBE } from "./wheelchair-sides.ts";

const CUSHION = { friction: 0.7, stiffness: 25_000, damping: 1500 };

const frame: LinkDesign = {
  name: "frame",
  at: [0, 0, 0],
  parts: [
    box("seat", [BACK + W.seatDepth / 2, 0, W.seatHeight - 0.025], [W.seatDepth, W.seatWidth, 0.05], FABRIC, {
      mass: 2,
      surface: CUSHION,
    }),
    box(
      "back",
      [BACK - 0.02, 0, W.seatHeight + W.backHeight / 2],
      [0.03, W.seatWidth, W.backHeight],
      FABRIC,
      { mass: 1, surface: CUSHION },
    ),
    bar("cross_rising", [0.1, -side, 0.2], [0.1, side, W.seatHeight - 0.06], TUBE, STEEL, { mass: 0.8 }),
    bar("cross_falling", [0.13, side, 0.2], [0.13, -side, W.seatHeight - 0.06], TUBE, STEEL, { mass: 0.8 }),
    bar("axle", [0, -W.track / 2, W.wheel], [0, W.track / 2, W.wheel], TUBE, STEEL, {
      mass: 0.6,
      only: "seen",
    }),
    ...both((name, y) => [
      bar(
        `${name}_back_post`,
        [BACK - 0.04, y * side, 0.2],
        [BACK - 0.04, y * side, W.handles],
        TUBE,
        STEEL,
        { mass: 1 },
      ),
      bar(
        `${name}_push_handle`,
        [BACK - 0.16, y * side, W.handles],
        [BACK - 0.03, y * side, W.handles],
        0.016,
        BLACK,
        { mass: 0.2 },
      ),
      bar(
        `${name}_brake_lever`,
        [0.25, y * (side + 0.04), 0.42],
        [0.33, y * (side + 0.04), 0.58],
        0.009,
        BLACK,
        { only: "seen" },
      ),
      bar(
        `${name}_seat_rail`,
        [BACK - 0.04, y * side, W.seatHeight - 0.06],
        [FRONT, y * side, W.seatHeight - 0.06],
        TUBE,
        STEEL,
        { mass: 0.8 },
      ),
      bar(`${name}_lower_rail`, [BACK - 0.04, y * side, 0.2], [W.wheelbase, y * side, 0.2], TUBE, STEEL, {
        mass: 0.8,
      }),
      bar(`${name}_front_post`, [FRONT, y * side, 0.2], [FRONT, y * side, W.seatHeight - 0.05], TUBE, STEEL, {
        mass: 0.6,
      }),
    ]),
  ],
};

export const wheelchair: ModelDesign = {
  name: "wheelchair",
  about:
    "A wheelchair. Origin on the floor below the axle of the large wheels, x the way one faces. The wheels' friction is " +
    "that of the set brakes; the simulator opens them. An arm rest's joint turns it back, a leg rest's joint swings it out.",
  links: [frame, ...movingParts.map(({ link }) => link)],
  joints: movingParts.map(({ joint }) => joint),
};
