// The armchair and the commode.
import { SEAT } from "./dimensions.ts";
import { BLACK, DARK, FABRIC, STEEL, WHITE, WOOD } from "./colours.ts";
import type { JointDesign, LinkDesign, ModelDesign } from "./design.ts";
import { bar, box, both, drum } from "./parts.ts";

const CUSHION = { friction: 0.7, stiffness: 30_000, damping: 1800 };
const FOOT = { friction: 0.9 };
const half = { depth: SEAT.depth / 2, width: SEAT.width / 2 };
const arm = SEAT.height + SEAT.armRest;

const chairFrame: LinkDesign = {
  name: "frame",
  at: [0, 0, 0],
  parts: [
    box("seat", [0, 0, SEAT.height - 0.04], [SEAT.depth, SEAT.width, 0.08], FABRIC, {
      mass: 5,
      surface: CUSHION,
    }),
    box("back", [-half.depth - 0.02, 0, SEAT.height + 0.24], [0.05, SEAT.width, 0.44], FABRIC, {
      mass: 4,
      surface: CUSHION,
    }),
    ...both((side, y) => [
      box(`${side}_arm_rest`, [0, y * (half.width + 0.03), arm - 0.015], [SEAT.depth, 0.06, 0.03], WOOD, {
        mass: 0.8,
      }),
      box(
        `${side}_front_leg`,
        [half.depth - 0.03, y * (half.width + 0.03), arm / 2 - 0.015],
        [0.04, 0.04, arm - 0.03],
        WOOD,
        { mass: 1, surface: FOOT },
      ),
      box(
        `${side}_back_leg`,
        [-half.depth - 0.02, y * (half.width + 0.03), arm / 2 - 0.015],
        [0.04, 0.04, arm - 0.03],
        WOOD,
        { mass: 1, surface: FOOT },
      ),
      box(
        `${side}_seat_rail`,
        [0, y * (half.width + 0.01), SEAT.height - 0.06],
        [SEAT.depth, 0.02, 0.06],
        WOOD,
        { mass: 0.4 },
      ),
    ]),
  ],
};

export const armchair: ModelDesign = {
  name: "armchair",
  about:
    "An armchair for the common room. Origin on the floor below the middle of the seat, x the way one faces.",
  links: [chairFrame],
};

/** The seat's opening, m. */
const HOLE = { depth: 0.26, width: 0.22 };
const ring = { depth: (SEAT.depth - HOLE.depth) / 2, width: (SEAT.width - HOLE.width) / 2 };
const TUBE = 0.0125;

const commodeFrame: LinkDesign = {
  name: "frame",
  at: [0, 0, 0],
  parts: [
    ...[1, -1].map((x) =>
      box(
        `seat_${x > 0 ? "front" : "back"}`,
        [(x * (HOLE.depth + ring.depth)) / 2, 0, SEAT.height - 0.02],
        [ring.depth, SEAT.width, 0.04],
        WHITE,
        { mass: 0.7, surface: CUSHION },
      ),
    ),
    box("back", [-half.depth - 0.02, 0, SEAT.height + 0.22], [0.03, SEAT.width, 0.3], FABRIC, {
      mass: 1,
      surface: CUSHION,
    }),
    drum("bucket", [0, 0, SEAT.height - 0.16], [0.12, 0.22], DARK, { mass: 0.8 }),
    ...both((side, y) => [
      box(
        `seat_${side}`,
        [0, (y * (HOLE.width + ring.width)) / 2, SEAT.height - 0.02],
        [HOLE.depth, ring.width, 0.04],
        WHITE,
        { mass: 0.5, surface: CUSHION },
      ),
      bar(
        `${side}_front_leg`,
        [half.depth - 0.02, y * half.width, 0],
        [half.depth - 0.02, y * half.width, SEAT.height - 0.03],
        TUBE,
        STEEL,
        { mass: 0.6, surface: FOOT },
      ),
      bar(
        `${side}_back_leg`,
        [-half.depth - 0.02, y * half.width, 0],
        [-half.depth - 0.02, y * half.width, SEAT.height + 0.38],
        TUBE,
        STEEL,
        { mass: 0.9, surface: FOOT },
      ),
      bar(
        `${side}_rail`,
        [-half.depth - 0.02, y * half.width, 0.15],
        [half.depth - 0.02, y * half.width, 0.15],
        TUBE,
        STEEL,
        { mass: 0.4 },
      ),
    ]),
  ],
};

const armRests = both((side, y): { link: LinkDesign; joint: JointDesign }[] => [
  {
    link: {
      name: `${side}_arm_rest`,
      at: [-half.depth - 0.02, y * (half.width + 0.03), arm - 0.02],
      parts: [box("pad", [SEAT.depth / 2, 0, 0.01], [SEAT.depth - 0.02, 0.045, 0.03], BLACK, { mass: 0.6 })],
    },
    joint: {
      name: `${side}_arm_rest_joint`,
      type: "revolute",
      parent: "frame",
      child: `${side}_arm_rest`,
      axis: [0, -1, 0],
      range: [0, 1.9],
      effort: 30,
      velocity: 2,
      damping: 0.2,
      friction: 3,
    },
  },
]);

export const commode: ModelDesign = {
  name: "commode",
  about:
    "A commode chair for the bedside. Origin on the floor below the middle of the seat, x the way one faces. An arm " +
    "rest's joint turns it up and back, for a transfer from the side.",
  links: [commodeFrame, ...armRests.map(({ link }) => link)],
  joints: armRests.map(({ joint }) => joint),
};
