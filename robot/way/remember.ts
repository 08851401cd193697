// Remembers the way to the person and with them, look by look, and takes one up again after a restart.
import type { Load } from "../../core/safety/observations.ts";
import { metres } from "../../core/units.ts";
import { withoutHill } from "./hill.ts";
import {
  distance,
  distanceOfBase,
  distanceOfJoints,
  NO_WAY,
  SPACING,
  type Posture,
  type Way,
} from "./way.ts";

/** At the first spacing, 2.5 m of motion; a lift is half a metre. */
const MOST_POINTS = 512;
/** So much of the approach is remembered: at the first spacing 0.3 m, more than the pads sink out of the armpits. */
const MOST_APPROACH = 60;
/**
 * A robot that stands so near to the end of a way that was kept over a restart has not been moved since: at 0.1 m/s its
 * drives run on for 100 ms and brake at 0.4 m/s², which is 23 mm, and the arms give about as much under who leans on them.
 */
const UNMOVED = metres(0.05);

/**
 * Who holds themself up for a moment in the middle of a lift still has the seat below and behind: the way is kept until the
 * robot went further than this from where it felt them last. Less than a pad sinks out of the armpits, so who is touched
 * again within it is who was lost, and nobody is called down at half height.
 */
const STILL_THERE = metres(0.1);

/**
 * Further than this from the end of the way, between two looks, no robot comes: at 0.25 m/s the drives run on for 100 ms
 * and brake within 0.06 m, and the arms give 0.05 m under who leans on them. When the base and a joint have both leapt, the
 * place now lies in another life, and no way leads across. One alone is a sensor that was stuck and is not any more: the
 * person in the arms still has the seat below, along the way that is known.
 */
const LEAP = { base: metres(0.15), joint: metres(0.05) } as const;

/**
 * The way after one more look; it grows only while `recording`. Before contact it is the end of the approach, along which
 * the pads let go; from contact on it is the way with the person. When nobody is touched any more and the robot has moved
 * on, it is approach again.
 */
export function remember(way: Way, load: Load, posture: Posture | undefined, recording: boolean): Way {
  if (recording && hasLeapt(way, posture)) return remember(NO_WAY, load, posture, recording);
  if (load === "none") return unloaded(way, posture, recording);
  const felt = way.lost === undefined ? way : { ...way, lost: undefined };
  if (posture === undefined || !recording) return felt;
  // a load that is unknown began nobody knows where
  if (felt.contact === undefined)
    return load === "unknown"
      ? felt
      : { ...felt, points: [...felt.points, posture], contact: felt.points.length };
  // pads that had let go and rise again begin anew where they are
  return grown(felt, Math.min(felt.contact, Math.max(0, felt.points.length - 1)), posture);
}

function hasLeapt({ points, spacing }: Way, posture: Posture | undefined): boolean {
  const last = points.at(-1);
  if (last === undefined || posture === undefined) return false;
  const isBaseNear = distanceOfBase(posture, last) < spacing + LEAP.base;
  return !isBaseNear && !(distanceOfJoints(posture, last) < spacing + LEAP.joint);
}

/** Nobody is touched: above the seat and near where they were lost they may lean back any moment; anywhere else nobody was there. */
function unloaded(way: Way, posture: Posture | undefined, recording: boolean): Way {
  const lost = way.lost ?? posture ?? way.points.at(-1);
  const isAbove = way.contact !== undefined && way.points.length > way.contact;
  if (!isAbove || !isNear(posture, lost)) return approach(way, posture, recording);
  const kept = way.lost === undefined ? { ...way, lost } : way;
  return posture === undefined || !recording ? kept : grown(kept, way.contact, posture);
}

/** Where nobody knows where the robot is, it has not moved as far as anybody knows. */
const isNear = (posture: Posture | undefined, lost: Posture | undefined): boolean =>
  lost !== undefined && (posture === undefined || distance(posture, lost) < STILL_THERE);

function approach(way: Way, posture: Posture | undefined, recording: boolean): Way {
  const begun = way.spacing === SPACING ? { ...way, contact: undefined, lost: undefined } : NO_WAY;
  if (posture === undefined) return NO_WAY; // what is not known in between cannot be gone back along
  const last = begun.points.at(-1);
  if (!recording || (last !== undefined && distance(posture, last) < SPACING)) return begun;
  return { ...begun, points: [...begun.points, posture].slice(-MOST_APPROACH) };
}

function grown(way: Way, contact: number, posture: Posture): Way {
  const last = way.points.at(-1);
  if (last !== undefined && distance(posture, last) < way.spacing) return way;
  const points = withoutHill(way.points, contact, posture);
  if (points.length <= MOST_POINTS) return { ...way, points, contact };
  const kept = points.filter((_, place) => place % 2 === 0 || place === contact);
  const seat = points[contact];
  return {
    ...way,
    points: kept,
    contact: seat === undefined ? contact : kept.indexOf(seat),
    spacing: way.spacing * 2,
  };
}

/** A way that was kept over a restart, where the robot still stands at its end; from anywhere else it leads nobody knows where. */
export function resumed(kept: Way, here: Posture): Way {
  const last = kept.points.at(-1);
  if (kept.contact === undefined || last === undefined) return NO_WAY;
  return distance(here, last) < UNMOVED ? kept : NO_WAY;
}
