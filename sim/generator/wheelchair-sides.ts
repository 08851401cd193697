// The moving parts on either side of a wheelchair, each with its joint: wheel, castor fork, castor, arm rest, leg rest.
import { BRAKES, WHEELCHAIR as W } from "./dimensions.ts";
import { BLACK, DARK, STEEL } from "./colours.ts";
import type { JointDesign, LinkDesign } from "./design.ts";
import { bar, box, both, drum, tyre } from "./parts.ts";

const RUBBER = { friction: 0.9 };
/** Radius of the tubes. m, as all here */
export const TUBE = 0.012;
/** The side frames' distance from the middle. */
export const side = W.seatWidth / 2 + 0.02;
/** The seat begins at the back posts, over the axle, and ends at the front posts. */
export const BACK = -0.03;
export const FRONT = BACK + W.seatDepth;
const PLATE = 0.08;

export const movingParts = both((name, y): { link: LinkDesign; joint: JointDesign }[] => {
  const rolls = { type: "continuous", effort: 50, velocity: 20, damping: 0.01 } as const;
  const fork = `${name}_castor_fork`;
  return [
    {
      link: {
        name: `${name}_wheel`,
        at: [0, y * (W.track / 2 + 0.015), W.wheel],
        parts: [
          tyre("tyre", [W.wheel, 0.025], BLACK, { mass: 1.8, surface: RUBBER }),
          tyre("spokes", [W.wheel - 0.03, 0.027], [0.75, 0.77, 0.79, 1], { only: "seen" }),
          drum("hand_rim", [0, y * 0.03, 0], [W.wheel - 0.045, 0.008], STEEL, {
            turned: [-Math.PI / 2, 0, 0],
            only: "seen",
          }),
        ],
      },
      joint: {
        name: `${name}_wheel_joint`,
        parent: "frame",
        child: `${name}_wheel`,
        axis: [0, 1, 0],
        ...rolls,
        friction: BRAKES.wheelchair.set,
      },
    },
    {
      link: {
        name: fork,
        at: [W.wheelbase, y * (side - 0.01), 2 * W.castor + 0.04],
        parts: [
          drum("stem", [0, 0, -0.015], [0.015, 0.03], DARK, { mass: 0.3, only: "seen" }),
          bar("fork", [0, y * 0.02, -0.02], [-W.castorTrail, y * 0.02, -W.castor - 0.04], 0.008, DARK, {
            mass: 0.3,
            only: "seen",
          }),
        ],
      },
      joint: {
        name: `${fork}_joint`,
        parent: "frame",
        child: fork,
        axis: [0, 0, 1],
        ...rolls,
        friction: 0.05,
      },
    },
    {
      link: {
        name: `${name}_castor`,
        at: [W.wheelbase - W.castorTrail, y * (side - 0.01), W.castor],
        parts: [tyre("tyre", [W.castor, 0.025], BLACK, { mass: 0.6, surface: RUBBER })],
      },
      joint: {
        name: `${name}_castor_joint`,
        parent: fork,
        child: `${name}_castor`,
        axis: [0, 1, 0],
        ...rolls,
        friction: 0.01,
      },
    },
    {
      link: {
        name: `${name}_arm_rest`,
        at: [BACK - 0.04, y * (side + 0.03), W.seatHeight],
        parts: [
          box("pad", [0.2, 0, W.armRest - 0.015], [0.3, 0.05, 0.03], BLACK, { mass: 0.7 }),
          bar("front_post", [0.33, 0, -0.06], [0.33, 0, W.armRest - 0.02], TUBE, STEEL, { mass: 0.4 }),
          bar("back_post", [0.02, 0, 0], [0.06, 0, W.armRest - 0.02], TUBE, STEEL, { mass: 0.3 }),
          box("guard", [0.18, 0, W.armRest / 2], [0.28, 0.006, W.armRest - 0.06], DARK, { mass: 0.4 }),
        ],
      },
      joint: {
        name: `${name}_arm_rest_joint`,
        type: "revolute",
        parent: "frame",
        child: `${name}_arm_rest`,
        axis: [0, -1, 0],
        // behind the back, so that the side is free
        range: [0, 1.92],
        effort: 30,
        velocity: 2,
        damping: 0.2,
        friction: 4,
      },
    },
    {
      link: {
        name: `${name}_leg_rest`,
        at: [FRONT + 0.02, y * side, W.seatHeight - 0.08],
        parts: [
          bar("hanger", [0, 0, 0], [0.16, y * -0.03, PLATE - W.seatHeight + 0.1], TUBE, STEEL, { mass: 0.9 }),
          box("plate", [0.2, y * -0.1, PLATE - W.seatHeight + 0.08], [0.16, 0.16, 0.015], BLACK, {
            mass: 0.6,
            surface: RUBBER,
          }),
        ],
      },
      joint: {
        name: `${name}_leg_rest_joint`,
        type: "revolute",
        parent: "frame",
        child: `${name}_leg_rest`,
        axis: [0, 0, y],
        range: [0, 1.6],
        effort: 20,
        velocity: 2,
        damping: 0.2,
        friction: 3,
      },
    },
  ];
});
