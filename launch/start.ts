// `npm start`: the ward in this machine's own time, each group of nodes in a thread, watched in the browser.
import { spawn } from "node:child_process";
import { findProgram } from "../scripts/machine.js";
import { rideGroups } from "./groups.ts";
import { readRideOptions } from "./options.ts";
import { beginPaused } from "./paused.ts";
import { readSite } from "./site.ts";
import { openGraph } from "./threads/graph.ts";

try {
  const options = await readRideOptions(process.argv.slice(2));
  if (options.hardware)
    throw new Error("--hardware: drivers of a robot speak ROS 2; type npm run ros -- --hardware");
  readSite({ file: options.world }); // a broken world is told before anything runs
  const graph = await openGraph(rideGroups(options), {
    died: (group, message, again) =>
      console.error(
        `dolbom: group ${group} died: ${message}${again ? "; it is started anew, the robot holds" : ""}`,
      ),
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void graph.stop());
  if (options.time.paused) await Promise.race([beginPaused(graph.hub, options.from), graph.over]);
  const address = `http://${options.host}:${options.port}`;
  if (!options.headless) openBrowser(address);
  console.log(`Dolbom is running at ${address} (Ctrl+C stops it)`);
  const failure = await graph.over;
  if (failure !== undefined) throw new Error(failure);
  process.exit(0);
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

/** Shows the page where there is a screen; without one the address is enough. */
function openBrowser(address: string): void {
  const opener = findProgram("xdg-open");
  const screen = process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"];
  if (opener !== undefined && screen !== undefined)
    spawn(opener, [address], { stdio: "ignore", detached: true }).unref();
}
