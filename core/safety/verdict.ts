// What a supervisor allows at one moment, in the words of its message: motion, speed, brakes, and the advice for people.
import { possible, reasons } from "./advice.ts";
import { axesAdvice, type AxisAdvice } from "./axes.ts";
import { rank, type Demand } from "./demands.ts";
import { SLOW_SCALE } from "./limits.ts";
import type { Load } from "./observations.ts";
import type { Rule } from "./rule.ts";
import type { Motion, Supervisor } from "./supervisor.ts";
import type { Possible, Reason } from "./texts.ts";

/** What the robot may do now. */
export interface Verdict {
  readonly motion: Motion;
  readonly demand: Demand;
  readonly load: Load;
  readonly needsReset: boolean;
  readonly needsConfirmation: boolean;
  readonly needsStart: boolean;
  /** nobody can lower the person now by holding to run */
  readonly notLowerable: boolean;
  /** nobody needs to: the person is down already */
  readonly lowered: boolean;
  readonly driveBlocked: boolean;
  /** [1] of every speed limit; 0 = stand still */
  readonly speedScale: number;
  /** the drives are held by brakes and have no power (IEC 60204-1, stop category 1) */
  readonly brakesSet: boolean;
  /** worst first */
  readonly broken: readonly Rule[];
  readonly reasons: readonly Reason[];
  readonly possible: readonly Possible[];
  /** one for each axis */
  readonly axes: readonly AxisAdvice[];
}

/** What a supervisor allows, in the words of its message. */
export function verdictOf(supervisor: Supervisor): Verdict {
  const { snapshot, broken } = supervisor;
  const { judged, needsReset, needsConfirmation, needsStart } = snapshot.context;
  const motion = snapshot.value;
  const facts = {
    motion,
    demand: judged.demand,
    load: judged.load,
    needsReset,
    needsConfirmation,
    needsStart,
    lowered: supervisor.lowered,
    notLowerable: judged.load !== "none" && !judged.lowerable,
    driveBlocked: judged.load !== "none" || broken.some((rule) => rule.blocksDrive),
    broken: broken.toSorted((a, b) => rank(b.demand) - rank(a.demand)),
  };
  // the machine is asked only while something waits, and whatever waits does so for a start at last: asking costs as much as a step
  const asks = needsStart;
  const mayAct = {
    reset: asks && snapshot.can({ type: "RESET" }),
    confirm: asks && snapshot.can({ type: "CONFIRM" }),
    start: asks && snapshot.can({ type: "START" }),
  };
  const scale = speedScale(motion, judged.demand);
  const verdict = {
    ...facts,
    speedScale: scale,
    brakesSet: scale === 0 && (motion === "safeIdle" || isBraked(supervisor)),
    reasons: reasons(facts),
    possible: possible(facts, mayAct),
  };
  return { ...verdict, axes: axesAdvice(verdict) };
}

function speedScale(motion: Motion, demand: Demand): number {
  if (motion !== "ready" && motion !== "moving" && motion !== "lowering") return 0;
  return demand === "none" ? 1 : SLOW_SCALE;
}

const isBraked = ({ broken, stoppedBy }: Supervisor) =>
  [...broken, ...stoppedBy].some((rule) => rule.setsBrakes);
