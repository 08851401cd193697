// Tells a walk in English: what happened, event by event, and where supervisor, lease and load were after each.
import { LOADS } from "../../core/safety/observations.ts";
import type { Judged } from "../../core/safety/machine.ts";
import { follow } from "./automaton.ts";
import { eventsOf, reboots } from "./steps.ts";
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
  const { authority } = command.states[lease] ?? {};
  const { value, context } = supervisor.automaton.states[machine] ?? {};
  const waits = [
    context?.needsReset ? "reset" : "",
    context?.needsConfirmation ? "confirmation" : "",
    context?.needsStart ? "start" : "",
  ].filter(Boolean);
  return [
    value,
    waits.length > 0 ? `waits for ${waits.join(", ")}` : "waits for nothing",
    `load ${LOADS[load]}`,
    authority?.commander === undefined ? "nobody commands" : `${authority.commander.operator} commands`,
    authority?.holder === "planner" ? "a task has the lease" : "",
    authority?.consenting === undefined ? "" : `${authority.consenting} consents`,
  ]
    .filter(Boolean)
    .join("; ");
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
  if (event < events.lease) {
    const input = world.supervisor.automaton.inputs[event];
    return input?.type === "OBSERVED" ? seen(input.judged) : ACTS[input?.type ?? "RESET"];
  }
  if (event < events.load) return world.command.inputs[event - events.lease]?.happening.told ?? "";
  if (event < events.heard) return `the pads say: load ${LOADS[event - events.load]}`;
  if (event === events.heard) return "the gate hears the supervisor";
  if (event === events.late) return "the supervisor's news do not reach the gate in time";
  return event === events.dies ? "the supervisor dies" : "the supervisor is started anew";
}

const ACTS = {
  RESET: "somebody resets",
  CONFIRM: "somebody on site confirms",
  START: "somebody starts",
} as const;

function seen(judged: Judged): string {
  const facts = [
    `the rules demand ${judged.demand}`,
    judged.alarm === judged.demand ? "" : `${judged.alarm} but for silence`,
    judged.newStop ? "a new stop" : "",
    judged.distrusted ? "the clock is wrong" : "",
    judged.load === "none" ? "nobody is touched" : "a person is touched or borne",
    judged.wanted ? "motion is asked for" : "",
    judged.held ? "hold-to-run is pressed" : "",
    judged.load === "none" ? "" : judged.lowerable ? "there is a way down" : "there is no way down",
  ];
  return `a look: ${facts.filter(Boolean).join(", ")}`;
}
