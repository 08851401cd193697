// The one clock of an embedded graph: seconds since it was opened, the same in every thread, never set back.
import { seconds, type Seconds } from "../../core/units.ts";

const NANOSECONDS = 1e9;

/** `epoch` is process.hrtime.bigint() at the graph's opening; all threads of a process share that clock. */
export const graphClock = (epoch: bigint) => (): Seconds =>
  seconds(Number(process.hrtime.bigint() - epoch) / NANOSECONDS);
