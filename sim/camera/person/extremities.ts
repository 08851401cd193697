// Head, hands and shoes: finer shapes that do not bend, each in the frame of its own bone.
import type { Vec3 } from "../../../core/frames.ts";
import { ellipsoid, rod, smoothUnion } from "../distance.ts";
import type { Distance } from "../distance.ts";
import { noise } from "../noise.ts";

/** All lengths in m on the reference person, drawn by eye. */
export interface Extremity {
  readonly distance: Distance;
  readonly low: Vec3;
  readonly high: Vec3;
}

/** The middle of the head in the head bone's frame (the bone starts at the base of the neck). */
export const HEAD_CENTRE: Vec3 = [0.012, 0, 0.185];

/** How far a point is in front of the hair line: negative is under the hair. In head coordinates. */
export const hairLine = (x: number, z: number): number => x - 0.045 + Math.max(0, 0.045 - z) * 1.05 - 0.012;

/** Adds one shape to what is there. */
type Add = (d: number, p: Vec3) => number;
const ball =
  (centre: Vec3, radii: Vec3, blend: number): Add =>
  (d, p) =>
    smoothUnion(d, ellipsoid(p, centre, radii), blend);
const bar =
  (a: Vec3, b: Vec3, ra: number, rb: number, blend: number): Add =>
  (d, p) =>
    smoothUnion(d, rod(p, a, b, ra, rb), blend);
const build = (adds: readonly Add[], p: Vec3): number => adds.reduce((d, add) => add(d, p), 1);

/** On the middle of the face, and on both sides of it (the point's y is then taken positive). */
const FACE: readonly Add[] = [
  ball([-0.012, 0, 0.02], [0.098, 0.077, 0.083], 0.001), // cranium
  ball([0.022, 0, -0.045], [0.066, 0.058, 0.07], 0.035), // jaw
  ball([0.055, 0, -0.098], [0.026, 0.026, 0.02], 0.025), // chin
  ball([0.045, 0.042, -0.04], [0.034, 0.024, 0.028], 0.02), // cheek
  ball([0.066, 0.03, 0.02], [0.02, 0.03, 0.012], 0.018), // brow
  bar([0.082, 0, 0.006], [0.102, 0, -0.032], 0.008, 0.0125, 0.014), // nose
  ball([0.092, 0.011, -0.036], [0.011, 0.009, 0.008], 0.008), // nostril
  ball([0.083, 0, -0.064], [0.012, 0.025, 0.01], 0.012), // lips
  (d, p) => -smoothUnion(-d, ellipsoid(p, [0.098, 0.033, -0.004], [0.018, 0.02, 0.013]), 0.012), // eye socket
  ball([-0.008, 0.078, -0.012], [0.018, 0.009, 0.032], 0.006), // ear
];

function hair([x, y, z]: Vec3): number {
  const curl = (noise(x * 60 + 9, y * 60 + 9, z * 60 + 9) - 0.5) * 0.006;
  const crown = ellipsoid([x, y, z], [-0.018, 0, 0.026], [0.106, 0.086, 0.088]);
  const nape = ellipsoid([x, y, z], [-0.045, 0, -0.045], [0.062, 0.066, 0.06]);
  return Math.max(smoothUnion(crown, nape, 0.03) + curl, hairLine(x, z), -0.098 - z);
}

export const head: Extremity = {
  distance: ([x, y, z]) => {
    const p: Vec3 = [x - HEAD_CENTRE[0], Math.abs(y), z - HEAD_CENTRE[2]];
    return Math.min(build(FACE, p), hair([p[0], y, p[2]]));
  },
  low: [-0.13, -0.115, 0.007],
  high: [0.17, 0.115, 0.317],
};

const finger = (across: number, reach: number): readonly Add[] => {
  const bend: Vec3 = [across * 1.15, -0.012, -0.095 - reach * 0.55];
  return [
    bar([across * 0.95, 0, -0.095], bend, 0.0098, 0.0092, 0.006),
    bar(bend, [across * 1.2, -0.032, -0.095 - reach], 0.0092, 0.0082, 0.004),
  ];
};
const HAND: readonly Add[] = [
  bar([0, 0, 0.03], [0, 0, -0.02], 0.026, 0.028, 0.001), // wrist
  ball([0.002, 0, -0.06], [0.042, 0.018, 0.052], 0.02), // palm
  ...finger(0.03, 0.066),
  ...finger(0.01, 0.074),
  ...finger(-0.01, 0.07),
  ...finger(-0.03, 0.055),
  bar([0.032, -0.004, -0.04], [0.058, -0.016, -0.082], 0.0125, 0.0105, 0.012), // thumb
  bar([0.058, -0.016, -0.082], [0.06, -0.022, -0.108], 0.0105, 0.009, 0.005),
];

/** The left hand; the right one is its mirror. */
const leftHand: Distance = (p) => build(HAND, p);

/** The ankle joint is this far above the floor. */
const ANKLE_HEIGHT = 0.0663;
const SHOE: readonly Add[] = [
  bar([-0.005, 0, 0.03], [0, 0, -0.01], 0.043, 0.045, 0.001), // ankle
  ball([-0.03, 0, -0.03], [0.052, 0.036, 0.045], 0.03), // heel
  ball([0.06, 0.002, -0.038], [0.12, 0.043, 0.036], 0.03), // instep
  ball([0.1, 0.004, -0.044], [0.085, 0.047, 0.026], 0.02), // toes
];
const leftShoe: Distance = (p) => {
  const upper = Math.max(build(SHOE, p), -ANKLE_HEIGHT - p[2]);
  const sole = Math.max(
    ellipsoid(p, [0.045, 0.002, -0.05], [0.142, 0.05, 0.05]),
    -ANKLE_HEIGHT - p[2],
    p[2] + 0.045,
  );
  return Math.min(upper, sole);
};

const mirrored = (distance: Distance, side: 1 | -1): Distance =>
  side > 0 ? distance : ([x, y, z]) => distance([x, -y, z]);

export const hand = (side: 1 | -1): Extremity => ({
  distance: mirrored(leftHand, side),
  low: [-0.06, -0.06, -0.2],
  high: [0.085, 0.06, 0.05],
});
export const shoe = (side: 1 | -1): Extremity => ({
  distance: mirrored(leftShoe, side),
  low: [-0.11, -0.07, -0.085],
  high: [0.21, 0.07, 0.09],
});
