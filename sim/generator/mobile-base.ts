// The mobile base of walker and patrol robot: two driven wheels at the feet, arms around them, castors and body in front.
import { BRAKES, WALKER as W } from "./dimensions.ts";
import { BLACK, DARK, WHITE } from "./colours.ts";
import type { JointDesign, LinkDesign } from "./design.ts";
import { ball, box, both, drum, tyre, type Part } from "./parts.ts";
import type { SensorDesign } from "./sensors.ts";

/** The body stands before the feet: from the toes' reach to the front, m from the axle. */
export const BODY = { back: 0.33, front: 0.53, bottom: 0.08, top: 0.34, width: 0.46 } as const;
const middle = (BODY.back + BODY.front) / 2;
/** The arms leave the feet 0.44 m between them, and end beside the body. */
const ARM = { y: 0.245, z: 0.13, thick: 0.045, front: 0.36 } as const;
/** Seen is a wheel, felt is a ball that slides: it swivels without a delay. */
const CASTOR = (y: 1 | -1) => [BODY.front - 0.06, y * 0.25, W.castor] as const;
/**
 * MuJoCo's friction is convex: what slides at v is lifted by friction · v for twice the contact's 20 ms. At 0.01 and 0.25 m/s
 * that is 0.1 mm, more than a castor is pressed in: it left the floor and fell back, over and over.
 */
const SLIDES = { friction: 0.001 };
const RUBBER = { friction: 1 };
/** A 270° scanner; the columns behind it take the rest of its view. */
const SCANNER = { view: (220 * Math.PI) / 180, samples: 441, range: [0.06, 10], rate: 20 } as const;

/** A scanner that looks back from the body, at the height of shanks and knees. */
export const rearScanner = (name: string): SensorDesign => ({
  name,
  kind: "gpu_lidar",
  at: [BODY.back - 0.01, 0, 0.3],
  turned: [0, 0, Math.PI],
  rate: 20,
  samples: 121,
  view: (120 * Math.PI) / 180,
  range: [0.05, 1.5],
});

/** `base_link` (REP-105) with its origin on the floor between the driven wheels, x forward. */
export function baseLink(parts: readonly Part[], sensors: readonly SensorDesign[]): LinkDesign {
  return {
    name: "base_link",
    at: [0, 0, 0],
    parts: [
      box(
        "body",
        [middle, 0, (BODY.top + BODY.bottom) / 2],
        [BODY.front - BODY.back, BODY.width, BODY.top - BODY.bottom],
        WHITE,
        { mass: 14 },
      ),
      box("bumper", [BODY.front + 0.015, 0, 0.13], [0.03, BODY.width, 0.08], BLACK, { mass: 0.5 }),
      drum("scanner", [BODY.front - 0.05, 0, BODY.top + 0.03], [0.03, 0.06], BLACK, {
        mass: 0.2,
        only: "seen",
      }),
      ...both((side, y) => [
        box(
          `${side}_arm`,
          [ARM.front / 2 - 0.03, y * ARM.y, ARM.z],
          [ARM.front + 0.06, ARM.thick, ARM.thick],
          WHITE,
          { mass: 2 },
        ),
        ball(`${side}_castor`, CASTOR(y), W.castor, BLACK, { mass: 0.8, surface: SLIDES, only: "felt" }),
        drum(`${side}_castor_tyre`, CASTOR(y), [W.castor, 0.035], BLACK, {
          turned: [-Math.PI / 2, 0, 0],
          only: "seen",
        }),
        drum(`${side}_castor_hub`, CASTOR(y), [0.045, 0.04], DARK, {
          turned: [-Math.PI / 2, 0, 0],
          only: "seen",
        }),
      ]),
      ...parts,
    ],
    sensors: [
      { name: "imu", kind: "imu", at: [middle, 0, 0.2], rate: 100 },
      { name: "lidar", kind: "gpu_lidar", at: [BODY.front - 0.05, 0, BODY.top + 0.04], ...SCANNER },
      ...sensors,
    ],
  };
}

export const wheels: readonly LinkDesign[] = both((side, y) => [
  {
    name: `${side}_wheel`,
    at: [0, (y * W.separation) / 2, W.wheel],
    parts: [
      tyre("tyre", [W.wheel, 0.04], BLACK, { mass: 2, surface: RUBBER }),
      tyre("hub", [0.05, 0.044], DARK, { only: "seen" }),
    ],
  },
]);

export const wheelJoints: readonly JointDesign[] = wheels.map(({ name }) => ({
  name: `${name}_joint`,
  type: "continuous",
  parent: "base_link",
  child: name,
  axis: [0, 1, 0],
  effort: 15,
  velocity: W.speed / W.wheel,
  damping: 0.05,
  friction: BRAKES.walker.free,
}));
