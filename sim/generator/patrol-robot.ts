// The patrol robot: the walker's base with a battery between its arms, and a mast with camera, thermal camera and voice.
import { PATROL } from "./dimensions.ts";
import { BLACK, DARK, GREEN, RED, WHITE } from "./colours.ts";
import type { LinkDesign, ModelDesign } from "./design.ts";
import { BODY, baseLink, rearScanner, wheelJoints, wheels } from "./mobile-base.ts";
import { ball, bar, box, drum } from "./parts.ts";

const MAST = { x: 0.38, bottom: BODY.top } as const;
const lens = PATROL.lens - MAST.bottom;
/** The lenses look a little down, into a bed two metres away. */
const DOWN: readonly [number, number, number] = [0, 0.2, 0];

/** Over the driven wheels, so that these grip when the castors meet a threshold. */
const battery = box("battery", [0.11, 0, 0.2], [0.42, 0.42, 0.2], WHITE, { mass: 20 });
const strip = box("strip", [0.13, 0, 0.305], [0.36, 0.3, 0.01], GREEN, { only: "seen" });

/** It does not turn: what it films is where the robot stands and faces (DOMAIN §4, no arbitrary panning). */
const mast: LinkDesign = {
  name: "mast",
  at: [MAST.x, 0, MAST.bottom],
  parts: [
    bar("post", [0, 0, 0], [0, 0, lens - 0.04], 0.025, DARK, { mass: 2.5 }),
    box("foot", [0, 0, 0.01], [0.14, 0.14, 0.02], DARK, { mass: 0.8 }),
    box("head", [0, 0, lens], [0.1, 0.24, 0.12], WHITE, { mass: 1.2 }),
    drum("camera_lens", [0.052, 0.05, lens], [0.022, 0.012], BLACK, {
      turned: [0, Math.PI / 2, 0],
      only: "seen",
    }),
    drum("thermal_lens", [0.052, -0.05, lens], [0.014, 0.012], BLACK, {
      turned: [0, Math.PI / 2, 0],
      only: "seen",
    }),
    box("screen", [0.035, 0, lens - 0.22], [0.02, 0.2, 0.14], BLACK, { mass: 0.6 }),
    box("voice", [0.03, 0, lens - 0.36], [0.03, 0.1, 0.06], DARK, { mass: 0.3 }),
    drum("stop_button", [-0.05, -0.15, 0.015], [0.025, 0.03], RED, { only: "seen" }),
    ball("lamp", [0, 0, lens + 0.075], 0.03, GREEN, { mass: 0.1 }),
  ],
  sensors: [
    {
      name: "camera",
      kind: "camera",
      at: [0.06, 0.05, lens],
      turned: DOWN,
      rate: 15,
      pixels: [640, 480],
      view: 1.2217,
      range: [0.1, 20],
    },
    // a long-wave module of 160 by 120 pixels and 57°, as FLIR's Lepton 3.5 is
    {
      name: "thermal_camera",
      kind: "thermal_camera",
      at: [0.06, -0.05, lens],
      turned: DOWN,
      rate: 8.7,
      pixels: [160, 120],
      view: 0.9948,
      range: [0.1, 20],
    },
  ],
};

export const patrolRobot: ModelDesign = {
  name: "patrol_robot",
  about:
    "The patrol robot: the walker's base with the patrol outfit. base_link is on the floor between the driven wheels, x " +
    "forward. camera and thermal_camera look along their x, over a raised bed rail.",
  links: [baseLink([battery, strip], [rearScanner("rear_lidar")]), ...wheels, mast],
  joints: [...wheelJoints, { name: "mast_joint", type: "fixed", parent: "base_link", child: "mast" }],
};
