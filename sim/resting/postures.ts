// How people rest: on their back, on the floor as after a fall, or on the edge of a bed; as joint angles and how the pelvis is turned.
import type { Quat } from "../../core/frames.ts";
import { degrees, radians, type Metres } from "../../core/units.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import { HIP_ABOVE_SEAT, postureModel } from "../resident/posture.ts";
import { fromRollPitchYaw, multiply } from "../sdf/pose.ts";

/** `supine`: asleep on the back; `fallen`: on the floor, as somebody lies there who fell; `edge`: sits, feet on the floor. */
export type How = "supine" | "fallen" | "edge";

export interface RestPosture {
  /** rad, by the name of the muscle of sim/resident/muscles.ts; what is left out is straight. */
  readonly angles: Readonly<Record<string, number>>;
  /** The pelvis's turn, of who lies with the feet towards +x, or sits facing +x. */
  readonly turned: Quat;
  /** m: the hips above what one lies or sits on, a little high, so that nobody begins inside a mattress. */
  readonly above: Metres;
  /** [1] of the muscles' strength: who sleeps is slack and not limp, who sits holds themself up [D]. */
  readonly tone: number;
}

const ON_THE_BACK: Quat = fromRollPitchYaw(0, -Math.PI / 2, 0);
/** Half the depth of the pelvis and its flesh, share of stature [D]. */
const HALF_DEPTH = 0.07;
/** [1] of the muscles' strength: slack and not limp [D]. */
export const ASLEEP = 0.15;

export function restPosture(how: How, p: ResidentParameters, seatHeight: Metres): RestPosture {
  if (how === "edge") return sitting(p, seatHeight);
  const above = (HALF_DEPTH * p.stature) as Metres;
  const side = {
    left_shoulder_abduction: 0.2,
    right_shoulder_abduction: 0.2,
    left_elbow_flexion: 0.3,
    right_elbow_flexion: 0.3,
  };
  if (how === "supine") return { angles: side, turned: ON_THE_BACK, above, tone: ASLEEP };
  const angles = {
    ...side,
    left_hip_flexion: degrees(30),
    left_knee_flexion: degrees(60),
    right_shoulder_abduction: degrees(60),
    right_elbow_flexion: degrees(40),
  };
  return { angles, turned: ON_THE_BACK, above, tone: ASLEEP };
}

function sitting(p: ResidentParameters, seatHeight: Metres): RestPosture {
  const { hip, knee, ankle, lumbar, pelvisPitch } = postureModel(p, seatHeight).at(0, radians(0));
  const both = (name: string, angle: number) => ({ [`left_${name}`]: angle, [`right_${name}`]: angle });
  return {
    angles: {
      ...both("hip_flexion", hip),
      ...both("knee_flexion", knee),
      ...both("ankle_dorsiflexion", ankle),
      lumbar_flexion: lumbar,
      ...both("shoulder_flexion", 0.35),
      ...both("shoulder_abduction", 0.12),
      ...both("elbow_flexion", 0.9),
    },
    turned: fromRollPitchYaw(0, pelvisPitch, 0),
    above: (HIP_ABOVE_SEAT * p.stature) as Metres,
    tone: 1,
  };
}

/** The same, of who lies or sits turned by so much about the vertical, rad. */
export const turnedBy = (yaw: number, turned: Quat): Quat => multiply(fromRollPitchYaw(0, 0, yaw), turned);
