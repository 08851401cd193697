// Rolling over in bed, from the back onto a side and back again.
import { seconds } from "../../core/units.ts";
import type { Stage } from "./bed-moves.ts";

/** How far somebody is on a side, or on the back, deg [D]. */
export const ON_THE_SIDE = 60;
export const ON_THE_BACK = 20;

/*
 * All angles and times here are [D]: found by a search (CMA-ES, then rounded) over five bodies of 1.45 to 1.78 m and 47 to
 * 79 kg, that asked for a calm posture at the end and for the weakest muscles that still do it.
 */

/** Knees up and arms to the ceiling; knees and arms fall to the near side, the far foot pushes; comfortable on the side. */
export const ROLL: readonly Stage[] = [
  {
    takes: seconds(0.9),
    as: "lying",
    to: {
      neck_flexion: 20,
      near_hip_flexion: 40,
      near_knee_flexion: 70,
      far_hip_flexion: 55,
      far_hip_abduction: 10,
      far_knee_flexion: 100,
      near_shoulder_flexion: 70,
      near_shoulder_abduction: 15,
      near_elbow_flexion: 25,
      far_shoulder_flexion: 90,
      far_elbow_flexion: 10,
    },
  },
  {
    takes: seconds(0.7),
    as: "lying",
    to: {
      lumbar_flexion: 25,
      lumbar_lateral: 5,
      neck_flexion: 30,
      near_hip_flexion: 75,
      near_hip_abduction: 35,
      near_knee_flexion: 60,
      far_hip_flexion: 60,
      far_hip_abduction: -20,
      far_knee_flexion: 100,
      near_shoulder_flexion: 90,
      near_shoulder_abduction: 35,
      near_elbow_flexion: 20,
      far_shoulder_flexion: 90,
      far_shoulder_abduction: -45,
    },
  },
  {
    takes: seconds(0.7),
    as: "lying",
    to: {
      lumbar_flexion: 25,
      lumbar_lateral: -20,
      neck_flexion: 10,
      near_hip_flexion: 45,
      near_hip_abduction: -15,
      near_knee_flexion: 40,
      far_hip_flexion: 95,
      far_knee_flexion: 50,
      near_shoulder_flexion: 65,
      near_elbow_flexion: 50,
      far_shoulder_flexion: 60,
      far_elbow_flexion: 40,
    },
    until: ({ turned }) => turned > ON_THE_SIDE,
  },
];

/** The far leg straightens and falls open, the far arm reaches behind, and the body follows; as one lies on the back. */
export const ROLL_BACK: readonly Stage[] = [
  {
    takes: seconds(0.8),
    as: "lying",
    to: {
      lumbar_flexion: -10,
      near_hip_flexion: 50,
      near_knee_flexion: 60,
      far_hip_flexion: 10,
      far_hip_abduction: 30,
      far_knee_flexion: 30,
      near_shoulder_flexion: 60,
      near_shoulder_abduction: 20,
      near_elbow_flexion: 30,
      far_shoulder_flexion: -20,
      far_shoulder_abduction: 80,
      far_elbow_flexion: 20,
    },
  },
  {
    takes: seconds(0.8),
    as: "lying",
    to: {
      near_hip_flexion: 20,
      near_knee_flexion: 30,
      far_hip_flexion: 10,
      far_hip_abduction: 20,
      far_knee_flexion: 20,
      near_shoulder_flexion: 20,
      near_shoulder_abduction: 20,
      near_elbow_flexion: 20,
      far_shoulder_abduction: 40,
      far_elbow_flexion: 20,
    },
  },
  { takes: seconds(0.8), as: "lying", to: {}, until: ({ turned }) => Math.abs(turned) < ON_THE_BACK },
];
