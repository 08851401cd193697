// Odometry of the base from the encoders that /joint_states tells, braked or not: a controller that is not active tells none.
import type { JointState, Odometry } from "../../core/messages.ts";
import { AT_ORIGIN, odometryOf, rollOn, WHEEL, WHEEL_JOINTS } from "../../core/motion/wheel-odometry.ts";
import { secondsOf } from "../../core/time.ts";

/** Of each reading once, with its stamp; of one that has not both wheels as numbers, or is no later than the last, nothing. */
export function wheelOdometry(): (joints: JointState | undefined) => Odometry | undefined {
  let before: { readonly at: number; readonly turned: readonly number[] } | undefined;
  let stands = AT_ORIGIN;
  return (joints) => {
    if (joints === undefined) return undefined;
    const at = secondsOf(joints.header.stamp);
    const turned = WHEEL_JOINTS.map((name) => joints.position[joints.name.indexOf(name)] ?? NaN);
    const isLater = before === undefined ? Number.isFinite(at) : at > before.at;
    if (!isLater || !turned.every(Number.isFinite)) return undefined;
    if (before !== undefined) {
      const [left = NaN, right = NaN] = turned.map(
        (angle, i) => (angle - (before?.turned[i] ?? NaN)) * WHEEL.radius,
      );
      stands = rollOn(stands, left, right, at - before.at);
    }
    before = { at, turned };
    return odometryOf(joints.header.stamp, stands);
  };
}
