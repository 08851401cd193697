// From what the model found in one picture to what is known of the person: place, angles, posture, and how sure.
import type { Transform, Vec3 } from "../core/frames.ts";
import type { Metres, Seconds } from "../core/units.ts";
import { radians, seconds } from "../core/units.ts";
import { bodyAngles, levelLeft } from "./angles.ts";
import type { BodyAngles } from "./angles.ts";
import { bodyScale } from "./body-size.ts";
import { LEVEL_CAMERA } from "./camera.ts";
import type { Intrinsics } from "./camera.ts";
import { alongRays, floorFactor, seatFactor, sideways } from "./ground.ts";
import type { Detection } from "./landmarker.ts";
import { locate } from "./locate.ts";
import type { Place } from "./locate.ts";
import { posture } from "./posture.ts";
import type { PostureEstimate } from "./posture.ts";
import { PRESENCE_LIMITS, watchPresence } from "./presence.ts";
import type { PresenceLimits } from "./presence.ts";
import { oneEuro } from "./smoothing.ts";

export interface Observation {
  /** 0..1; below the caller's limit nothing else of this may be used. */
  readonly confidence: number;
  readonly detection: Detection | undefined;
  /** 33 points in the map frame; undefined when nobody was found or the landmarks fix no place. */
  readonly points: readonly Vec3[] | undefined;
  readonly angles: BodyAngles;
  readonly posture: PostureEstimate;
}

export interface View {
  readonly camera: Intrinsics;
  /** The camera's optical frame in the map; undefined when unknown: then it is taken as level, and nobody has a place. */
  readonly place: Transform<"map", "camera_optical"> | undefined;
  /** Of the person in care, where it is known: the scale of everything measured. */
  readonly stature: Metres | undefined;
  /** Of the seat they sit on, above the floor, where it is known. */
  readonly seatHeight?: Metres | undefined;
}

const NO_ANGLES: BodyAngles = {
  trunkLean: radians(NaN),
  trunkTilt: radians(NaN),
  leftKnee: radians(NaN),
  rightKnee: radians(NaN),
  leftHip: radians(NaN),
  rightHip: radians(NaN),
};
/** What is known when nobody was found. */
export const NOBODY: Observation = {
  confidence: 0,
  detection: undefined,
  points: undefined,
  angles: NO_ANGLES,
  posture: { posture: "unknown", confidence: 0 },
};

// At rest 2 Hz takes the tremble of a landmark angle (about 2°) down to a third; a trunk that leans at 1 rad/s is
// followed at 8 Hz, 20 ms late.
const ANGLE_FILTER = { minCutoff: 2, speedCoefficient: 6, derivativeCutoff: 2, maxGap: seconds(0.5) };
// The size of a person does not change: a cut-off of 0.15 Hz averages over about a second.
const SCALE_FILTER = { minCutoff: 0.15, speedCoefficient: 0, derivativeCutoff: 1, maxGap: seconds(2) };
// How the feet correct the distance changes with how the legs are seen: followed within a fifth of a second.
const FLOOR_FILTER = { minCutoff: 0.8, speedCoefficient: 0, derivativeCutoff: 1, maxGap: seconds(2) };

// A person in care turns slowly if at all: which way they face is averaged over two seconds.
const HEADING_FILTER = { minCutoff: 0.08, speedCoefficient: 0, derivativeCutoff: 1, maxGap: seconds(1) };

/** Steadies a level direction; unknown stays unknown. */
function smoothDirection() {
  const [steadyX, steadyY] = [oneEuro(HEADING_FILTER), oneEuro(HEADING_FILTER)];
  return ([x, y]: Vec3, time: Seconds): Vec3 => {
    const [sx, sy] = [steadyX(x, time), steadyY(y, time)];
    const size = Math.hypot(sx, sy);
    return [sx / size, sy / size, 0];
  };
}

type AngleName = keyof BodyAngles;
const ANGLE_NAMES = Object.keys(NO_ANGLES) as readonly AngleName[];

function smoothAngles() {
  const filters = new Map(ANGLE_NAMES.map((name) => [name, oneEuro(ANGLE_FILTER)]));
  return (angles: BodyAngles, time: Seconds): BodyAngles => {
    const smooth = (name: AngleName) => radians(filters.get(name)?.(angles[name], time) ?? NaN);
    return {
      trunkLean: smooth("trunkLean"),
      trunkTilt: smooth("trunkTilt"),
      leftKnee: smooth("leftKnee"),
      rightKnee: smooth("rightKnee"),
      leftHip: smooth("leftHip"),
      rightHip: smooth("rightHip"),
    };
  };
}

/** Follows the one person in care through a stream of pictures; give each picture once, in order of time. */
export function observePerson(limits: PresenceLimits = PRESENCE_LIMITS) {
  const presence = watchPresence(limits);
  const smooth = smoothAngles();
  const steadyLeft = smoothDirection();
  const steadyScale = oneEuro(SCALE_FILTER);
  const steadyFloor = oneEuro(FLOOR_FILTER);
  const placed = (place: Place, { image }: Detection, view: View, time: Seconds) => {
    if (view.place === undefined)
      return { points: place.points, left: steadyLeft(levelLeft(place.points), time) };
    const lens = view.place.translation;
    const visibility = image.map((landmark) => landmark.visibility);
    const factor =
      seatFactor(place.points, lens, view.stature, view.seatHeight) ??
      floorFactor(place.points, visibility, lens);
    const along = alongRays(place.points, lens, steadyFloor(factor, time));
    const left = steadyLeft(levelLeft(along), time);
    return { points: sideways(along, lens, left), left };
  };
  return (detection: Detection | undefined, view: View, time: Seconds): Observation => {
    const world = detection?.world.map(({ x, y, z }): Vec3 => [x, y, z]) ?? [];
    const scale = detection === undefined ? 1 : steadyScale(bodyScale(world, view.stature), time);
    const place = detection && locate(detection, view.camera, view.place ?? LEVEL_CAMERA, scale);
    if (detection === undefined || place === undefined) {
      presence(undefined, time);
      return { ...NOBODY, detection };
    }
    const known = view.place !== undefined;
    const { points, left } = placed(place, detection, view, time);
    const confidence = presence(
      { image: detection.image, place: known ? { ...place, points } : undefined },
      time,
    );
    const angles = smooth(bodyAngles(points, left), time);
    return { confidence, detection, points: known ? points : undefined, angles, posture: posture(angles) };
  };
}
