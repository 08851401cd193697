// Sitting up in bed, from the back to the edge on the side where the rails are down.
import { seconds } from "../../core/units.ts";
import type { Stage } from "./bed-moves.ts";

/** [1] of the trunk's length: with less one falls back, with so much one sits [D]. */
const HALF_UP = 0.4;
const UPRIGHT = 0.9;

/** SITNOTE */
export const SIT_UP: readonly Stage[] = [
  {
    takes: seconds(0.8),
    as: "lying",
    to: {
      lumbar_flexion: 60,
      lumbar_lateral: -25,
      neck_flexion: 45,
      near_hip_flexion: 60,
      near_hip_abduction: -20,
      near_knee_flexion: 100,
      far_hip_flexion: 115,
      far_hip_abduction: -20,
      far_knee_flexion: 115,
      near_shoulder_flexion: 5,
      near_shoulder_abduction: 50,
      near_elbow_flexion: 35,
      far_shoulder_flexion: 25,
      far_shoulder_abduction: -45,
      far_elbow_flexion: 25,
    },
  },
  {
    takes: seconds(0.85),
    as: "lying",
    to: {
      lumbar_flexion: 25,
      lumbar_lateral: 15,
      neck_flexion: 45,
      near_hip_flexion: 25,
      near_knee_flexion: 65,
      far_hip_flexion: 60,
      far_hip_abduction: -20,
      far_knee_flexion: 85,
      near_shoulder_flexion: 20,
      near_shoulder_abduction: 100,
      near_elbow_flexion: 95,
      far_shoulder_flexion: 60,
      far_elbow_flexion: 90,
    },
  },
  {
    takes: seconds(0.8),
    as: "lying",
    to: {
      lumbar_flexion: 40,
      lumbar_lateral: 10,
      neck_flexion: 45,
      near_hip_flexion: 55,
      near_hip_abduction: -20,
      near_knee_flexion: 85,
      far_hip_flexion: 55,
      far_hip_abduction: -20,
      far_knee_flexion: 80,
      near_shoulder_flexion: -10,
      near_shoulder_abduction: 105,
      near_elbow_flexion: 70,
      far_shoulder_flexion: 35,
      far_shoulder_abduction: -20,
      far_elbow_flexion: 40,
    },
  },
  {
    takes: seconds(0.8),
    as: "lying",
    to: {
      lumbar_flexion: 10,
      lumbar_lateral: -10,
      near_hip_flexion: 100,
      near_hip_abduction: 30,
      near_knee_flexion: 70,
      far_hip_flexion: 70,
      far_hip_abduction: -20,
      far_knee_flexion: 75,
      near_shoulder_flexion: 20,
      near_shoulder_abduction: 35,
      near_elbow_flexion: 15,
      far_shoulder_flexion: 20,
      far_shoulder_abduction: -20,
      far_elbow_flexion: 70,
    },
    until: ({ upright }) => upright > HALF_UP,
  },
  { takes: seconds(1), as: "sitting", to: {}, until: ({ upright }) => upright > UPRIGHT },
];
