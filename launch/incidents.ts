// The incidents of a black box for the page: the list at once, a time line by a thread of its own, for it reads whole files.
import { Worker } from "node:worker_threads";
import type { Incident, Timeline } from "../core/incident.ts";
import { incidentsOf } from "../robot/blackbox/folder.ts";

const ENTRY = new URL("incident-worker.ts", import.meta.url);

export const incidentsIn = (folder: string) => ({
  /** Newest first. */
  list: (): readonly Incident[] => incidentsOf(folder).toReversed(),
  /** Rejects when its files are gone or cannot be read. */
  timeline(incident: Incident): Promise<Timeline> {
    const { promise, resolve, reject } = Promise.withResolvers<Timeline>();
    const worker = new Worker(ENTRY, { workerData: { folder, incident } });
    worker.once("message", resolve).once("error", reject);
    worker.once("exit", () => reject(new Error("the time line was not finished")));
    return promise;
  },
});
