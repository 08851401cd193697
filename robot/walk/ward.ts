// Where a walk takes place: a robot with ideal drives among things that stand about, press and tilt it.
import type { Bound } from "../../core/motion/bounds.ts";
import { AT_REST, GAP, JOINTS, type Velocities } from "../../core/motion/limits.ts";
import { RANGES } from "../../core/motion/ranges.ts";
import { leadsInto } from "../../core/motion/touching.ts";
import { lookAtCloud, reading, type Reading } from "../../core/motion/zones.ts";
import { newtons, type Newtons, type Seconds } from "../../core/units.ts";
import type { Posture } from "../way/way.ts";
import type { Dice } from "./dice.ts";

const LINKS = ["base_link", "lift_link", "left_arm", "right_arm", "tail"];
const THINGS = 3;
const XYZ = 3;
/** N, more than a heavy person weighs on the pads. */
const MOST_SUPPORT = 700;

export interface Ward {
  /** Lets the drives go on for so long as they were told; after `GAP` of silence they stop by themselves. */
  go(velocities: Velocities, elapsed: Seconds): void;
  readonly joints: readonly number[];
  /** What joints and odometry say. */
  posture(): Posture;
  /** What the lidar makes of the things that stand about. */
  look(): Reading;
  /** What is felt now, and the force on the pads; both change at times. */
  feel(): { readonly felt: readonly Bound[]; readonly support: Newtons };
}

export function ward({ draw, chance, pick }: Dice): Ward {
  let [x, y, yaw] = [0, 0, 0];
  const joints = JOINTS.map((joint) => draw() * RANGES[joint].upper);
  const things = Array.from({ length: THINGS }, () => [draw() * 4 - 2, draw() * 4 - 2] as const);
  const seen = reading();
  const points = new Float32Array(THINGS * XYZ);
  let felt: readonly Bound[] = [];
  let support = newtons(NaN);

  const pressing = (): Bound => {
    const [nx, ny, nz] = [draw() - 0.5, draw() - 0.5, draw() - 0.5];
    const length = Math.hypot(nx, ny, nz);
    const along = leadsInto(
      pick(LINKS),
      [draw(), draw() - 0.5, draw()],
      [nx / length, ny / length, nz / length],
    );
    const most = chance(0.5) ? 0 : chance(0.05) ? NaN : draw() * 0.1;
    return { name: "felt", along, most, stops: chance(0.7) };
  };
  return {
    joints,
    go(velocities, elapsed) {
      const time = Math.min(elapsed, GAP);
      const [forward = NaN, turn = NaN] = velocities;
      joints.forEach((joint, place) => (joints[place] = joint + (velocities[place + 2] ?? NaN) * time));
      x += Math.cos(yaw) * forward * time;
      y += Math.sin(yaw) * forward * time;
      yaw += turn * time;
    },
    posture: () => ({ x, y, yaw, joints: [...joints] }),
    look() {
      const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
      things.forEach(([tx, ty], thing) => {
        points[thing * XYZ] = cos * (tx - x) + sin * (ty - y);
        points[thing * XYZ + 1] = cos * (ty - y) - sin * (tx - x);
        points[thing * XYZ + 2] = 1;
      });
      lookAtCloud(chance(0.01) ? NOTHING : points, seen);
      return seen;
    },
    feel() {
      if (chance(0.03))
        felt = chance(0.5) ? [] : Array.from({ length: 1 + Math.floor(2 * draw()) }, pressing);
      if (chance(0.03)) support = newtons(chance(0.1) ? NaN : draw() * MOST_SUPPORT - 50);
      return { felt, support };
    },
  };
}
/** A cloud of nothing is a blind one. */
const NOTHING = new Float32Array(0);
export const STILL: Velocities = AT_REST;
