// A sliding door that hangs on a rail beside its opening.
import { WARD } from "./dimensions.ts";
import { GLASS, STEEL, WOOD } from "./colours.ts";
import type { ModelDesign } from "./design.ts";
import { bar, box } from "./parts.ts";

/** How far the leaf overlaps the wall on either side, and its thickness; m [D]. */
const LAP = 0.05;
const LEAF = 0.04;
/** A leaf on rollers of about 25 kg moves at a push of 10 N: light enough for a resident (Law A asks for a light one). */
const PUSH = 10;

export function slidingDoor(name: string, opening: number): ModelDesign {
  const width = opening + 2 * LAP;
  const off = WARD.wall / 2 + LEAF / 2 + 0.01;
  const height = WARD.doorHeight + 0.03;
  return {
    name,
    about:
      `A sliding door for an opening of ${opening} m. Origin on the floor in the middle of the opening and of the wall, ` +
      "y into the room, x to where the leaf stands open. door_joint 0 is open, and its upper end is shut.",
    links: [
      {
        name: "rail",
        at: [0, off, height + 0.03],
        parts: [box("rail", [width / 2, 0, 0.02], [2 * width, 0.07, 0.06], STEEL, { mass: 6 })],
      },
      {
        name: "leaf",
        at: [opening + LAP, off, 0],
        parts: [
          box("leaf", [0, 0, height / 2 + 0.01], [width, LEAF, height - 0.02], WOOD, { mass: 25 }),
          box("window", [0, 0, 1.45], [0.25, LEAF + 0.004, 0.7], GLASS, { only: "seen" }),
          ...[1, -1].map((y) =>
            bar(
              y > 0 ? "inner_handle" : "outer_handle",
              [-width / 2 + 0.1, y * 0.045, 0.6],
              [-width / 2 + 0.1, y * 0.045, 1.1],
              0.012,
              STEEL,
              { only: "seen" },
            ),
          ),
        ],
      },
    ],
    joints: [
      { name: "wall_joint", type: "fixed", parent: "world", child: "rail" },
      {
        name: "door_joint",
        type: "prismatic",
        parent: "rail",
        child: "leaf",
        axis: [-1, 0, 0],
        range: [0, opening + LAP],
        effort: 80,
        velocity: 0.5,
        damping: 15,
        friction: PUSH,
      },
    ],
  };
}
