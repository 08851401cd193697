// Rolling over in bed, from the back onto a side and back again.
import { seconds } from "../../core/units.ts";
import type { Stage } from "./bed-moves.ts";

/** How far somebody is on a side, or on the back, deg [D]. */
export const ON_THE_SIDE = 60;
export const ON_THE_BACK = 20;

/*
 * All angles and times here are [D]. The way over: found by a search (CMA-ES on two bodies, for who ends calm on the side),
 * rounded to 5° and drawn out. The way back: by hand.
 */

/** Both knees are drawn up, the far foot on the mattress, and both arms raised to the ceiling. */
const KNEES_UP: Stage = {
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
};
/** Knees and arms fall to the near side, the far arm across the chest, and the far foot pushes: the trunk follows. */
const FALLS_OVER: Stage = {
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
};
/** The upper knee comes to lie before the lower one, the trunk bends a little: so one lies without holding on. */
const ON_SIDE: Stage = {
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
};
/** From the back onto the near side. */
export const ROLL: readonly Stage[] = [KNEES_UP, FALLS_OVER, ON_SIDE];

/** The far leg straightens and falls open, the far arm reaches behind, and the trunk follows. */
const OPENS: Stage = {
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
};
/** What has come down is held a little apart, so that one does not roll on. */
const SPREADS: Stage = {
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
};
/** As one lies on one's back. */
const ON_BACK: Stage = {
  takes: seconds(0.8),
  as: "lying",
  to: {},
  until: ({ turned }) => Math.abs(turned) < ON_THE_BACK,
};
/** From the near side onto the back. */
export const ROLL_BACK: readonly Stage[] = [OPENS, SPREADS, ON_BACK];
