// Takes a hill out of the way: who came down again is led on down from there, and not up over it once more.
import { JOINTS } from "../../core/motion/limits.ts";
import { metres } from "../../core/units.ts";
import { distanceOfBase, distanceOfJoints, type Posture } from "./way.ts";

/** What is no higher than this is no hill: arms give under who leans on them, and a lift path dips by less [D]. */
const HILL = metres(0.02);
/**
 * From flank to flank the base and the arms go at most so far at one height: the base leans away by 0.1 m in a lift, and goes
 * back the same way beside the hill as over it. Where the flanks are further apart the way leads over the hill [D].
 */
const ACROSS = { base: metres(0.12), arms: metres(0.05) } as const;
const LIFT = JOINTS.indexOf("lift_joint");

const heightOf = ({ joints }: Posture): number => joints[LIFT] ?? NaN;

/**
 * The points of a way (oldest first) with `here` at their end, without what lies higher than `here` since the last place as low
 * as this, where it is a hill and its flanks are near each other. Nothing before `contact` is taken out, nor contact itself.
 */
export function withoutHill(points: readonly Posture[], contact: number, here: Posture): readonly Posture[] {
  const level = heightOf(here);
  let top = level;
  for (let place = points.length - 1; place >= contact; place -= 1) {
    const point = points[place];
    if (point === undefined) break;
    if (heightOf(point) > level) {
      top = Math.max(top, heightOf(point));
      continue;
    }
    const isHill = top - level > HILL && isAcross(point, here);
    return isHill ? [...points.slice(0, place + 1), here] : [...points, here];
  }
  return [...points, here];
}

function isAcross(there: Posture, here: Posture): boolean {
  const arms = (posture: Posture): Posture => ({
    ...posture,
    joints: posture.joints.filter((_, joint) => joint !== LIFT),
  });
  return (
    distanceOfBase(there, here) <= ACROSS.base && distanceOfJoints(arms(there), arms(here)) <= ACROSS.arms
  );
}
