// Decides whether what the model found is a person: ghosts on furniture are as sure of themselves as people are.
import { LANDMARK } from "../core/body/skeleton.ts";
import type { LandmarkName } from "../core/body/skeleton.ts";
import type { Vec3 } from "../core/frames.ts";
import type { Metres, Radians, Seconds } from "../core/units.ts";
import { metres, milliseconds, radians, seconds } from "../core/units.ts";
import type { Landmark } from "./landmarker.ts";
import type { Place } from "./locate.ts";
import { length, middle, subtract } from "./vectors.ts";

/** The trunk and the thighs: without them no angle that a lift needs is known. */
const CORE: readonly LandmarkName[] = [
  "left_shoulder",
  "right_shoulder",
  "left_hip",
  "right_hip",
  "left_knee",
  "right_knee",
];

export interface PresenceLimits {
  /** A placed body fits a person's picture to about 0.02 rad; a skeleton strewn over furniture need not. */
  readonly maxResidual: Radians;
  /** How far below the floor, and above a reaching hand's height, a landmark may seem to be without loss of trust. */
  readonly floorSlack: Metres;
  /** Faster than a fall (DOMAIN §2.4: hip 1.2 m/s) plus the noise of one frame: another thing was found. */
  readonly maxStep: Metres;
  /** A person is believed only after having been followed this long ... */
  readonly settling: Seconds;
  /** ... and is a new one after a gap of this length. */
  readonly maxGap: Seconds;
}
export const PRESENCE_LIMITS: PresenceLimits = {
  maxResidual: radians(0.04),
  floorSlack: metres(0.35),
  maxStep: metres(0.5),
  settling: milliseconds(130),
  maxGap: seconds(0.5),
};
/** The tallest people reach about 2.6 m up; cameras of a ward hang no lower than that of their reach. */
const REACH = 2.6;

export interface Found {
  readonly image: readonly Landmark[];
  /** Undefined where the camera's place is not known: then the floor cannot speak. */
  readonly place: Place | undefined;
}

/** The mean visibility of the core landmarks, 0 for those outside the picture. */
function coreVisibility(image: readonly Landmark[]): number {
  const seen = CORE.map((name) => {
    const landmark = image[LANDMARK[name]];
    if (landmark === undefined) return 0;
    const inside = landmark.x >= 0 && landmark.x <= 1 && landmark.y >= 0 && landmark.y <= 1;
    return inside ? landmark.visibility : 0;
  });
  return seen.reduce((sum, value) => sum + value, 0) / CORE.length;
}

/** 1 up to the limit, falling to 0 at twice of it; NaN stays NaN and ends as no confidence. */
const allowed = (amount: number, limit: number): number => Math.max(0, Math.min(1, 2 - amount / limit));

/** 1 for a body that stands in the room as a person could, falling to 0. */
function plausibility({ points, residual }: Place, limits: PresenceLimits): number {
  const heights = points.map((point) => point[2]);
  const below = 0 - Math.min(...heights);
  const above = Math.max(...heights) - REACH;
  return allowed(Math.max(below, above), limits.floorSlack) * allowed(residual, limits.maxResidual);
}

const middleOfHips = (points: readonly Vec3[]): Vec3 =>
  middle(points[LANDMARK.left_hip] ?? [NaN, NaN, NaN], points[LANDMARK.right_hip] ?? [NaN, NaN, NaN]);

interface Track {
  readonly since: Seconds;
  readonly last: Seconds;
  readonly hips: Vec3 | undefined;
}

/** Is this still the one that was followed? A jump, a gap or a clock that went back makes it another. */
function follows(track: Track, hips: Vec3 | undefined, time: Seconds, limits: PresenceLimits): boolean {
  const gap = time - track.last;
  if (!(gap >= 0 && gap <= limits.maxGap)) return false;
  return (
    track.hips === undefined || hips === undefined || length(subtract(hips, track.hips)) <= limits.maxStep
  );
}

/**
 * Watches one person from frame to frame. The answer is a confidence 0..1: visibility of the trunk and thighs,
 * times how well the body fits the room, times how long it has been followed without a jump.
 */
export function watchPresence(limits: PresenceLimits = PRESENCE_LIMITS) {
  let track: Track | undefined;
  return (found: Found | undefined, time: Seconds): number => {
    if (found === undefined) return 0;
    const hips = found.place === undefined ? undefined : middleOfHips(found.place.points);
    const since = track !== undefined && follows(track, hips, time, limits) ? track.since : time;
    track = { since, last: time, hips };
    const followed = limits.settling > 0 ? Math.min(1, (time - since) / limits.settling) : 1;
    const fit = found.place === undefined ? 1 : plausibility(found.place, limits);
    const confidence = coreVisibility(found.image) * fit * (1 + followed) * 0.5;
    return Number.isFinite(confidence) ? confidence : 0;
  };
}
