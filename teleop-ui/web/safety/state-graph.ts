// The states of the safety machine and the ways between them, read from its own definition, and a place for each on a ring.
import type { SafetyMachine } from "../../../core/safety/machine-steps.ts";

export interface Way {
  readonly from: string;
  readonly to: string;
  /** the act that goes it; undefined where what is observed does */
  readonly act: string | undefined;
  /** name of the condition in the machine; "" where there is none */
  readonly guard: string;
}

export interface StateGraph {
  readonly states: readonly string[];
  readonly ways: readonly Way[];
}

/** A condition of the machine is a name, or an object that carries one. */
const nameOf = (guard: unknown): string =>
  typeof guard === "string" ? guard : ((guard as { type?: string } | undefined)?.type ?? "");

/** Ways that lead to another state; what stays within a state is no way. */
export function readMachine(machine: SafetyMachine): StateGraph {
  const nodes = Object.values(machine.states);
  const ways = nodes.flatMap((node) => {
    const acts = [...node.transitions].flatMap(([act, taken]) => taken.map((one) => ({ act, one })));
    const always = (node.always ?? []).map((one) => ({ act: undefined, one }));
    return [...always, ...acts].flatMap(({ act, one }) =>
      (one.target ?? []).map((to) => ({ from: node.key, to: to.key, act, guard: nameOf(one.guard) })),
    );
  });
  return { states: nodes.map(({ key }) => key), ways };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** [1] the lower, the more of a ring is in its corners: half way between an ellipse and its frame. */
const ROUND = 0.5;
const squared = (share: number) => Math.sign(share) * Math.abs(share) ** ROUND;

/** Places on a ring around (0, 0), fuller than an ellipse, the first at the top, then clockwise. */
export function onRing(count: number, radius: Point): Point[] {
  return Array.from({ length: count }, (_, place) => {
    const angle = (2 * Math.PI * place) / count;
    return { x: radius.x * squared(Math.sin(angle)), y: -radius.y * squared(Math.cos(angle)) };
  });
}
