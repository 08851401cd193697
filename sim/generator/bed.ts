// The adjustable bed: low chassis, a platform that rises, a back rest that tilts, four side rails that sink.
import { BED } from "./dimensions.ts";
import { BLACK, DARK, LINEN, PILLOW, STEEL, WOOD } from "./colours.ts";
import type { JointDesign, LinkDesign, ModelDesign } from "./design.ts";
import { ball, bar, box, both, type Part } from "./parts.ts";

const MATTRESS = { friction: 0.7, stiffness: 20_000, damping: 1200 };
/** Rubber castors, braked. */
const CASTOR = { friction: 0.9 };
const HALF = { length: BED.length / 2, width: BED.width / 2 };
/** The hinge of the back rest, from the bed's middle. */
const HINGE = BED.back - HALF.length;
const BOARD = 0.03;
const TUBE = 0.0125;

const chassis: LinkDesign = {
  name: "chassis",
  at: [0, 0, 0],
  parts: [
    ...both((side, y) => [
      box(`${side}_bar`, [0, y * 0.3, BED.clearance + 0.025], [1.5, 0.05, 0.05], STEEL, { mass: 9 }),
      ...[1, -1].flatMap((x): Part[] => {
        const name = `${side}_${x > 0 ? "foot" : "head"}`;
        return [
          ball(`${name}_castor`, [x * 0.85, y * 0.36, BED.castor], BED.castor, BLACK, {
            mass: 2,
            surface: CASTOR,
          }),
          box(`${name}_stem`, [x * 0.8, y * 0.33, 0.16], [0.14, 0.12, 0.05], STEEL, { mass: 2 }),
        ];
      }),
    ]),
    ...[1, -1].map((x) =>
      box(`${x > 0 ? "foot" : "head"}_column`, [x * 0.6, 0, BED.clearance + 0.06], [0.16, 0.55, 0.06], DARK, {
        mass: 12,
      }),
    ),
  ],
};

const platform: LinkDesign = {
  name: "platform",
  at: [0, 0, BED.low],
  parts: [
    box("frame", [0, 0, -0.03], [BED.length, BED.width - 0.06, 0.04], STEEL, { mass: 28 }),
    box("head_board", [-HALF.length - BOARD, 0, 0.2], [BOARD, BED.width + 0.04, 0.6], WOOD, { mass: 6 }),
    box("foot_board", [HALF.length + BOARD, 0, 0.12], [BOARD, BED.width + 0.04, 0.4], WOOD, { mass: 4 }),
    box(
      "mattress",
      [(HINGE + HALF.length) / 2, 0, BED.mattress / 2],
      [HALF.length - HINGE, BED.width - 0.02, BED.mattress],
      LINEN,
      { mass: 8, surface: MATTRESS },
    ),
    // telescopes, drawn at their full length: what would be below the floor is hidden by it
    ...[1, -1].map((x) =>
      box(
        `${x > 0 ? "foot" : "head"}_telescope`,
        [x * 0.6, 0, -0.05 - BED.travel / 2],
        [0.1, 0.4, BED.travel],
        STEEL,
        { only: "seen" },
      ),
    ),
    box("blanket", [0.45, 0, BED.mattress + 0.012], [0.95, BED.width - 0.01, 0.024], [0.55, 0.68, 0.72, 1], {
      only: "seen",
    }),
  ],
};

const backRest: LinkDesign = {
  name: "back_rest",
  at: [HINGE, 0, BED.low],
  parts: [
    box("panel", [-BED.back / 2, 0, -0.005], [BED.back, BED.width - 0.1, 0.01], STEEL, { mass: 4 }),
    box("mattress", [-BED.back / 2, 0, BED.mattress / 2], [BED.back, BED.width - 0.02, BED.mattress], LINEN, {
      mass: 5,
      surface: MATTRESS,
    }),
    box("pillow", [0.22 - BED.back, 0, BED.mattress + 0.045], [0.36, 0.56, 0.09], PILLOW, { only: "seen" }),
  ],
};

/** Each side has a rail at the head and one at the foot, as near to the boards and to each other as IEC 60601-2-52 asks. */
const RAIL = (BED.length + BOARD - 3 * BED.railApart) / 2;
const RAIL_MIDDLE = (RAIL + BED.railApart) / 2;

function rail(side: "left" | "right", y: 1 | -1, end: "head" | "foot"): LinkDesign {
  const top = BED.mattress + BED.railAbove;
  const half = RAIL / 2;
  const levels = [top - 2 * BED.railGap, top - BED.railGap, top].map((z) => z - TUBE);
  return {
    name: `${side}_${end}_rail`,
    at: [(end === "foot" ? 1 : -1) * RAIL_MIDDLE, y * (HALF.width + 0.03), BED.low],
    parts: [
      ...levels.map((z, i) => bar(`bar_${i}`, [-half, 0, z], [half, 0, z], TUBE, STEEL, { mass: 0.7 })),
      ...[-1, 1].map((x) =>
        bar(
          x > 0 ? "foot_post" : "head_post",
          [x * (half - TUBE), 0, top - 2 * BED.railGap - 2 * TUBE],
          [x * (half - TUBE), 0, top],
          TUBE,
          STEEL,
          { mass: 0.4 },
        ),
      ),
    ],
  };
}

const rails = both((side, y) => [rail(side, y, "head"), rail(side, y, "foot")]);

/** The height spindles carry platform and load by their own friction, and lift it with as much again. */
const WEIGHT = (BED.load + 90) * 9.81;
const joints: readonly JointDesign[] = [
  {
    name: "height_joint",
    type: "prismatic",
    parent: "chassis",
    child: "platform",
    axis: [0, 0, 1],
    range: [0, BED.travel],
    effort: Math.ceil(2.2 * WEIGHT),
    velocity: 0.02,
    damping: 2000,
    friction: Math.ceil(WEIGHT),
  },
  {
    name: "back_joint",
    type: "revolute",
    parent: "platform",
    child: "back_rest",
    axis: [0, 1, 0],
    range: [0, BED.backRise],
    effort: 1000,
    velocity: 0.05,
    damping: 100,
    friction: 450,
  },
  ...rails.map(({ name }): JointDesign => ({
    name: `${name}_joint`,
    type: "prismatic",
    parent: "platform",
    child: name,
    axis: [0, 0, -1],
    range: [0, BED.railDrop],
    effort: 300,
    velocity: 0.3,
    damping: 20,
    friction: 150,
  })),
];

export const bed: ModelDesign = {
  name: "adjustable_bed",
  about:
    "An electric care bed. Origin on the floor below its middle, x towards the foot end. height_joint 0 is low, " +
    "back_joint 0 is flat, a rail's joint 0 is raised. Spindles and latches hold by their friction.",
  links: [chassis, platform, backRest, ...rails],
  joints,
};
