// The control loop as the bench of the graph looks at it: the real control group, and beside its nodes one that notes when it steps.
import { TICK } from "../../../core/motion/limits.ts";
import { defineNode } from "../../../core/node.ts";
import { openControlGroup } from "../../../robot/control-group.ts";
import type { OpenedGroup } from "../../threads/group.ts";
import { answerOn, threadLine, type Line } from "./line.ts";
import type { Acts } from "./orders.ts";

const NANOSECONDS_OF_MS = 1e6;

export interface Pulses {
  readonly acts: Required<Pick<Acts, "pulses">>;
  /** Called at each step. */
  readonly beat: () => void;
}

/** Keeps the time between one step and the next. */
export function pulses(): Pulses {
  let last: bigint | undefined;
  let periods: number[] = [];
  return {
    beat() {
      const now = process.hrtime.bigint();
      if (last !== undefined) periods.push(Number(now - last) / NANOSECONDS_OF_MS);
      last = now;
    },
    acts: {
      pulses() {
        const all = periods;
        [periods, last] = [[], undefined];
        return all;
      },
    },
  };
}

const pulseNode = (beat: () => void) =>
  defineNode({ name: "bench_pulse", period: TICK, start: () => ({ step: beat }) });

/** Supervisor, gate and stop lane, which hear no sensor and so hold; and the pulse, a node like them. */
export async function openPulse(line: Line): Promise<OpenedGroup> {
  const { nodes } = await openControlGroup({ port: 0 });
  const { acts, beat } = pulses();
  answerOn(line, acts);
  return { nodes: [...nodes, pulseNode(beat)] };
}

/** The same as a group of the embedded graph. */
export const open = ({ line }: { readonly line: string }): Promise<OpenedGroup> =>
  openPulse(threadLine(line));
