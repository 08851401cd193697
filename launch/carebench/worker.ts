// The worker thread of the care benchmark's stories.
import { serveJobs } from "../scenarios/serve-jobs.ts";
import { play, type Play } from "./play.ts";

serveJobs<Play>(({ seed, options }) => play(seed, options));
