// `npm run scenario -- NAME --runs N --seed N --json`: stories on virtual time, over the cores, with a verdict; or one story up to a moment that is kept.
import { parseArgs } from "node:util";
import { seconds } from "../core/units.ts";
import { openShelf } from "../sim/moments/shelf.ts";
import { MOMENTS, wholeNumber } from "./options.ts";
import { peopleAlone } from "./scenarios/alone/jobs.ts";
import { peopleInBed } from "./scenarios/bed/jobs.ts";
import { judgeFaults, type FaultRun } from "./scenarios/faults.ts";
import { keepStandUp } from "./scenarios/moment.ts";
import { runParallel, type Job } from "./scenarios/parallel.ts";
import { profileOf } from "../sim/sensors/data-sheets.ts";
import {
  faultsNamed,
  judgeSensorFaults,
  SENSOR_FAULTS_OF_A_RIDE,
  type SensorFaultRun,
} from "./scenarios/sensor-faults.ts";
import { judgeStandUps, type StandUpRun } from "./scenarios/stand-up.ts";
import { CAUSES, judgeStops, type Cause, type StopRun } from "./scenarios/stop-mid-lift.ts";
import { peopleWalk } from "./scenarios/walk/jobs.ts";
import type { Eyes } from "./scenarios/ride.ts";
import type { ScenarioOptions } from "./scenarios/worker.ts";

const NAMES = ["stand-up", "stop-mid-lift", "faults", "sensor-faults", "alone", "walk", "bed"] as const;
/** MediaPipe on the rendered camera; the truth where another room is looked at and time is short. */
const EYES = ["mediapipe", "truth"] as const;
const MOST_RUNS = 100_000;

function words() {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      runs: { type: "string", default: "1" },
      seed: { type: "string", default: "1" },
      cause: { type: "string" },
      fault: { type: "string" },
      eyes: { type: "string" },
      sensors: { type: "string", default: "perfect" },
      record: { type: "string" },
      until: { type: "string" },
      plots: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const name = nameOf(positionals);
  const cause = CAUSES.find((known) => known === values.cause);
  if (values.cause !== undefined && cause === undefined)
    throw new Error(`--cause ${values.cause}: expected one of ${CAUSES.join(", ")}`);
  // what faults do to the control group is looked at a thousand times, so its eyes are quick
  const usual = name === "faults" ? "truth" : "mediapipe";
  const eyes = EYES.find((known) => known === (values.eyes ?? usual));
  if (eyes === undefined) throw new Error(`--eyes ${values.eyes}: expected one of ${EYES.join(", ")}`);
  const runs = wholeNumber("runs", values.runs, 1, MOST_RUNS);
  const first = wholeNumber("seed", values.seed, 0, 2 ** 31 - 1 - MOST_RUNS);
  const causes = cause === undefined ? CAUSES : [cause];
  const { record, plots, json } = values;
  const sensors = sensorsOf(name, values.sensors);
  if (record !== undefined) refuseMany(name, runs * (name === "stop-mid-lift" ? causes.length : 1));
  if (plots && name !== "alone") throw new Error(`--plots: ${name} has none, only alone has`);
  const until = untilOf(values.until, name, runs);
  return { name, causes, first, runs, eyes, sensors, fault: values.fault, record, until, plots, json };
}

function sensorsOf(name: string, wanted: string) {
  const sensors = profileOf(wanted);
  if (sensors !== "perfect" && name !== "stand-up")
    throw new Error(`--sensors: ${name} has none, only stand-up has`);
  return sensors;
}

/** [s] at most: what takes minutes to play again is no moment to come back to. */
const LATEST = 600;
function untilOf(text: string | undefined, name: string, runs: number) {
  if (text === undefined) return undefined;
  const until = Number(text);
  if (!(until > 0 && until <= LATEST)) throw new Error(`--until ${text}: expected seconds up to ${LATEST}`);
  if (name !== "stand-up" || runs > 1) throw new Error("--until takes one run of stand-up");
  return seconds(until);
}

