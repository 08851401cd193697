// The stories whose world is not built yet: they stand in the catalogue so that what nobody can do is counted.
import { WEAK } from "../../scenarios/residents.ts";
import type { Family, Goal, Story } from "../story.ts";

type Row = readonly [id: `${Family}/${string}`, ko: string, en: string, goal: Goal, source: string];

const TRANSFER = "DOMAIN §1.7 and §7: hoist limits; on the other seat in the end, parking brakes set";

const ROWS: readonly Row[] = [
  [
    "transfer/bed_to_wheelchair",
    "침대에서 휠체어로",
    "From the bed to the wheelchair",
    "feet_or_seat",
    TRANSFER,
  ],
  [
    "transfer/wheelchair_to_bed",
    "휠체어에서 침대로",
    "From the wheelchair to the bed",
    "feet_or_seat",
    TRANSFER,
  ],
];

export const NOT_BUILT: readonly Story[] = ROWS.map(([id, ko, en, goal, source]) => ({
  id,
  family: id.split("/")[0] as Family,
  title: { ko, en },
  happens: { ko: "아직 만들지 않았습니다.", en: "Not built yet." },
  people: WEAK,
  rule: { goal, source },
  plot: undefined,
}));
