// A thread's share of a busy machine: its rank, where the machine grants one.
import { setPriority } from "node:os";

/**
 * Gives the calling thread this rank, -20 (first) to 19 (last), and all threads that it begins later. Linux alone ranks
 * threads, and 0 names the calling one. A machine that grants no rank leaves all equal.
 */
export function takeRank(niceness: number): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(0, niceness);
  } catch {
    return; // going before others needs a right that few users have
  }
}
