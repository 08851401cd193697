// What a movement in bed is to who makes it: stages, each with the angles that the muscles are told, and what has to be felt before the next.
import { degrees, seconds, type Seconds } from "../../core/units.ts";

/** An axis of the body as it is meant: `near` is the side that one turns to; a bend of trunk or neck is towards it. */
export type Meant =
  | "lumbar_flexion"
  | "lumbar_lateral"
  | "neck_flexion"
  | `${"near" | "far"}_${"hip_flexion" | "hip_abduction" | "knee_flexion" | "shoulder_flexion" | "shoulder_abduction" | "elbow_flexion"}`;

/** What the inner ear feels of the trunk. */
export interface Felt {
  /** From the back onto the near side, deg: 90 is on the side. */
  readonly turned: number;
  /** [1] of the trunk's length that points up. */
  readonly upright: number;
}

export interface Stage {
  readonly takes: Seconds;
  /** What is left out of `to` is as one lies on one's back, or as one sits on the edge of a bed and keeps upright. */
  readonly as: "lying" | "sitting";
  /** deg */
  readonly to: Readonly<Partial<Record<Meant, number>>>;
  /** One waits for this before the next stage, a little while, and else gives up. */
  readonly until?: (felt: Felt) => boolean;
}

/** Who has tried in vain lies back. */
export const LIE: readonly Stage[] = [{ takes: seconds(1), as: "lying", to: {} }];

/** The stage's angles by the names of the muscles of sim/resident/muscles.ts, rad, of who turns to that side. */
export function anglesOf(
  { to }: Pick<Stage, "to">,
  near: "left" | "right",
): Readonly<Record<string, number>> {
  const far = near === "left" ? "right" : "left";
  return Object.fromEntries(
    Object.entries(to).map(([meant, angle]) => {
      const muscle = meant.replace(/^near/, near).replace(/^far/, far);
      // Muscles count a bend to the left as positive.
      const isTurned = meant.endsWith("lateral") && near === "right";
      return [muscle, degrees(isTurned ? -angle : angle)];
    }),
  );
}