function nameOf(positionals: readonly string[]) {
  const name = NAMES.find((known) => known === positionals[0]);
  if (name === undefined || positionals.length > 1)
    throw new Error(`scenario "${positionals.join(" ")}": expected one of ${NAMES.join(", ")}`);
  return name;
}

function refuseMany(name: string, runs: number): void {
  if (name !== "stand-up" && name !== "stop-mid-lift")
    throw new Error(`--record takes stand-up and stop-mid-lift, not ${name}`);
  if (runs > 1) throw new Error("--record takes one run: give --runs 1, and --cause where there are several");
}

const seeds = (first: number, runs: number) => Array.from({ length: runs }, (_, i) => first + i);
/** One line a run, as it ends. */
const line = (run: object) =>
  console.log(JSON.stringify(run, (_, v: unknown) => (typeof v === "number" ? +v.toFixed(4) : v)));

async function standUps(
  first: number,
  runs: number,
  { eyes, sensors }: Pick<ScenarioOptions, "eyes" | "sensors">,
  record: string | undefined,
) {
  const jobs = seeds(first, runs).map((seed): Job<ScenarioOptions> => ({
    scenario: "stand-up",
    seed,
    options: { eyes, sensors },
  }));
  const recorded = jobs.map((job) => ({ ...job, options: { ...job.options, record } }));
  const all = await runParallel<ScenarioOptions, StandUpRun>(recorded, line);
  // The first seed once more, in another thread: the same seed must give the same log.
  const [again] = await runParallel<ScenarioOptions, StandUpRun>(jobs.slice(0, 1));
  return judgeStandUps(all, again);
}

async function faults(first: number, runs: number, eyes: Eyes) {
  const jobs = seeds(first, runs).map((seed): Job<ScenarioOptions> => ({
    scenario: "faults",
    seed,
    options: { eyes },
  }));
  return judgeFaults(await runParallel<ScenarioOptions, FaultRun>(jobs, line));
}

async function stops(
  causes: readonly Cause[],
  first: number,
  runs: number,
  eyes: Eyes,
  record: string | undefined,
) {
  const jobs = causes.flatMap((cause) =>
    seeds(first, runs).map((seed): Job<ScenarioOptions> => ({
      scenario: "stop-mid-lift",
      seed,
      options: { cause, eyes, record },
    })),
  );
  return judgeStops(await runParallel<ScenarioOptions, StopRun>(jobs, line));
}

async function sensorFaults(first: number, runs: number, wanted: string | undefined) {
  const broken = wanted === undefined ? SENSOR_FAULTS_OF_A_RIDE : [faultsNamed(wanted).join("+")];
  const jobs = broken.flatMap((fault) =>
    seeds(first, runs).map((seed): Job<ScenarioOptions> => ({
      scenario: "sensor-faults",
      seed,
      options: { fault, eyes: "truth" },
    })),
  );
  return judgeSensorFaults(await runParallel<ScenarioOptions, SensorFaultRun>(jobs, line));
}

try {
  const { name, causes, first, runs, eyes, sensors, fault, record, until, plots, json } = words();
  if (until === undefined) await judged();
  else {
    const moment = await keepStandUp(first, eyes, until, openShelf(MOMENTS));
    console.log(`kept; type: npm start -- --from out/moments/${moment}.json`);
  }

  async function judged() {
    const play = {
      "stand-up": () => standUps(first, runs, { eyes, sensors }, record),
      "stop-mid-lift": () => stops(causes, first, runs, eyes, record),
      faults: () => faults(first, runs, eyes),
      "sensor-faults": () => sensorFaults(first, runs, fault),
      alone: () => peopleAlone(seeds(first, runs), plots, line),
      walk: () => peopleWalk(seeds(first, runs), line),
      bed: () => peopleInBed(seeds(first, runs), line),
    };
    const verdict = await play[name]();
    for (const [key, value] of Object.entries(verdict)) console.log(`${key}: ${String(value)}`);
    if (json) console.log(JSON.stringify(verdict));
    process.exitCode = verdict.ok ? 0 : 1;
  }
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
