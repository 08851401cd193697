// The shape of the dressed trunk and limbs at rest, as a smooth union of rods, ellipsoids and a trunk profile.
import type { Vec3 } from "../../../core/frames.ts";
import { originOf } from "../affine.ts";
import { ellipsoid, mix, mixPoints, rod, smoothUnion } from "../distance.ts";
import type { Distance } from "../distance.ts";
import type { Bone } from "./bones.ts";
import type { Figure } from "./figure.ts";

export type SkinPart = "torso" | "arm" | "leg" | "neck";
export interface Blob {
  readonly part: SkinPart;
  /** How far its surface blends into the others', m on the reference person. */
  readonly blend: number;
  readonly distance: Distance;
}

/** The trunk of the reference person, drawn by eye: height, half width, half depth, centre; all m. */
const PROFILE: readonly (readonly [z: number, width: number, depth: number, x: number])[] = [
  [0.775, 0.13, 0.095, -0.012],
  [0.84, 0.166, 0.112, -0.012],
  [0.9, 0.176, 0.122, -0.014],
  [0.97, 0.168, 0.118, -0.008],
  [1.06, 0.152, 0.11, 0.004],
  [1.16, 0.152, 0.11, 0.004],
  [1.26, 0.164, 0.115, 0],
  [1.34, 0.166, 0.112, -0.008],
  [1.4, 0.148, 0.092, -0.016],
  [1.435, 0.1, 0.068, -0.02],
  [1.46, 0.06, 0.055, -0.018],
];
const LOWEST = 0.775;
const HIGHEST = 1.46;
/** Exponent of the cross-section: 2 is an ellipse, more is squarer. */
const SQUARENESS = 2.35;

function profileAt(z: number): readonly [width: number, depth: number, x: number] {
  const after = PROFILE.findIndex((row) => row[0] >= z);
  const b = PROFILE.at(after < 0 ? -1 : after) ?? [z, 0, 0, 0];
  const a = after < 1 ? b : (PROFILE[after - 1] ?? b);
  const t = a === b ? 0 : (z - a[0]) / (b[0] - a[0]);
  return [mix(a[1], b[1], t), mix(a[2], b[2], t), mix(a[3], b[3], t)];
}

function torso({ size, girth }: Figure): Distance {
  return ([x, y, z]) => {
    const height = z / size;
    const [width, depth, centre] = profileAt(height);
    const across = Math.abs(y / (width * girth));
    const along = Math.abs((x - centre * size) / (depth * girth));
    const round = (across ** SQUARENESS + along ** SQUARENESS) ** (1 / SQUARENESS);
    const side = (round - 1) * Math.min(width, depth) * girth;
    const over = Math.max(LOWEST - height, height - HIGHEST) * size;
    return over > 0 ? Math.max(side, 0) + over : Math.max(side, over);
  };
}

function trunkBlobs(figure: Figure, joint: (bone: Bone) => Vec3): Blob[] {
  const { size: s, girth: g } = figure;
  const at = (x: number, y: number, z: number): Vec3 => [x * s, y * s, z * s];
  const ball = (blend: number, centre: Vec3, radii: Vec3): Blob => ({
    part: "torso",
    blend,
    distance: (p) => ellipsoid(p, centre, [radii[0] * g, radii[1] * g, radii[2] * g]),
  });
  const half = (y: 1 | -1): Blob[] => {
    const shoulder = joint(y > 0 ? "left_upper_arm" : "right_upper_arm");
    const root = at(-0.02, y * 0.03, 1.46);
    const tip: Vec3 = [shoulder[0] - 0.01 * s, shoulder[1] * 0.95, shoulder[2] + 0.02 * s];
    return [
      ball(0.03, at(-0.065, y * 0.075, 0.87), [0.085, 0.085, 0.095]), // seat
      ball(0.03, at(0.062, y * 0.078, 1.275), [0.052, 0.075, 0.06]), // chest
      { part: "torso", blend: 0.04, distance: (p) => rod(p, root, tip, 0.042 * g, 0.045 * g) }, // shoulder line
    ];
  };
  const [low, high] = [at(-0.018, 0, 1.42), at(0.006, 0, 1.56)];
  return [
    { part: "torso", blend: 0.03, distance: torso(figure) },
    ...half(1),
    ...half(-1),
    { part: "neck", blend: 0.02, distance: (p) => rod(p, low, high, 0.058 * g, 0.052 * g) },
  ];
}

