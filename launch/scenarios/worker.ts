// The worker thread of a scenario's runs.
import type { Job } from "./parallel.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import { fallAlone, riseAlone, type Story } from "./alone/stories.ts";
import { bedStory, type BedStory } from "./bed/stories.ts";
import { faultsIn } from "./faults.ts";
import { breakSensor } from "./sensor-faults.ts";
import { openRecorder } from "./recorder.ts";
import type { Eyes } from "./ride.ts";
import { walkStory, type WalkStory } from "./walk/stories.ts";
import type { Profile } from "../../sim/sensors/data-sheets.ts";
import { serveJobs } from "./serve-jobs.ts";
import { standUp } from "./stand-up.ts";
import { stopMidLift, type Cause } from "./stop-mid-lift.ts";

/** `record` names a file that this one run is recorded into. */
export type ScenarioOptions = {
  readonly cause?: Cause;
  readonly eyes: Eyes;
  /** Of `stand-up`: "perfect" or "typical". */
  readonly sensors?: Profile | undefined;
  readonly record?: string | undefined;
  /** Of `sensor-faults`: one, or several joined by a plus. */
  readonly fault?: string;
  /** Of `alone`. */
  readonly story?: Story;
  /** Of `walk`. */
  readonly walk?: WalkStory;
  /** Of `bed`. */
  readonly bed?: { readonly story: BedStory; readonly strength: number };
};
type Note = (noted: Noted) => void;
const SCENARIOS: Readonly<Record<string, (job: Job<ScenarioOptions>, note?: Note) => Promise<unknown>>> = {
  "stand-up": ({ seed, options }, note) => standUp(seed, options.eyes, note, options.sensors),
  faults: ({ seed, options }) => faultsIn(seed, options.eyes),
  alone: ({ seed, options: { story } }) => {
    if (story === undefined) throw new Error("alone: expected a story");
    return "fall" in story ? fallAlone(seed, story.fall) : riseAlone(seed, story.strength);
  },
  walk: ({ seed, options: { walk } }) => {
    if (walk === undefined) throw new Error("walk: expected a story");
    return walkStory(seed, walk);
  },
  bed: ({ seed, options: { bed } }) => {
    if (bed === undefined) throw new Error("bed: expected a story");
    return bedStory(seed, bed.story, bed.strength);
  },
  "sensor-faults": ({ seed, options: { fault } }) => {
    if (fault === undefined) throw new Error("sensor-faults: expected a fault");
    return breakSensor(seed, fault);
  },
  "stop-mid-lift": ({ seed, options }, note) =>
    stopMidLift(seed, options.cause ?? "stop", options.eyes, note),
};

serveJobs(async (job: Job<ScenarioOptions>) => {
  const run = SCENARIOS[job.scenario];
  if (run === undefined) throw new Error(`no scenario ${job.scenario}`);
  const { record } = job.options;
  const recorder = record === undefined ? undefined : openRecorder(record);
  const result = await run(job, recorder?.note);
  recorder?.close();
  return result;
});
