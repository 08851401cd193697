// What the robot's skin feels of the resident, as messages.
import { BodyContact } from "../../core/messages.ts";
import type { Vec3 } from "../../core/frames.ts";
import { REGIONS, type Touched } from "../contacts.ts";

const vector = ([x, y, z]: Vec3) => ({ x, y, z });

export const bodyContacts = ({ contacts }: Touched): BodyContact[] =>
  contacts.map(({ region, link, force, unintended, point, normal }) => ({
    region: REGIONS.indexOf(region),
    link,
    force,
    unintended,
    point: vector(point),
    normal: vector(normal),
  }));

/** The message's regions and ours are the same list in the same order; a mismatch would mislabel injuries. */
REGIONS.forEach((region, i) => {
  if (BodyContact[region.toUpperCase() as keyof typeof BodyContact] !== i)
    throw new Error(`body region "${region}": expected BodyContact to number it ${i}`);
});
