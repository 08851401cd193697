// Which foot carries how much, and where: the wanted centre of pressure shared out over the soles that are on the floor.
import type { Vec3 } from "../../core/frames.ts";
import type { Floor } from "./capture.ts";
import { beyond, type Foot } from "./footsteps.ts";
import type { Load } from "./muscle-drive.ts";

/** How far the pressure may go from the ankle: ahead, behind, and to each side; share of stature. */
const SOLE = { ahead: 0.062, behind: 0.015, aside: 0.02 } as const;

/** A foot's share of the weight, and where it presses. */
export interface Carried {
  readonly share: number;
  readonly at: Floor;
}

/** The nearest place to `at` where this sole can press. */
export function pressed(stature: number, foot: Foot, at: Floor): Floor {
  const [dx, dy] = [at[0] - foot.x, at[1] - foot.y];
  const [cos, sin] = [Math.cos(foot.yaw), Math.sin(foot.yaw)];
  const ahead = clamp(dx * cos + dy * sin, -SOLE.behind * stature, SOLE.ahead * stature);
  const left = clamp(dy * cos - dx * sin, -SOLE.aside * stature, SOLE.aside * stature);
  return beyond(foot, ahead, left);
}

/** Both feet on the floor: each from its own spot, so that together they press at `at`. */
export function sharedOut(
  stature: number,
  one: { readonly foot: Foot; readonly spot: Floor },
  other: { readonly foot: Foot; readonly spot: Floor },
  at: Floor,
): readonly [Carried, Carried] {
  const [lx, ly] = [other.spot[0] - one.spot[0], other.spot[1] - one.spot[1]];
  const squared = lx * lx + ly * ly;
  const u = clamp(((at[0] - one.spot[0]) * lx + (at[1] - one.spot[1]) * ly) / squared, 0, 1);
  const [ox, oy] = [at[0] - one.spot[0] - u * lx, at[1] - one.spot[1] - u * ly];
  const spot = (of: typeof one): Floor => pressed(stature, of.foot, [of.spot[0] + ox, of.spot[1] + oy]);
  return [
    { share: 1 - u, at: spot(one) },
    { share: u, at: spot(other) },
  ];
}

/** Where both feet together press. */
export const middleOf = ([a, b]: readonly [Carried, Carried]): Floor => [
  a.share * a.at[0] + b.share * b.at[0],
  a.share * a.at[1] + b.share * b.at[1],
];

/** What the hands lean on, in all: N, and its moments about the floor's origin that shift the pressure along x and y, N·m. */
export interface Leant {
  readonly force: Vec3;
  readonly moment: Floor;
}

export function leantOn(hands: readonly Load[]): Leant {
  let [fx, fy, fz, mx, my] = [0, 0, 0, 0, 0];
  for (const { at, force } of hands) {
    fx += force[0];
    fy += force[1];
    fz += force[2];
    mx += at[0] * force[2] - at[2] * force[0];
    my += at[1] * force[2] - at[2] * force[1];
  }
  return { force: [fx, fy, fz], moment: [mx, my] };
}

/** Where the feet must press for feet and hands together to press at `all`. */
export function ofFeet(all: Floor, { force, moment }: Leant, weight: number): Floor {
  const left = weight - force[2];
  return [(all[0] * weight - moment[0]) / left, (all[1] * weight - moment[1]) / left];
}

/** Where feet and hands press together when the feet press at `feet`. */
export function ofAll(feet: Floor, { force, moment }: Leant, weight: number): Floor {
  const left = weight - force[2];
  return [(feet[0] * left + moment[0]) / weight, (feet[1] * left + moment[1]) / weight];
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
