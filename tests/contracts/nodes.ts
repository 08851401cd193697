// Small nodes with which the contract of every runner is tested; none of them knows where it runs.
import { StandUp_Result, type StandUp_Feedback, type Spoken, type TaskState } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { actions, services, topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";

export const spoken = (key: string, now: Seconds): Spoken => ({
  header: { stamp: stampOf(now), frame_id: "" },
  key,
  resident: "",
});
export const taskState = (task: string): TaskState => ({
  header: { stamp: stampOf(seconds(0)), frame_id: "" },
  task,
  phase: 0,
  progress: 0,
  support: 0,
  peak_support: 0,
  waiting_for: "",
  reason: "",
});
/** A period so long that only a wake explains a step. */
const NEVER = seconds(3600);
const OFTEN = seconds(0.005);

/** Says again what it hears, woken by it. */
const parrot = defineNode({
  name: "parrot",
  period: NEVER,
  subscribes: { heard: topics.heard },
  publishes: { said: topics.said },
  wakes: ["heard"],
  start: ({ take, publish, now }) => ({
    step: () => take.heard().forEach(({ message }) => publish.said(spoken(message.key, now()))),
  }),
});

/** Says the height and the number of bytes of each picture it sees; `busy` seconds a picture. */
const eye = defineNode({
  name: "eye",
  period: NEVER,
  parameters: { busy: { default: 0, unit: "s", range: [0, 1], about: "how long one look takes" } },
  subscribes: { image: topics.image },
  publishes: { said: topics.said },
  wakes: ["image"],
  start: ({ latest, publish, now, parameters }) => ({
    step: () => {
      const image = latest.image?.message;
      if (image === undefined) return;
      const until = performance.now() + parameters.busy * 1000;
      while (performance.now() < until);
      publish.said(spoken(`${image.height}:${image.data.length}:${image.data[7]}`, now()));
    },
  }),
});

/** Says once what it finds on a latched and on a command topic at its third step. */
const latecomer = defineNode({
  name: "latecomer",
  period: OFTEN,
  subscribes: { task: topics.taskState, command: topics.taskMotion },
  publishes: { said: topics.said },
  start: ({ latest, publish, now }) => {
    let steps = 0;
    return {
      step: () => {
        steps += 1;
        if (latest.task === undefined || steps < 3) return;
        publish.said(
          spoken(`${latest.task.message.task}/${latest.command === undefined ? "none" : "one"}`, now()),
        );
      },
    };
  },
});

/** Serves a service and an action that gives feedback at each step until it has given three, or forever. */
const server = defineNode({
  name: "server",
  period: OFTEN,
  serves: { fault: services.injectFault },
  offers: { standUp: actions.standUp },
  start: ({ active }) => {
    let given = 0;
    const result = (code: number): StandUp_Result => ({
      code,
      reason: "",
      peak_support: 0,
      duration: seconds(given),
    });
    return {
      serve: { fault: ({ fault, on }) => ({ refused: !on, reason: fault }) },
      accept: { standUp: ({ rise_time }) => (rise_time < 0 ? "rise_time below 0 s" : undefined) },
      step: () => {
        const goal = active.standUp();
        if (goal === undefined) return void (given = 0);
        if (goal.cancelRequested) return goal.end("canceled", result(StandUp_Result.CANCELED));
        if (given === 3 && goal.goal.rise_time === 0)
          return goal.end("succeeded", result(StandUp_Result.STOOD));
        given += 1;
        goal.feedback({ phase: given, progress: 0, support: 0 } satisfies StandUp_Feedback);
      },
    };
  },
});

/** Throws when it hears "break". */
const fragile = defineNode({
  name: "fragile",
  period: NEVER,
  subscribes: { heard: topics.heard },
  wakes: ["heard"],
  start: ({ take }) => ({
    step: () => {
      if (take.heard().some(({ message }) => message.key === "break")) throw new Error("this glass is thin");
    },
  }),
});

export const contractNodes = { parrot, eye, latecomer, server, fragile } as const;
export type ContractNode = keyof typeof contractNodes;

/** As a group's module: opens the nodes named. */
export async function open(options: {
  nodes: readonly ContractNode[];
  parameters?: Record<string, Record<string, number>>;
}) {
  return { nodes: options.nodes.map((name) => contractNodes[name]), parameters: options.parameters ?? {} };
}
