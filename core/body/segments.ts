// The human body in numbers: segment lengths from stature, masses and centres of mass from sex, with their sources.
import { metres, type Metres } from "../units.ts";

export type Sex = "female" | "male";

/**
 * Segment lengths as fractions of stature: Drillis & Contini 1966 (DOMAIN §2.3 for shank, thigh, trunk, arm, foot and
 * ankle height; half breadths of hip joints and shoulder joints scaled in from their 0.191 and 0.259 of stature).
 * `lumbar` is the height of the joint between pelvis and thorax above the hips (L4/L5).
 */
export const LENGTH = {
  ankleHeight: 0.039,
  shank: 0.246,
  thigh: 0.245,
  trunk: 0.288,
  lumbar: 0.075,
  upperArm: 0.186,
  forearm: 0.146,
  hand: 0.108,
  foot: 0.152,
  heel: 0.035,
  hipHalfBreadth: 0.052,
  shoulderHalfBreadth: 0.115,
} as const;

/** How one segment weighs: share of body mass, centre of mass and radii of gyration as shares of its length. */
export interface SegmentMass {
  readonly mass: number;
  /** From the proximal joint, along the segment. */
  readonly centre: number;
  /** About its x (sagittal), y (transverse) and z (longitudinal) axes. */
  readonly gyration: readonly [x: number, y: number, z: number];
}

export type Segment =
  "head" | "thorax" | "pelvis" | "upperArm" | "forearm" | "hand" | "thigh" | "shank" | "foot";

/**
 * de Leva 1996, tables 2 and 4 (J. Biomech. 29(9)). The trunk is split: pelvis is his lower trunk, thorax his upper and
 * middle trunk together (15.96 + 16.33 % and 15.45 + 14.65 %); their centres and radii are taken half-way up the part
 * and from a solid of its size, because his trunk endpoints are not joints.
 */
export const SEGMENT_MASS: Readonly<Record<Sex, Readonly<Record<Segment, SegmentMass>>>> = {
  male: {
    head: { mass: 0.0694, centre: 0.5, gyration: [0.303, 0.315, 0.261] },
    thorax: { mass: 0.3229, centre: 0.5, gyration: [0.4, 0.36, 0.33] },
    pelvis: { mass: 0.1117, centre: 0.45, gyration: [0.615, 0.551, 0.587] },
    upperArm: { mass: 0.0271, centre: 0.5772, gyration: [0.285, 0.269, 0.158] },
    forearm: { mass: 0.0162, centre: 0.4574, gyration: [0.276, 0.265, 0.121] },
    hand: { mass: 0.0061, centre: 0.362, gyration: [0.288, 0.235, 0.184] },
    thigh: { mass: 0.1416, centre: 0.4095, gyration: [0.329, 0.329, 0.149] },
    shank: { mass: 0.0433, centre: 0.4395, gyration: [0.251, 0.246, 0.102] },
    foot: { mass: 0.0137, centre: 0.4415, gyration: [0.124, 0.245, 0.257] },
  },
  female: {
    head: { mass: 0.0668, centre: 0.5, gyration: [0.271, 0.295, 0.261] },
    thorax: { mass: 0.301, centre: 0.5, gyration: [0.4, 0.36, 0.33] },
    pelvis: { mass: 0.1247, centre: 0.45, gyration: [0.433, 0.402, 0.444] },
    upperArm: { mass: 0.0255, centre: 0.5754, gyration: [0.278, 0.26, 0.148] },
    forearm: { mass: 0.0138, centre: 0.4559, gyration: [0.261, 0.257, 0.094] },
    hand: { mass: 0.0056, centre: 0.3427, gyration: [0.244, 0.208, 0.154] },
    thigh: { mass: 0.1478, centre: 0.3612, gyration: [0.369, 0.364, 0.162] },
    shank: { mass: 0.0481, centre: 0.4352, gyration: [0.267, 0.263, 0.092] },
    foot: { mass: 0.0129, centre: 0.4014, gyration: [0.139, 0.279, 0.299] },
  },
};

/** Lengths of one person, in metres. */
export type BodyLengths = { readonly [K in keyof typeof LENGTH]: Metres };

/** The same as plain numbers, for formulas. */
export type PlainLengths = { readonly [K in keyof typeof LENGTH]: number };

/** The lengths of a person of this stature. Throws for a stature no adult has (1.2 to 2.2 m). */
export function bodyLengths(stature: Metres): BodyLengths {
  if (!(stature >= 1.2 && stature <= 2.2))
    throw new Error(`stature ${stature} m: expected an adult between 1.2 and 2.2 m`);
  const entries = Object.entries(LENGTH).map(([name, share]) => [name, metres(share * stature)]);
  return Object.fromEntries(entries) as BodyLengths;
}
