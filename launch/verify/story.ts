// Tells a walk in English: what happened, event by event, and where supervisor, lease and load were after each.
import { LOADS } from "../../core/safety/observations.ts";
import type { Judged, SafetyEvent } from "../../core/safety/machine.ts";
import { follow } from "./automaton.ts";
import type { Commanding } from "./commanding.ts";
import { eventsOf, reboots } from "./steps.ts";
import type { Snapshot } from "./supervising.ts";
import type { Violation } from "./walk.ts";
import { placeOf, type World } from "./world.ts";

/** The story of a violation, a line an event; the last line says what does not hold. */
export function tell(world: World, { invariant, events, begin }: Violation): string[] {
  const { machine, command, load } = placeOf(world, begin);
  let now = { machine, command, load };
  const lines = [`  0. the robot is switched on: ${standing(world, now)}`];
  events.forEach((event, count) => {
    const after = next(world, now, event);
    const from = standing(world, now);
    const to = standing(world, after);
    lines.push(`  ${count + 1}. ${what(world, event)}${from === to ? "" : `: ${to}`}`);
    now = after;
  });
  return [...lines, `  → does not hold: ${invariant}`];
}

interface Standing {
  readonly machine: number;
  readonly command: number;
  readonly load: number;
}

function standing({ supervisor, command }: World, { machine, command: lease, load }: Standing): string {
  const snapshot = supervisor.automaton.states[machine];
  const commanding = command.states[lease];
  return [
    ...(snapshot === undefined ? [] : [snapshot.value, waiting(snapshot)]),
    `load ${LOADS[load]}`,
    ...(commanding === undefined ? [] : leasing(commanding)),
  ].join("; ");
}

function waiting({ context: { needsReset, needsConfirmation, needsStart } }: Snapshot): string {
  const acts = [
    needsReset ? ["reset"] : [],
    needsConfirmation ? ["confirmation"] : [],
    needsStart ? ["start"] : [],
  ];
  return `waits for ${acts.flat().join(", ") || "nothing"}`;
}

function leasing({ authority: { commander, holder, consenting } }: Commanding): string[] {
  return [
    commander === undefined ? "nobody commands" : `${commander.operator} commands`,
    ...(holder === "planner" ? ["a task has the lease"] : []),
    ...(consenting === undefined ? [] : [`${consenting} consents`]),
  ];
}

function next(world: World, now: Standing, event: number): Standing {
  const events = eventsOf(world);
  if (event < events.lease)
    return { ...now, machine: follow(world.supervisor.automaton, now.machine, event) };
  if (event < events.load)
    return { ...now, command: follow(world.command, now.command, event - events.lease) };
  if (event < events.heard) return { ...now, load: event - events.load };
  return event === events.boots ? { ...now, ...reboots(world, now) } : now;
}

function what(world: World, event: number): string {
  const events = eventsOf(world);
  if (event < events.lease) return looked(world.supervisor.automaton.inputs[event]);
  if (event < events.load) return world.command.inputs[event - events.lease]?.happening.told ?? "";
  if (event < events.heard) return `the pads say: load ${LOADS[event - events.load]}`;
  return MESSAGES[event - events.heard] ?? "";
}

/** In the order of their numbers. */
const MESSAGES = [
  "the gate hears the supervisor",
  "the supervisor's news do not reach the gate in time",
  "the supervisor dies",
  "the supervisor is started anew",
] as const;

const looked = (input: SafetyEvent | undefined): string =>
  input?.type === "OBSERVED" ? seen(input.judged) : ACTS[input?.type ?? "RESET"];

const ACTS = {
  RESET: "somebody resets",
  CONFIRM: "somebody on site confirms",
  START: "somebody starts",
} as const;

const only = (said: string, holds: boolean): string[] => (holds ? [said] : []);

function seen(judged: Judged): string {
  const loaded = judged.load !== "none";
  const facts = [
    `the rules demand ${judged.demand}`,
    ...only(`${judged.alarm} but for silence`, judged.alarm !== judged.demand),
    ...only("a new stop", judged.newStop),
    ...only("the clock is wrong", judged.distrusted),
    loaded ? "a person is touched or borne" : "nobody is touched",
    ...only("motion is asked for", judged.wanted),
    ...only("hold-to-run is pressed", judged.held),
    ...only(`there is ${judged.lowerable ? "a" : "no"} way down`, loaded),
  ];
  return `a look: ${facts.join(", ")}`;
}
