// The bench of the simulated world: how much faster than the clock it runs, and how much of that is MuJoCo's own work.
import { gazeboRates } from "../../sim/gazebo/bench.ts";
import { simBench, type SimBench } from "../../sim/bench.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { seconds } from "../../core/units.ts";
import { median } from "./statistics.ts";
import { twoWorlds } from "./two-worlds.ts";
import { round, rounded, type Verdict } from "./verdict.ts";

/** Short pieces one after the other: what else the machine does meanwhile disturbs both alike. */
const PIECE = seconds(0.5);
const PIECES = 30;
/** Compiled and warm after this many. */
const WARM_UP = 4;
/** A picture of a camera at 15 Hz, to a tick. */
const FRAME = seconds(0.07);
/** [s] of the ward's SDF */
const STEP = 0.002;
/** [1] of bare `mj_step`: issue 2, "Done when" 5. */
const LEAST_RATIO = 0.6;
/** Issue 4, "Done when" 1. */
const LEAST = { rate: 10, gain: 1.8 } as const;

/** Wall-clock seconds that `work` takes. */
function taken(work: () => void): number {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / 1000;
}

/** One piece of motion: by the whole world, then the same motion by bare mj_step. */
function piece(bench: SimBench) {
  const world = taken(() => bench.world(PIECE));
  const bare = taken(() => bench.bare());
  return { world, bare, ratio: bare / world };
}

const atLeast = (value: number, least: number) => `${value >= least ? "at least" : "NOT at least"} ${least}`;

/** ms of each of so many pictures, as the world goes on. */
function pictures(bench: SimBench): readonly number[] {
  bench.picture(); // models the person and draws the room, once
  return Array.from({ length: PIECES }, () => {
    bench.world(FRAME);
    return taken(() => bench.picture()) * 1000;
  });
}

/** All sensors, no camera, beside bare `mj_step` of the same model through the same motion. */
export async function benchSim(): Promise<Verdict> {
  const gazebo = await gazeboRates();
  const bench = simBench(await loadEngine());
  Array.from({ length: WARM_UP }, () => piece(bench));
  const pieces = Array.from({ length: PIECES }, () => piece(bench));
  const same = bench.agree();
  const frame = median(pictures(bench));
  bench.delete();
  const two = await twoWorlds();
  if (!same) throw new Error("bench sim: bare mj_step did not go through the same motion as the world");
  const figures = rounded({
    sim_rate_x: PIECE / median(pieces.map(({ world }) => world)),
    bare_rate_x: PIECE / median(pieces.map(({ bare }) => bare)),
    ratio_to_bare: median(pieces.map(({ ratio }) => ratio)),
    simulated_s: PIECE * PIECES,
    pieces: PIECES,
    camera_frame_ms: frame,
    two_worlds_rate_x: two.worlds.both,
    two_worlds_to_one: two.worlds.ratio,
    two_cores_to_one: two.cores.ratio,
  });
  const { sim_rate_x: rate = NaN, bare_rate_x: bare = NaN, ratio_to_bare: ratio = NaN } = figures;
  const gain = round(two.worlds.ratio);
  const ok = ratio >= LEAST_RATIO && rate >= LEAST.rate && gain >= LEAST.gain;
  return {
    ok,
    figures: gazebo ? { ...figures, gazebo_steps_per_s: round(median(gazebo)) } : figures,
    text: [
      `world with all sensors, no camera, one core: ${round(rate)} simulated seconds a second (${atLeast(rate, LEAST.rate)})`,
      `bare mj_step of the same motion:             ${round(bare)} simulated seconds a second`,
      `ratio ${ratio} (${atLeast(ratio, LEAST_RATIO)}), median of ${PIECES} pairs of ${PIECE} s`,
      `two worlds on two cores:                     ${round(two.worlds.both)} simulated seconds a second, ${gain} times one (${atLeast(gain, LEAST.gain)})`,
      `arithmetic alone on two cores:               ${round(two.cores.ratio)} times one: more these cores do not give`,
      `a picture of 320 by 240 pixels:              ${round(frame)} ms, median of ${PIECES}`,
      gazebo
        ? `Gazebo beside it: ${round(median(gazebo))} steps a second of the same SDF with its own sensors, ours ${round(rate / STEP)}`
        : "no Gazebo runs beside it (npm run gazebo says how to start one)",
    ],
  };
}
