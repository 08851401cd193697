// The walker robot: the mobile base with two columns, and handles that rise, each on its own force and torque sensor.
import { WALKER as W } from "./dimensions.ts";
import { BLACK, DARK, GREEN, RED, STEEL } from "./colours.ts";
import type { JointDesign, LinkDesign, ModelDesign } from "./design.ts";
import { BODY, baseLink, rearScanner, wheelJoints, wheels } from "./mobile-base.ts";
import { bar, box, both, drum } from "./parts.ts";

/** The columns stand on the body, m from the axle. */
const COLUMN = { x: 0.4, top: 0.68, thick: 0.06 } as const;
const TUBE = 0.018;
/** The flange that carries a handle; the grip reaches back from it, over the feet. */
const FLANGE = 0.2;
const side = W.grips / 2;

const columns = both((name, y) => [
  box(
    `${name}_column`,
    [COLUMN.x, y * side, (COLUMN.top + BODY.bottom) / 2],
    [COLUMN.thick, COLUMN.thick, COLUMN.top - BODY.bottom],
    DARK,
    { mass: 1.5 },
  ),
]);

const carriage: LinkDesign = {
  name: "handle_carriage",
  at: [COLUMN.x, 0, W.low],
  parts: [
    ...both((name, y) => [
      bar(
        `${name}_tube`,
        [0, y * side, COLUMN.top - W.low - W.travel - 0.06],
        [0, y * side, 0],
        TUBE,
        STEEL,
        { mass: 0.8 },
      ),
      bar(`${name}_beam`, [0, y * side, 0], [FLANGE - COLUMN.x, y * side, 0], TUBE, STEEL, { mass: 0.5 }),
    ]),
    bar("cross_bar", [0, -side, -0.01], [0, side, -0.01], TUBE, STEEL, { mass: 0.8 }),
    box("screen", [0.02, 0, 0.1], [0.02, 0.24, 0.16], BLACK, { mass: 0.6, turned: [0, 0.35, 0] }),
    drum("stop_button", [0.01, -0.17, 0.02], [0.02, 0.03], RED, { only: "seen" }),
    box("screen_foot", [0.01, 0, 0.02], [0.02, 0.06, 0.06], DARK, { mass: 0.1, only: "seen" }),
  ],
};

const handles = both((name, y): LinkDesign[] => [
  {
    name: `${name}_handle`,
    at: [FLANGE, y * side, W.low],
    parts: [
      bar("grip", [-W.gripLength, 0, 0], [0, 0, 0], W.grip, GREEN, { mass: 0.3, surface: { friction: 0.8 } }),
      bar("guard", [-0.01, 0, 0.01], [-0.01, 0, 0.06], 0.012, BLACK, { mass: 0.1 }),
    ],
  },
]);

const joints: readonly JointDesign[] = [
  ...wheelJoints,
  {
    name: "handle_height_joint",
    type: "prismatic",
    parent: "base_link",
    child: "handle_carriage",
    axis: [0, 0, 1],
    range: [0, W.travel],
    // the spindle carries the 600 N of one who leans with most of their weight, and locks itself
    effort: 1600,
    velocity: 0.03,
    damping: 400,
    friction: 750,
  },
  ...handles.map(({ name }): JointDesign => ({
    name: `${name}_joint`,
    type: "fixed",
    parent: "handle_carriage",
    child: name,
    sensors: [{ name: `${name}_force_torque`, kind: "force_torque", rate: 100 }],
  })),
];

export const walkerRobot: ModelDesign = {
  name: "walker_robot",
  about:
    "The walker robot. base_link is on the floor between the driven wheels, where the feet walk. handle_height_joint 0 is " +
    "low; each handle hangs on its sensor alone; user_lidar looks back at the shanks. The brakes on the wheels are open.",
  links: [baseLink(columns, [rearScanner("user_lidar")]), ...wheels, carriage, ...handles],
  joints,
};
