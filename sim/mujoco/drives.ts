// Motor drives: a velocity command becomes a moving set-point that holds under load, with limits and a watchdog.
import { GAP } from "../../core/motion/limits.ts";
import type { Seconds } from "../../core/units.ts";
import type { Motor } from "./mjcf.ts";

/** One drive of the robot. Units are m and N, or rad and N·m. */
export interface Drive {
  /** The joint, without its model's name. */
  readonly joint: string;
  readonly stiffness: number;
  readonly damping: number;
  readonly effort: number;
  /** Largest speed and change of speed. */
  readonly speed: number;
  readonly acceleration: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Stiffness and damping of the servo loops are our drives' own [D]: under the largest load of 500 N the lift sags
 * 500/200000 = 2.5 mm. Speeds are DOMAIN §7 (lift 0.10 m/s), ISO 10218-1 (base 0.25 m/s over a wheel of 0.1 m).
 */
const SERVO: Readonly<Record<string, Pick<Drive, "stiffness" | "damping" | "acceleration">>> = {
  lift_joint: { stiffness: 200_000, damping: 6000, acceleration: 0.4 },
  left_arm_joint: { stiffness: 10_000, damping: 400, acceleration: 0.4 },
  right_arm_joint: { stiffness: 10_000, damping: 400, acceleration: 0.4 },
  left_wheel_joint: { stiffness: 400, damping: 20, acceleration: 5 },
  right_wheel_joint: { stiffness: 400, damping: 20, acceleration: 5 },
};

/** Joint limits as the model states them. */
export interface JointLimits {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  readonly effort: number;
  readonly velocity: number;
}

/** The drives of the joints that have one. Throws when the model gives such a joint no effort or speed limit. */
export function drivesOf(joints: readonly JointLimits[]): Drive[] {
  return joints.flatMap(({ name, lower, upper, effort, velocity }) => {
    const servo = SERVO[name];
    if (!servo) return [];
    if (!(Number.isFinite(effort) && Number.isFinite(velocity)))
      throw new Error(`joint ${name}: a driven joint needs <effort> and <velocity> limits`);
    return [{ joint: name, ...servo, effort, speed: velocity, lower, upper }];
  });
}

/** The motor MuJoCo simulates for a drive. */
export const motorOf = (drive: Drive, axis: string): Motor => ({
  axis,
  stiffness: drive.stiffness,
  damping: drive.damping,
  lower: -drive.effort,
  upper: drive.effort,
});

export interface DriveBank {
  /** New velocities, in the order of the drives, heard now. Anything but a number counts as zero. */
  command(velocities: readonly number[], now: Seconds): void;
  /** The brakes fall in: what was commanded is forgotten, and every drive comes to rest and holds as after silence. */
  brake(): void;
  /** From now on this joint's drive goes at `velocity` whatever it is told, until the brakes fall in; undefined mends it. Throws when there is none. */
  runAway(joint: string, velocity: number | undefined): void;
  /** Starts again from these positions, at rest, with no command heard. */
  reset(positions: readonly number[]): void;
  /** Moves the set-points on by `period`, given where the joints are; writes them from `offset` on. */
  step(
    now: Seconds,
    period: Seconds,
    positions: readonly number[],
    targets: Float64Array,
    offset: number,
  ): void;
}

/** Drives in a row. Before the first command they hold where they are. */
export function createDrives(drives: readonly Drive[]): DriveBank {
  const wanted = new Float64Array(drives.length);
  const velocity = new Float64Array(drives.length);
  const target = new Float64Array(drives.length);
  const astray: (number | undefined)[] = drives.map(() => undefined);
  let heardAt: Seconds | undefined;
  let braked = false;
  /** How fast a drive would go, by its place: at rest when braked, or when nothing was heard lately. */
  const goalAt = (now: Seconds) => {
    const heard = heardAt !== undefined && now - heardAt < GAP && now >= heardAt;
    return (i: number) => (braked ? 0 : (astray[i] ?? (heard ? (wanted[i] ?? 0) : 0)));
  };
  return {
    command(velocities, now) {
      drives.forEach((drive, i) => {
        const value = velocities[i] ?? 0;
        wanted[i] = Number.isFinite(value) ? clamp(value, drive.speed) : 0;
      });
      heardAt = now;
      braked = false;
    },
    brake() {
      heardAt = undefined;
      braked = true;
    },
    runAway(joint, speed) {
      const place = drives.findIndex((drive) => drive.joint === joint);
      if (place < 0)
        throw new Error(`no drive moves ${joint}: expected ${drives.map((one) => one.joint).join(", ")}`);
      astray[place] = speed;
    },
    reset(positions) {
      wanted.fill(0);
      velocity.fill(0);
      target.set(positions);
      heardAt = undefined;
    },
    step(now, period, positions, targets, offset) {
      const goal = goalAt(now);
      for (const [i, drive] of drives.entries()) {
        const before = velocity[i] ?? 0;
        const change = clamp(goal(i) - before, drive.acceleration * period);
        const next = Math.max(
          drive.lower,
          Math.min(drive.upper, (target[i] ?? 0) + (before + change) * period),
        );
        // The set-point never runs further ahead than the effort reaches, so a blocked joint does not wind up.
        const reach = drive.effort / drive.stiffness;
        const position = positions[i] ?? 0;
        target[i] = position + clamp(next - position, reach);
        velocity[i] = before + change;
        targets[offset + i] = target[i] ?? position;
      }
    },
  };
}

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
