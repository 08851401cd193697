// What the ways of a message come to, and what ours costs beside bare rclnodejs.
import { median, p99 } from "../statistics.ts";
import type { Verdict } from "../verdict.ts";
import { LOADS, type Load } from "./orders.ts";
import type { Measured, Way } from "./pairs.ts";
import type { Turn, Turns } from "./rounds.ts";

/** [1] issue 5: what our layer may cost beside bare rclnodejs, in latency and in throughput */
export const MOST_COST = 1.2;

const MILLISECONDS = 1000;
/** Heard a second, while messages were said and while the last of them still came. */
const rateOf = ({ count, duration, lasted }: Measured): number =>
  (MILLISECONDS * count) / Math.max(duration, lasted);
/** [1] of a round in which one heard nothing at all */
const ENDLESS = 1000;
/** A round in which a busy machine let neither of them hear anything tells nothing between them. */
const timesSlower = (ours: number, theirs: number): number =>
  ours === theirs ? 1 : Math.min(ENDLESS, theirs / ours);
const lostOf = (turns: readonly Turn[], pace: "paced" | "flood") =>
  turns.reduce((sum, { [pace]: { said, count } }) => sum + said - count, 0);
const latencyOf = ({ paced }: Turn) => (paced.count === 0 ? Infinity : median(paced.ages));

/** One way's figures for one kind of message. Throws where nothing was heard. */
function wayFigures(way: Way, load: Load, turns: readonly Turn[]): Verdict["figures"] {
  const ages = turns.flatMap(({ paced }) => paced.ages);
  const name = `${load}_${way}`;
  return {
    [`${name}_median_ms`]: median(ages),
    [`${name}_p99_ms`]: p99(ages),
    [`${name}_max_ms`]: Math.max(...ages),
    [`${name}_paced`]: ages.length + lostOf(turns, "paced"),
    [`${name}_paced_lost`]: lostOf(turns, "paced"),
    [`${name}_per_s`]: median(turns.map(({ flood }) => rateOf(flood))),
    [`${name}_flood`]: turns.reduce((sum, { flood }) => sum + flood.said, 0),
    [`${name}_flood_lost`]: lostOf(turns, "flood"),
  };
}

/** What ours costs beside a bare one: the median of the rounds, in each of which both had their turn. */
function costFigures(load: Load, bare: Way, ours: readonly Turn[], theirs: readonly Turn[]) {
  const each = (cost: (our: Turn, their: Turn) => number) =>
    median(ours.flatMap((our, round) => (theirs[round] === undefined ? [] : [cost(our, theirs[round])])));
  return {
    [`${load}_latency_to_${bare}`]: each((our, their) => timesSlower(latencyOf(their), latencyOf(our))),
    [`${load}_throughput_to_${bare}`]: each((our, their) =>
      timesSlower(rateOf(our.flood), rateOf(their.flood)),
    ),
  };
}

export function graphFigures(turns: Turns): Verdict["figures"] {
  const of = (way: Way, load: Load) => (turns.get(way) ?? []).filter((turn) => turn.load === load);
  const all = LOADS.flatMap((load) => [
    ...[...turns.keys()].map((way) => wayFigures(way, load, of(way, load))),
    ...(["objects", "bytes"] as const)
      .filter((bare) => turns.has(bare))
      .map((bare) => costFigures(load, bare, of("ros", load), of(bare, load))),
  ]);
  return Object.assign({}, ...all) as Verdict["figures"];
}

/** Whether our layer costs what it may beside rclnodejs as its users have it. True where no ROS was there to compare. */
export const isCheap = (figures: Verdict["figures"]): boolean =>
  LOADS.flatMap((load) => [
    figures[`${load}_latency_to_objects`],
    figures[`${load}_throughput_to_objects`],
  ]).every((cost) => cost === undefined || cost <= MOST_COST);
