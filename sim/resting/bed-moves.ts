// What people mean to do in bed: roll onto a side and back again; as angles that their muscles are told over time.
import { degrees, seconds, type Seconds } from "../../core/units.ts";

/** An axis of the body as it is meant: `near` is the side that one turns to; a bend of trunk or neck is towards it. */
export type Meant =
  | "lumbar_flexion"
  | "lumbar_lateral"
  | "neck_flexion"
  | `${"near" | "far"}_${"hip_flexion" | "hip_abduction" | "knee_flexion" | "shoulder_flexion" | "shoulder_abduction" | "elbow_flexion"}`;

/** What the inner ear feels of the trunk. */
export interface Felt {
  /** From the back onto the near side, deg: 90 is on the side. */
  readonly turned: number;
  /** [1] of the trunk's length that points up. */
  readonly upright: number;
}

export interface Stage {
  readonly takes: Seconds;
  /** deg; what is left out goes back to how one lies on one's back. */
  readonly to: Readonly<Partial<Record<Meant, number>>>;
  /** One waits for this before the next stage, a little while, and else gives up. */
  readonly until?: (felt: Felt) => boolean;
}

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
  { takes: seconds(0.8), to: {}, until: ({ turned }) => Math.abs(turned) < ON_THE_BACK },
];

/** The stage's angles by the names of the muscles of sim/resident/muscles.ts, rad, of who turns to that side. */
export function anglesOf(
  { to }: Pick<Stage, "to">,
  near: "left" | "right",
): Readonly<Record<string, number>> {
  const far = near === "left" ? "right" : "left";
  return Object.fromEntries(
    Object.entries(to).map(([meant, angle]) => {
      const muscle = meant.replace(/^near/, near).replace(/^far/, far);
      // Muscles count a bend to the left as positive.
      const isTurned = meant.endsWith("lateral") && near === "right";
      return [muscle, degrees(isTurned ? -angle : angle)];
    }),
  );
}
