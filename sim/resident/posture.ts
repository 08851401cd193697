// The way from sitting to standing as geometry: joint angles in the sagittal plane, and where the mass is over the feet.
import { bodyLengths, SEGMENT_MASS, type Segment } from "../../core/body/segments.ts";
import { degrees, metres, radians, type Metres, type Radians } from "../../core/units.ts";
import type { ResidentParameters } from "./parameters.ts";

/** Angles are clinical (flexion positive); `trunkPitch` is the thorax against the vertical, forward positive. */
export interface Posture {
  readonly ankle: Radians;
  readonly knee: Radians;
  readonly hip: Radians;
  readonly lumbar: Radians;
  readonly trunkPitch: Radians;
  readonly pelvisPitch: Radians;
  /** The hip joints from the ankle joints: forward and up, m. */
  readonly hipForward: Metres;
  readonly hipHeight: Metres;
}

/** Feet drawn under the knees, as therapists ask for; shank 25° forward when sitting [D]. */
const SEATED_SHANK = degrees(25);
/** A little more dorsiflexion on the way (phase II ends at its maximum, DOMAIN §2.1), none but a few degrees at the end. */
const SHANK_BULGE = degrees(2);
const STANDING_SHANK = degrees(3);
const STANDING_KNEE = degrees(4);
/** Share of the trunk's pitch that is bent in the lumbar joint; the pelvis turns the rest. */
const LUMBAR_SHARE = 0.25;

/** The hip joint's height above a seat: the flattened tissue below it, as a share of stature [D]. */
export const HIP_ABOVE_SEAT = 0.058;

export interface PostureModel {
  readonly seatedKnee: Radians;
  /** The posture at a rise of 0 (seat) to 1 (standing) with a given trunk pitch. */
  at(rise: number, trunkPitch: Radians): Posture;
  /** The whole body's centre of mass, forward of the ankles. */
  massForward(posture: Posture): Metres;
  /** The trunk pitch that brings the centre of mass `forward` of the ankles. */
  balanced(rise: number, forward: Metres): Posture;
  /** Static moments of the body above each joint pair when balanced, N·m for both sides: what legs must hold. */
  load(posture: Posture): { readonly ankle: number; readonly knee: number; readonly hip: number };
}

interface Part {
  readonly mass: number;
  readonly x: number;
}

export function postureModel(p: ResidentParameters, seatHeight: Metres): PostureModel {
  const l = bodyLengths(p.stature);
  const parts = SEGMENT_MASS[p.sex];
  const share = (segment: Segment) => parts[segment].mass;
  const hipSeated = seatHeight + HIP_ABOVE_SEAT * p.stature;
  const shankUp = l.ankleHeight + l.shank * Math.cos(SEATED_SHANK);
  const cosine = (hipSeated - shankUp) / l.thigh;
  if (!(Math.abs(cosine) <= 1))
    throw new Error(
      `seat height ${seatHeight} m: a person of ${p.stature} m cannot sit there with the feet flat`,
    );
  const seatedKnee = SEATED_SHANK + Math.acos(cosine);

  function at(rise: number, trunkPitch: Radians): Posture {
    const shank = SEATED_SHANK + (STANDING_SHANK - SEATED_SHANK) * rise + SHANK_BULGE * 4 * rise * (1 - rise);
    const knee = seatedKnee + (STANDING_KNEE - seatedKnee) * rise;
    const lumbar = LUMBAR_SHARE * Math.max(0, trunkPitch);
    const pelvis = trunkPitch - lumbar;
    return {
      ankle: radians(shank),
      knee: radians(knee),
      hip: radians(pelvis - shank + knee),
      lumbar: radians(lumbar),
      trunkPitch,
      pelvisPitch: radians(pelvis),
      hipForward: metres(l.shank * Math.sin(shank) + l.thigh * Math.sin(shank - knee)),
      hipHeight: metres(l.ankleHeight + l.shank * Math.cos(shank) + l.thigh * Math.cos(shank - knee)),
    };
  }

  /** Parts from the feet up, as shares of body mass with their forward position; arms hang from the shoulders, forward. */
  function masses(q: Posture): { readonly shank: Part; readonly thigh: Part; readonly upper: Part } {
    const [shank, spine] = [q.ankle, q.trunkPitch];
    const knee = l.shank * Math.sin(shank);
    const lumbar = q.hipForward + l.lumbar * Math.sin(q.pelvisPitch);
    const up = (height: number) => lumbar + height * Math.sin(spine);
    const chest = l.trunk - l.lumbar;
    const arm = up(chest) + ARMS_FORWARD * l.upperArm;
    const pieces: Part[] = [
      { mass: share("pelvis"), x: q.hipForward + parts.pelvis.centre * l.lumbar * Math.sin(q.pelvisPitch) },
      { mass: share("thorax"), x: up(parts.thorax.centre * chest) },
      { mass: share("head"), x: up(chest + HEAD_CENTRE * p.stature) },
      { mass: 2 * (share("upperArm") + share("forearm") + share("hand")), x: arm },
    ];
    const mass = pieces.reduce((sum, piece) => sum + piece.mass, 0);
    return {
      shank: { mass: 2 * share("shank"), x: knee * (1 - parts.shank.centre) },
      thigh: { mass: 2 * share("thigh"), x: q.hipForward + (knee - q.hipForward) * parts.thigh.centre },
      upper: { mass, x: pieces.reduce((sum, piece) => sum + piece.mass * piece.x, 0) / mass },
    };
  }

  const footForward = parts.foot.centre * l.foot - l.heel;
  function massForward(q: Posture): Metres {
    const { shank, thigh, upper } = masses(q);
    const feet = 2 * share("foot");
    return metres(shank.mass * shank.x + thigh.mass * thigh.x + upper.mass * upper.x + feet * footForward);
  }

  function balanced(rise: number, forward: Metres): Posture {
    let [low, high] = [degrees(-10), degrees(75)];
    for (let i = 0; i < 30; i++) {
      const middle = radians((low + high) / 2);
      if (massForward(at(rise, middle)) < forward) low = middle;
      else high = middle;
    }
    return at(rise, radians((low + high) / 2));
  }

  function load(q: Posture) {
    const { shank, thigh, upper } = masses(q);
    const knee = l.shank * Math.sin(q.ankle);
    const weight = p.bodyMass * 9.81;
    return {
      hip: weight * upper.mass * (upper.x - q.hipForward),
      knee: weight * (upper.mass * (knee - upper.x) + thigh.mass * (knee - thigh.x)),
      ankle: weight * (shank.mass * shank.x + thigh.mass * thigh.x + upper.mass * upper.x),
    };
  }
  return { seatedKnee: radians(seatedKnee), at, massForward, balanced, load };
}

/** Arms reach a little forward while rising: their centre lies half an upper arm before the shoulders [D]. */
const ARMS_FORWARD = 0.5;
/** The head's centre of mass above the shoulder line, as a share of stature. */
const HEAD_CENTRE = 0.1;
