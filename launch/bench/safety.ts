// The bench of what may move: a step of the supervisor, of the gate, a look at a scan and at a cloud, and a sensor's silence.
import { setTimeout as pause } from "node:timers/promises";
import type { LaserScan } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { measureBlackBox } from "./blackbox.ts";
import { lookAtClouds, lookAtScans, POINTS } from "./safety/looking.ts";
import { play, type Times } from "./safety/playing.ts";
import { recordRide, SENSORS, type Recording } from "./safety/recording.ts";
import { median, p99 } from "./statistics.ts";
import { rounded, type Verdict } from "./verdict.ts";

/** Steps of the supervisor, and looks at scans and at clouds; of the gate there are more. */
const STEPS = 100_000;
/** Issue 3, "Done when": µs, and ms of a silence. */
const AIMS = { supervisor: 20, gate: 10, scan: 200, cloud: 3000, silence: 150 } as const;
/** Shares of the ride at which a sensor falls silent: as it drives up, touches, lifts, stands, and lets go. */
const MOMENTS = Array.from({ length: 50 }, (_, each) => 0.1 + 0.017 * each);

/** Steps of both, ride after ride, each with a new supervisor and a new gate. */
function step(recording: Recording): Times {
  const warm: Times = { supervisor: [], gate: [] };
  play(recording, warm);
  const times: Times = { supervisor: [], gate: [] };
  while (times.supervisor.length < STEPS) play(recording, times);
  return times;
}

/** ms from a sensor's last word to a demand, and to zero at the hardware; for each sensor at each moment. */
function silence(recording: Recording) {
  const followed = SENSORS.flatMap((topic) =>
    MOMENTS.map((share) => {
      const from = seconds(recording.duration * share);
      return { name: topic.name, from, ...play(recording, { supervisor: [], gate: [] }, { topic, from }) };
    }),
  );
  const unnoticed = followed.filter(({ demanded }) => Number.isNaN(demanded));
  if (unnoticed.length > 0) {
    const told = unnoticed.map(({ name, from }) => `${name} from ${from} s on`);
    throw new Error(`bench safety: a silence was not noticed: ${told.join(", ")}`);
  }
  return {
    demanded: followed.map(({ demanded }) => 1000 * demanded),
    stood: followed.map(({ stood }) => 1000 * stood).filter((time) => !Number.isNaN(time)),
  };
}

const spread = (name: string, unit: string, measured: readonly number[]) => ({
  [`${name}_median_${unit}`]: median(measured),
  [`${name}_p99_${unit}`]: p99(measured),
  [`${name}_most_${unit}`]: measured.reduce((most, one) => Math.max(most, one), 0),
  [`${name}_count`]: measured.length,
});

export async function benchSafety(): Promise<Verdict> {
  const recording = await recordRide();
  await pause(0);
  const scans = recording.heard.flatMap(({ topic, message }) =>
    topic.name === topics.scan.name ? [message as LaserScan] : [],
  );
  const steps = step(recording);
  const [scan, cloud] = [lookAtScans(scans, STEPS), lookAtClouds(STEPS)];
  const silent = silence(recording);
  const box = await measureBlackBox();
  const all = {
    ...spread("supervisor_step", "us", steps.supervisor),
    ...spread("gate_step", "us", steps.gate),
    ...spread("scan", "us", scan.look),
    ...spread("cloud", "us", cloud.look),
    ...spread("silence_to_demand", "ms", silent.demanded),
    ...spread("silence_to_zero", "ms", silent.stood),
    black_box_core_share: box.core_share,
    black_box_control_share: box.control_share,
    cloud_points: POINTS,
    scan_to_its_json: median(scan.look) / median(scan.write),
    cloud_to_its_copy: median(cloud.look) / median(cloud.write),
  };
  return verdictOf(rounded(all));
}

function verdictOf(figures: Verdict["figures"]): Verdict {
  const line = (name: string, about: string, unit: string, aim: number) => {
    const [middle = NaN, most = NaN] = [figures[`${name}_median_${unit}`], figures[`${name}_p99_${unit}`]];
    // a step may wait for a collector of garbage; of silences none may last longer
    const ok = (unit === "ms" ? (figures[`${name}_most_${unit}`] ?? NaN) : middle) <= aim;
    return {
      ok,
      text: `${ok ? "✓" : "✗"} ${about}: median ${middle} ${unit}, p99 ${most} ${unit} (aim ${aim})`,
    };
  };
  const lines = [
    line("supervisor_step", "a step of the supervisor's node", "us", AIMS.supervisor),
    line("gate_step", "a step of the gate's node", "us", AIMS.gate),
    line("scan", "360 rays through the zones", "us", AIMS.scan),
    line("cloud", `${POINTS} points through the zones`, "us", AIMS.cloud),
    line("silence_to_demand", "a sensor silent to the demand", "ms", AIMS.silence),
    line("silence_to_zero", "a sensor silent to zero at the hardware", "ms", AIMS.silence),
  ];
  const share = (100 * (figures["black_box_core_share"] ?? NaN)).toFixed(1);
  const box = `  the black box at the ride's full rate: ${share} % of one core`;
  return { ok: lines.every(({ ok }) => ok), figures, text: [...lines.map(({ text }) => text), box] };
}
