// How a foot moves through a step: off the toes, through the air, onto the heel, flat; and how high the hips are then.
import { LENGTH } from "../../core/body/segments.ts";
import { minimumJerk } from "../../core/motion/minimum-jerk.ts";
import { degrees } from "../../core/units.ts";
import type { Quat } from "../../core/frames.ts";
import type { Pose } from "../sdf/model.ts";
import { fromRollPitchYaw } from "../sdf/pose.ts";
import { wrapped, type Foot } from "./footsteps.ts";

/** Pitch of a foot about the toes as it leaves the floor, and about the heel as it lands (toes up), for a step of full length [D]. */
export const PITCH = { leaving: degrees(43), landing: degrees(-10) } as const;
/** Ahead of and behind the ankle, and below it; shares of stature. */
const TOES = LENGTH.foot - LENGTH.heel;
const HEEL = -LENGTH.heel;
const BELOW = LENGTH.ankleHeight;

/** The foot is level again after this share of the swing. */
const BACK = 0.6;
/** How fast it leaves, in ways per swing: what the rising heel has given it. */
const STARTS = 0.5;

const turnOf = (yaw: number, pitch: number): Quat => fromRollPitchYaw(0, pitch, yaw);

/** Height of the ankle over the lowest point of a sole that is pitched so, m. */
function heightOver(stature: number, pitch: number): number {
  const corner = (ahead: number) => -ahead * Math.sin(pitch) - BELOW * Math.cos(pitch);
  return -stature * Math.min(corner(TOES), corner(HEEL));
}

/** A foot on the floor, pitched about its toes (positive) or its heel (negative). */
export function planted(stature: number, foot: Foot, pitch: number): Pose {
  const pivot = pitch > 0 ? TOES : HEEL;
  // How far the ankle moves ahead when the sole turns about that edge.
  const ahead = stature * (pivot - pivot * Math.cos(pitch) + BELOW * Math.sin(pitch));
  return {
    position: [
      foot.x + ahead * Math.cos(foot.yaw),
      foot.y + ahead * Math.sin(foot.yaw),
      heightOver(stature, pitch),
    ],
    rotation: turnOf(foot.yaw, pitch),
  };
}

/** The swinging foot after share `u` of its way; `vigour` 0 to 1 scales the pitch with the step's length. */
export function swinging(
  stature: number,
  from: Foot,
  to: Foot,
  u: number,
  vigour: number,
  clearance: number,
): Pose {
  const [off, on] = [vigour * PITCH.leaving, vigour * PITCH.landing];
  const [begin, end] = [planted(stature, from, off).position, planted(stature, to, on).position];
  const s = glide(u);
  const pitch = off * (1 - minimumJerk(u / BACK)) + on * minimumJerk((u - 0.4) / 0.6);
  const yaw = from.yaw + s * wrapped(to.yaw - from.yaw);
  const lowest = clearance * 4 * u * (1 - u);
  return {
    position: [
      begin[0] + s * (end[0] - begin[0]),
      begin[1] + s * (end[1] - begin[1]),
      lowest + heightOver(stature, pitch),
    ],
    rotation: turnOf(yaw, pitch),
  };
}

/** The way with the least acceleration there can be, and a start on the move: 0 to 1. */
const glide = (u: number): number =>
  STARTS * u * (1 - u) ** 2 + (u < 0.5 ? 2 * u * u : 1 - 2 * (1 - u) * (1 - u));
