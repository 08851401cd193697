// The thread that reads the files around one incident and answers with its time line.
import { parentPort, workerData } from "node:worker_threads";
import type { Incident } from "../core/incident.ts";
import { partsOf } from "../robot/blackbox/folder.ts";
import { openRecording } from "../robot/blackbox/read.ts";
import { spanOf, timelineOf } from "../robot/blackbox/timeline.ts";

const { folder, incident } = workerData as { readonly folder: string; readonly incident: Incident };
const parts = partsOf(folder).filter(
  ({ session, number }) => session === incident.session && Math.abs(number - incident.part) <= 1,
);
if (parts.length === 0) throw new Error(`the recording of ${incident.session} is gone`);

function* messages() {
  for (const { path } of parts) yield* openRecording(path).messages(() => {}, spanOf(incident));
}
parentPort?.postMessage(timelineOf(incident, messages()));
