// What a hardware command asks of each drive, or why it is none that a drive may be told. Pure.
import type { HardwareCommand } from "../../core/messages.ts";
import { JOINTS, type Velocities } from "../../core/motion/limits.ts";

/** Why every drive is told zero in place of a command that was to be obeyed. */
export type Mistake = "not_finite" | "malformed" | "wrong_frame" | "unknown_axis" | "unknown_joint";

/** One velocity for each of `AXES`, m/s but rad/s for base_yaw; of joints that are not named zero. */
export function targetsOf(command: HardwareCommand): Velocities | Mistake {
  const { drive, joint_names: names, joint_velocities: velocities } = command;
  const mistake = mistakeIn(command);
  if (mistake !== undefined) return mistake;
  return [drive.linear.x, drive.angular.z, ...JOINTS.map((joint) => velocities[names.indexOf(joint)] ?? 0)];
}

function mistakeIn({ header, drive, joint_names, joint_velocities }: HardwareCommand): Mistake | undefined {
  const names: readonly string[] = joint_names;
  const known: readonly string[] = JOINTS;
  const others = [drive.linear.y, drive.linear.z, drive.angular.x, drive.angular.y];
  if (![drive.linear.x, drive.angular.z, ...others, ...joint_velocities].every(Number.isFinite))
    return "not_finite";
  if (names.length !== joint_velocities.length || new Set(names).size !== names.length) return "malformed";
  if (header.frame_id !== "base_link") return "wrong_frame";
  if (others.some((value) => value !== 0)) return "unknown_axis";
  return names.every((name) => known.includes(name)) ? undefined : "unknown_joint";
}
