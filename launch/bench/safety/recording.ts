// A ride as the control group heard it: what the benches of supervisor and gate are fed with again and again.
import { OperatorAct_Request } from "../../../core/messages.ts";
import type { AnyNode } from "../../../core/node.ts";
import { topics, type Topic } from "../../../core/topics.ts";
import { seconds, type Seconds } from "../../../core/units.ts";
import { gateNode } from "../../../robot/gate.node.ts";
import { safetyNode } from "../../../robot/safety.node.ts";
import { residentOf, WEAK } from "../../scenarios/residents.ts";
import { openRide } from "../../scenarios/ride.ts";

export interface Heard {
  readonly at: Seconds;
  readonly topic: Topic;
  readonly message: unknown;
}
export interface Recording {
  /** in the order in which they came */
  readonly heard: readonly Heard[];
  readonly acts: readonly { readonly at: Seconds; readonly act: number }[];
  readonly duration: Seconds;
}

const SEED = 3;
const TASK_LIMIT = seconds(120);
const PAUSE = seconds(0.1);
/** Every source has been heard for so long before the first act that no rule is broken by silence. */
const SETTLING = seconds(1);

/** What supervisor and gate hear from others, and not from each other. */
function topicsOf(nodes: readonly AnyNode[]): readonly Topic[] {
  const of = (side: "subscribes" | "publishes") =>
    new Map(nodes.flatMap((node) => Object.values(node[side])).map((topic) => [topic.name, topic]));
  const own = of("publishes");
  return [...of("subscribes").values()].filter((topic) => !own.has(topic.name));
}

/** A resident is stood up on virtual time, and all that the control group heard of it is kept. */
export async function recordRide(): Promise<Recording> {
  const ride = await openRide(residentOf(SEED, WEAK, false), "truth");
  const { run } = ride;
  const heard: Heard[] = [];
  const acts: { at: Seconds; act: number }[] = [];
  for (const topic of topicsOf([safetyNode, gateNode]))
    run.on(topic, (message, at) => heard.push({ at, topic, message }));
  run.advance(SETTLING);
  for (const one of [OperatorAct_Request.CONFIRM_ON_SITE, OperatorAct_Request.START]) {
    acts.push({ at: run.now(), act: one });
    ride.act(one);
    run.advance(PAUSE);
  }
  const task = ride.standUp();
  run.advanceUntil(() => task.outcome !== undefined, TASK_LIMIT);
  await run.stop();
  if (task.outcome !== "succeeded")
    throw new Error(`bench safety: the ride ${task.outcome ?? "did not end"}: ${task.detail}`);
  return { heard, acts, duration: run.now() };
}

export const SENSORS: readonly Topic[] = [
  topics.jointStates,
  topics.odometry,
  topics.imu,
  topics.leftWrench,
  topics.rightWrench,
  topics.bodyContacts,
  topics.estop,
];
