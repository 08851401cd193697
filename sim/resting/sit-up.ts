// Sitting up in bed, from the back to the edge on the side where the rails are down.
import { seconds } from "../../core/units.ts";
import type { Stage } from "./bed-moves.ts";

/** [1] of the trunk's length: with less one falls back, with so much one sits [D]. */
const HALF_UP = 0.4;
const UPRIGHT = 0.9;

/*
 * All angles and times here are [D]: found by a search (CMA-ES over five bodies of 1.45 to 1.78 m and 47 to 79 kg, half as
 * strong again as rising from a chair needs) for who ends upright on the edge and calm, slowly, and with the feet low. Two of
 * its answers are mixed half and half and rounded to 5°. It is the quick manner, with momentum: these hips have no rotation,
 * this trunk no twist, and the arms are weak, and a slow way over the side was not found.
 */

/** Knees to the chest, the trunk curls up: one rocks back a little, legs in the air. */
const CURLS: Stage = {
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
};
/** The legs come down beside the bed, and their weight takes the trunk along; the near arm is put out, its elbow bent, to push off. */
const SWINGS: Stage = {
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
};
/** Both arms push off, the trunk stays bent over the legs. */
const PUSHES: Stage = {
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
};
/** Hips and knees come to a right angle as the trunk comes up, and one faces outward. */
const TURNS: Stage = {
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
};
/** Upright on the edge. */
const SITS: Stage = { takes: seconds(1), as: "sitting", to: {}, until: ({ upright }) => upright > UPRIGHT };
/** From the back to sitting on the near edge. */
export const SIT_UP: readonly Stage[] = [CURLS, SWINGS, PUSHES, TURNS, SITS];
