// Steps of the safety machine that change nothing are known and not taken anew: asking XState costs as much as all the rest.
import { transition, type SnapshotFrom } from "xstate";
import { safetyMachine, type Judged } from "./machine.ts";

type Snapshot = SnapshotFrom<typeof safetyMachine>;

/** What a snapshot was seen to answer with itself. The machine is a pure function: it will do so again. */
const steady = new WeakMap<Snapshot, Judged>();

/** The snapshot after `judged` was observed: the very same object when nothing changes. */
export function observed(before: Snapshot, judged: Judged): Snapshot {
  const known = steady.get(before);
  if (known !== undefined && isSame(known, judged)) return before;
  const [after] = transition(safetyMachine, before, { type: "OBSERVED", judged });
  if (!isSameState(before, after)) return after;
  steady.set(before, judged);
  return before;
}

function isSameState(a: Snapshot, b: Snapshot): boolean {
  const { judged: one, ...rest } = a.context;
  const { judged: other, ...others } = b.context;
  return a.value === b.value && isSame(one, other) && isSame(rest, others);
}

/** The list before where the new one holds the same: so whoever asks what has changed need not look inside. */
export const kept = <T>(before: readonly T[], now: readonly T[]): readonly T[] =>
  before.length === now.length && before.every((one, place) => one === now[place]) ? before : now;

/** Two flat records of the same kind. What is not a number is never the same, and is asked anew. */
function isSame<T extends object>(a: T, b: T): boolean {
  for (const key in a) if (a[key] !== b[key]) return false;
  return true;
}