function armBlobs({ girth: g, clothes }: Figure, shoulder: Vec3, elbow: Vec3, wrist: Vec3): Blob[] {
  const belly = mixPoints(elbow, wrist, 0.35);
  const cuff = mixPoints(elbow, wrist, Math.max(0, (clothes.sleeve - 0.5) * 1.96));
  const part = "arm";
  const bare: Blob[] = [
    { part, blend: 0.045, distance: (p) => ellipsoid(p, shoulder, [0.058 * g, 0.058 * g, 0.06 * g]) },
    { part, blend: 0.03, distance: (p) => rod(p, shoulder, elbow, 0.052 * g, 0.041 * g) },
    { part, blend: 0.02, distance: (p) => rod(p, elbow, belly, 0.041 * g, 0.042 * g) },
    { part, blend: 0.02, distance: (p) => rod(p, belly, wrist, 0.041 * g, 0.026 * g) },
  ];
  const hem = mixPoints(shoulder, elbow, Math.min(1, clothes.sleeve * 1.5));
  const upper: Blob = { part, blend: 0.008, distance: (p) => rod(p, shoulder, hem, 0.057 * g, 0.049 * g) };
  const lower: Blob = { part, blend: 0.008, distance: (p) => rod(p, elbow, cuff, 0.049 * g, 0.038 * g) };
  return clothes.sleeve > 0.5 ? [...bare, upper, lower] : [...bare, upper];
}

function legBlobs({ size: s, girth: g }: Figure, hip: Vec3, knee: Vec3, ankle: Vec3): Blob[] {
  const upper = mixPoints(knee, ankle, 0.35);
  const lower = mixPoints(knee, ankle, 0.93);
  const calf = mixPoints(knee, ankle, 0.28);
  const behind: Vec3 = [calf[0] - 0.018 * s, calf[1], calf[2]];
  const part = "leg";
  return [
    { part, blend: 0.03, distance: (p) => rod(p, hip, knee, 0.092 * g, 0.066 * g) },
    { part, blend: 0.02, distance: (p) => rod(p, knee, upper, 0.064 * g, 0.064 * g) },
    { part, blend: 0.02, distance: (p) => rod(p, upper, lower, 0.064 * g, 0.052 * g) },
    { part, blend: 0.02, distance: (p) => ellipsoid(p, behind, [0.055 * g, 0.055 * g, 0.11 * g]) },
  ];
}

/** Everything that bends: trunk, neck, arms and legs of one person at rest. */
export function bodyBlobs(figure: Figure): readonly Blob[] {
  const joint = (bone: Bone): Vec3 => originOf(figure.rest[bone]);
  const arm = (side: "left" | "right") =>
    armBlobs(figure, joint(`${side}_upper_arm`), joint(`${side}_forearm`), joint(`${side}_hand`));
  const leg = (side: "left" | "right") =>
    legBlobs(figure, joint(`${side}_thigh`), joint(`${side}_shank`), joint(`${side}_foot`));
  return [...trunkBlobs(figure, joint), ...arm("left"), ...arm("right"), ...leg("left"), ...leg("right")];
}

/** The skin around all blobs. */
export function unionOf(blobs: readonly Blob[], size: number): Distance {
  const parts = blobs.map(({ blend, distance }) => ({ blend: blend * size, distance }));
  return (p) => {
    let nearest = Infinity;
    for (const { blend, distance } of parts) {
      const d = distance(p);
      nearest = d - nearest > blend ? nearest : smoothUnion(nearest, d, blend);
    }
    return nearest;
  };
}

/** Which part a point of the skin belongs to: the one whose own surface is nearest. */
export function partAt(blobs: readonly Blob[], p: Vec3): SkinPart {
  let [nearest, part]: [number, SkinPart] = [Infinity, "torso"];
  for (const blob of blobs) {
    const d = blob.distance(p);
    if (d < nearest) [nearest, part] = [d, blob.part];
  }
  return part;
}
