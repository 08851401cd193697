// How far a standing person is from losing balance: the margin of stability of Hof 2005, from where the links are.
import {
  bodyLengths,
  SEGMENT_MASS,
  type PlainLengths,
  type Segment,
  type Sex,
} from "../../core/body/segments.ts";
import type { LinkPoses, Pose } from "../../core/messages.ts";
import { contains, hullOf, nearestOf, nowhere } from "../../core/motion/polygon.ts";
import { GRAVITY } from "../../core/motion/support.ts";
import { metres } from "../../core/units.ts";

type Point = readonly [x: number, y: number, z: number];

/** A sole's corner nearer to the floor than this bears, m (as sim/sensors/kinematics.ts). */
const ON_FLOOR = 0.015;
/** Half the breadth of a sole, of stature (the simulated person's shoes). */
const SOLE = 0.029;
/** The head's centre above its joint, of stature [D]: half of what is above the neck. */
const HEAD = 0.085;

/** Where each link's centre of mass lies in its own frame, m, and its share of the body's mass. */
function centresOf(l: PlainLengths, stature: number, sex: Sex) {
  const row = (link: string, segment: Segment, length: number, vertical: 1 | -1) => {
    const { mass, centre } = SEGMENT_MASS[sex][segment];
    return { link: `resident/${link}`, mass, at: [0, 0, vertical * centre * length] as Point };
  };
  const limbs = (["left", "right"] as const).flatMap((side) => [
    row(`${side}_upper_arm`, "upperArm", l.upperArm, -1),
    row(`${side}_forearm`, "forearm", l.forearm, -1),
    row(`${side}_hand`, "hand", l.hand, -1),
    row(`${side}_thigh`, "thigh", l.thigh, -1),
    row(`${side}_shank`, "shank", l.shank, -1),
    row(`${side}_foot`, "foot", l.ankleHeight, -1),
  ]);
  return [
    row("pelvis", "pelvis", l.lumbar, 1),
    row("thorax", "thorax", l.trunk - l.lumbar, 1),
    row("head", "head", 2 * HEAD * stature, 1),
    ...limbs,
  ];
}

function pointOf({ position: p, orientation: { x, y, z, w } }: Pose, [a, b, c]: Point): Point {
  const [tx, ty, tz] = [2 * (y * c - z * b), 2 * (z * a - x * c), 2 * (x * b - y * a)];
  return [
    p.x + a + w * tx + y * tz - z * ty,
    p.y + b + w * ty + z * tx - x * tz,
    p.z + c + w * tz + x * ty - y * tx,
  ];
}

/**
 * To be asked with poses `period` seconds apart: from the extrapolated centre of mass to the edge of the soles that are
 * on the floor, m; negative outside of them, and not a number at the first look or with no sole on the floor.
 */
export function balanceOf(stature: number, sex: Sex): (poses: LinkPoses, period: number) => number {
  const l: PlainLengths = bodyLengths(metres(stature));
  const centres = centresOf(l, stature, sex);
  const corners = [-l.heel, l.foot - l.heel].flatMap((x) =>
    [-SOLE, SOLE].map((y): Point => [x, y * stature, -l.ankleHeight]),
  );
  const found = nowhere();
  let before: Point | undefined;
  return ({ names, poses }, period) => {
    const poseOf = (name: string) => poses[names.indexOf(name)];
    const sum = [0, 0, 0];
    for (const { link, mass, at } of centres) {
      const pose = poseOf(link);
      const point = pose && pointOf(pose, at);
      for (const axis of [0, 1, 2] as const) sum[axis] = (sum[axis] ?? 0) + mass * (point?.[axis] ?? NaN);
    }
    const total = centres.reduce((all, { mass }) => all + mass, 0);
    const [x, y, z] = sum.map((value) => value / total) as unknown as Point;
    const last = before;
    before = [x, y, z];
    if (last === undefined) return NaN;
    const ahead = Math.sqrt(z / GRAVITY) / period;
    const base = ["resident/left_foot", "resident/right_foot"].flatMap((foot) => {
      const pose = poseOf(foot);
      const points = pose === undefined ? [] : corners.map((corner) => pointOf(pose, corner));
      return points.filter(([, , up]) => up < ON_FLOOR).map(([cx, cy]) => [cx, cy] as const);
    });
    const hull = hullOf(base);
    if (hull.length < 6) return NaN;
    const [ex, ey] = [x + (x - last[0]) * ahead, y + (y - last[1]) * ahead];
    nearestOf(hull, ex, ey, found);
    return (contains(hull, ex, ey) ? 1 : -1) * Math.sqrt(found.squared);
  };
}
