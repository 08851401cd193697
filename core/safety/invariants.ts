// What must hold in every reachable state, and from one step to the next. Tests walk them all; the safety node asserts them at every step.
import type { SnapshotFrom } from "xstate";
import { atLeast } from "./demands.ts";
import type { safetyMachine } from "./machine.ts";
import type { Supervisor } from "./supervisor.ts";

type Snapshot = SnapshotFrom<typeof safetyMachine>;
const waits = ({ context }: Snapshot) =>
  context.needsReset || context.needsConfirmation || context.needsStart;
const isStopped = (now: Snapshot) =>
  now.matches("protectiveStop") || now.matches("emergencyStop") || now.matches("fault");

export const invariants: Readonly<Record<string, (now: Snapshot) => boolean>> = {
  "moves as asked, or is ready to, only on demand none or slow": (now) =>
    !(now.matches("moving") || now.matches("ready")) || !atLeast(now.context.judged.demand, "hold"),
  "moves as asked only when somebody asks": (now) => !now.matches("moving") || now.context.judged.wanted,
  "an emergency means emergency stop, from wherever": (now) =>
    now.context.judged.alarm !== "emergency" || now.matches("emergencyStop"),
  "a silent emergency stop circuit is one too, once the robot was started": (now) =>
    now.context.judged.demand !== "emergency" || now.matches("emergencyStop") || now.matches("safeIdle"),
  "a stop demand means stopped, or lowering a person": (now) =>
    !atLeast(now.context.judged.alarm, "stop") || isStopped(now) || now.matches("lowering"),
  "distrust means fault, or an emergency stop": (now) =>
    !now.context.judged.distrusted || now.matches("fault") || now.matches("emergencyStop"),
  "only moving and lowering are motion": (now) =>
    !now.hasTag("motion") || now.matches("moving") || now.matches("lowering"),
  "nothing that waits for reset, confirmation or start moves as asked": (now) =>
    !waits(now) || !(now.matches("ready") || now.matches("moving") || now.matches("holding")),
  "a stopped robot waits for start": (now) =>
    !(isStopped(now) || now.matches("safeIdle")) || now.context.needsStart,
  "reset comes before confirmation, confirmation before start": ({ context }) =>
    (!context.needsReset || context.needsConfirmation) && (!context.needsConfirmation || context.needsStart),
  "lowers only a person, only while held, only where there is a way": (now) => {
    const { load, held, lowerable } = now.context.judged;
    return !now.matches("lowering") || (held && lowerable && load !== "none");
  },
  "on a demand to lower nothing moves but lowering, and confirmation and start follow it": (now) =>
    now.context.judged.demand !== "lower" ||
    now.matches("safeIdle") ||
    ((isStopped(now) || now.matches("lowering")) && now.context.needsConfirmation),
  "never lowers in an emergency, nor on a stop that has just begun": (now) =>
    !now.matches("lowering") || (now.context.judged.demand !== "emergency" && !now.context.judged.newStop),
};

/** What must hold between two steps of one life, asserted with the others. */
export const lasting: Readonly<Record<string, (before: Supervisor, now: Supervisor) => boolean>> = {
  "a rule that clears on restart stays broken for the rest of this life": ({ broken }, now) =>
    broken.every((rule) => rule.clears !== "restart" || now.broken.includes(rule)),
  "a rule that clears on mode change stays broken while somebody is in the arms": ({ broken }, now) =>
    now.snapshot.context.judged.load === "none" ||
    broken.every((rule) => rule.clears !== "mode_change" || now.broken.includes(rule)),
};
