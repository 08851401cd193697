// Where a robot of this machine keeps what outlives its processes, and what joins them: told apart by the port of its page.
import { join } from "node:path";

export const robotFolder = (port: number): string =>
  join(import.meta.dirname, "../.cache/robots", String(port));

/** Where the control group takes the lines of all others. */
export const linesOf = (port: number): string => join(robotFolder(port), "lines");
