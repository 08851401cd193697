// Advice for each axis: who may move it now, and every reason why somebody else may not.
import { AXES } from "../motion/limits.ts";
import { atLeast } from "./demands.ts";
import type { Verdict } from "./verdict.ts";
import type { Reason } from "./texts.ts";

export interface AxisAdvice {
  readonly axis: string;
  /** an operator may drive it directly */
  readonly drive: boolean;
  /** a care task may move it */
  readonly task: boolean;
  /** it may go back along the way to the seat, hold-to-run */
  readonly lower: boolean;
  readonly reasons: readonly Reason[];
}

type Facts = Omit<Verdict, "axes">;

/** One for each of `AXES`. The base is driven directly while nobody is touched; lift and arms are a task's alone. */
export function axesAdvice(facts: Facts): AxisAdvice[] {
  const follows = facts.motion === "ready" || facts.motion === "moving";
  const loaded = facts.load !== "none";
  const drive = follows && !facts.driveBlocked;
  const lower = facts.possible.includes("may.lower");
  const still = follows ? [] : stillBecause(facts);
  const noLowering = loaded && !lower ? noLoweringBecause(facts) : [];
  const noDrive: Reason[] = [
    ...still,
    ...facts.broken.filter((rule) => rule.blocksDrive).map((rule) => rule.when),
    ...(loaded ? (["reason.person_in_arms"] as const) : []),
  ];
  const base = { drive, task: follows, lower, reasons: [...new Set([...noDrive, ...noLowering])] };
  const limb = { drive: false, task: follows, lower, reasons: [...new Set([...still, ...noLowering])] };
  return AXES.map((axis) => ({ axis, ...(axis.startsWith("base") ? base : limb) }));
}

/** What holds or stops, and the acts it waits for; a rule that only slows is no reason to stand. */
const stillBecause = ({ motion, broken, reasons }: Facts): Reason[] => {
  const slows = new Set(broken.filter((rule) => !atLeast(rule.demand, "hold")).map((rule) => rule.when));
  const holds = reasons.filter((reason) => !slows.has(reason));
  return motion === "lowering" ? [...holds, "reason.lowering"] : holds;
};

const noLoweringBecause = ({ motion, broken, lowered }: Facts): Reason[] => {
  const forbids = broken.filter((rule) => rule.forbidsLowering).map((rule) => rule.when);
  const locked = motion === "emergencyStop" || motion === "fault";
  // a locked robot has said already that it waits for a reset
  if (forbids.length > 0 || locked) return forbids;
  return [lowered ? "reason.already_down" : "reason.no_way_down"];
};
