// The policies that are compared: who helps the person. A policy is a task's node, or no robot at all.
import type { AnyNode } from "../../core/node.ts";
import { standUpNode, type TaskSite } from "../../planner/stand-up/stand-up.node.ts";
import { foilReader, type Rounder } from "./night/rounders.ts";
import { positionNode } from "./position/position.node.ts";
import { steadily, type WalkerDriver } from "./walking/drivers.ts";
import type { Plot, SeatPlot, Text } from "./story.ts";

export interface Policy {
  readonly title: Text;
  /** Offers the action and asks the gate for motion, as planner/stand-up does. Undefined: the person tries alone. */
  readonly task: ((site: TaskSite) => AnyNode) | undefined;
  /** Drives the walker robot for who walks with it: "missing" where the policy cannot, undefined where there is no walker. */
  readonly walker: WalkerDriver | "missing" | undefined;
  /** Makes a night round; undefined where nobody does: then the robot, if there is one, stands where it stands. */
  readonly rounder: (() => Rounder) | undefined;
}

/** By name. Add a line to compare another one. */
export const POLICIES = {
  dolbom: { title: { ko: "돌봄", en: "Dolbom" }, task: standUpNode, walker: "missing", rounder: undefined },
  position: {
    title: { ko: "위치 제어만 하는 로봇", en: "Position control alone" },
    task: positionNode,
    walker: steadily,
    rounder: foilReader,
  },
  none: {
    title: { ko: "로봇 없음", en: "No robot" },
    task: undefined,
    walker: undefined,
    rounder: undefined,
  },
} as const satisfies Readonly<Record<string, Policy>>;
export type PolicyName = keyof typeof POLICIES;
export const POLICY_NAMES = Object.keys(POLICIES) as readonly PolicyName[];

/** Who helps in a story on a seat; nobody has a task that brings somebody to another one: there the robot stands by. */
export const taskIn = (plot: SeatPlot, { task }: Policy) => (plot.to === undefined ? task : undefined);

/** What of a policy takes part in such a story; undefined where the person is alone, or a robot stands by. Policies of one helper play alike. */
function helperIn(plot: Plot, policy: Policy) {
  if (plot.kind === "walk") return policy.walker;
  if (plot.kind === "night") return policy.rounder;
  return plot.kind === "seat" ? taskIn(plot, policy) : policy.task;
}

/** The first policy that plays such a story as this one does. */
export function playedBy(plot: Plot, name: PolicyName): PolicyName {
  const helper = helperIn(plot, POLICIES[name]);
  return POLICY_NAMES.find((other) => helperIn(plot, POLICIES[other]) === helper) ?? name;
}
