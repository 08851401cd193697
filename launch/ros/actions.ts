// One node's actions between its hub and ROS, both ways: one goal at a time, feedback in order, cancel, one end.
import type { AnyNode, Outcome } from "../../core/node.ts";
import type { Action } from "../../core/topics.ts";
import type { Exchange, Hub, Reply } from "../hub.ts";
import { rosName } from "./names.ts";
import type { ActionClient, GoalHandle, Rcl, RosNode, SentGoal } from "./rcl.ts";
import { watchServer } from "./server-watch.ts";

const actionsOf = (map: AnyNode["offers"]) => Object.values(map);

/** Calls `act`; when it throws, tells who must know, and gives `otherwise`: rclnodejs aborts the process when a callback throws. */
export type Guard = <T>(act: () => T, otherwise: T) => T;

/** Joins what the node offers and requests. Returns what takes it all back. `answers`: whether it takes goals now. */
export function bridgeActions(
  rcl: Rcl,
  node: RosNode,
  spec: AnyNode,
  hub: Hub,
  answers: () => boolean,
  guard: Guard,
): () => void {
  const undo: (() => void)[] = [];
  for (const action of actionsOf(spec.offers)) {
    const server = offer(rcl, node, action, hub, answers, guard);
    undo.push(() => server.destroy());
  }
  for (const { name, type } of actionsOf(spec.requests)) {
    const client = new rcl.ActionClient(node, type, rosName(name));
    const unanswer = hub.answer(name, (exchange) => void ask(client, name, exchange), "afar");
    undo.push(unanswer, () => client.destroy());
  }
  return () => undo.splice(0).forEach((drop) => drop());
}

/** A goal that the node has taken, until ROS gives it a handle and after. */
interface Taken {
  readonly cancel: () => void;
  /** The end, when it comes. */
  readonly ended: Promise<Reply & { kind: "end" }>;
  feedback: (payload: object) => void;
  /** What came before there was a handle by which to tell it. */
  readonly early: object[];
}

function take(hub: Hub, name: string, goal: object, refuses: (why: string) => void): Taken | undefined {
  const { promise, resolve } = Promise.withResolvers<Reply & { kind: "end" }>();
  let refused = false;
  const early: object[] = [];
  const taken = { early, feedback: (payload: object) => void early.push(payload) };
  const question = hub.ask(name, goal, (reply) => {
    if (reply.kind === "feedback") taken.feedback(reply.payload as object);
    else {
      if (reply.outcome === "rejected" || reply.outcome === "unreachable") {
        refused = true;
        refuses(reply.detail);
      }
      resolve(reply);
    }
  });
  return refused ? undefined : Object.assign(taken, { cancel: () => question.cancel(), ended: promise });
}

function offer(
  rcl: Rcl,
  node: RosNode,
  { name, type }: Action,
  hub: Hub,
  answers: () => boolean,
  guard: Guard,
) {
  let next: Taken | undefined;
  /** ROS has no place for it in its answer. */
  const tell = (why: string) => node.getLogger().warn(`${name} refuses a goal: ${why}`);
  const running = new Map<GoalHandle, Taken>();
  const end: Partial<Record<Outcome, (handle: GoalHandle) => void>> = {
    succeeded: (handle) => handle.succeed(),
    canceled: (handle) => (handle.isCancelRequested ? handle.canceled() : handle.abort()),
  };
  return new rcl.ActionServer(
    node,
    type,
    rosName(name),
    async (handle) => {
      const taken = running.get(handle);
      if (taken === undefined) throw new Error(`${name}: a goal that nobody took`);
      taken.feedback = (payload) => handle.publishFeedback(payload);
      taken.early.splice(0).forEach((payload) => taken.feedback(payload));
      const { outcome, payload } = await taken.ended;
      running.delete(handle);
      (end[outcome] ?? (() => handle.abort()))(handle);
      return payload ?? {};
    },
    (goal) => {
      next = answers() ? guard(() => take(hub, name, goal, tell), undefined) : undefined;
      return next === undefined ? rcl.GoalResponse.REJECT : rcl.GoalResponse.ACCEPT;
    },
    (handle) => {
      if (next !== undefined) running.set(handle, next);
      (handle as GoalHandle & { execute(): void }).execute();
    },
    (handle) => {
      guard(() => running.get(handle)?.cancel(), undefined);
      return rcl.CancelResponse.ACCEPT;
    },
  );
}

/** Sends a goal and hears of it until it ends; ROS says that a goal is refused, and not why. */
async function ask(
  client: ActionClient,
  name: string,
  { payload, reply, onCancel }: Exchange,
): Promise<void> {
  const end = (outcome: Outcome, result: unknown, detail = "") =>
    reply({ kind: "end", outcome, payload: result, detail });
  let sent: SentGoal | undefined;
  let unwanted = false;
  onCancel(() => {
    unwanted = true;
    void sent?.cancelGoal();
  });
  const isThere = () => client.isActionServerAvailable();
  const gone = () => end("unreachable", undefined, `nobody answers ${name}`);
  if (!isThere()) return gone();
  const unwatch = watchServer(isThere, gone);
  try {
    sent = await client.sendGoal(payload as object, (feedback) =>
      reply({ kind: "feedback", payload: feedback }),
    );
    if (!sent.isAccepted()) return end("rejected", undefined, `${name} refused the goal`);
    if (unwanted) void sent.cancelGoal();
    const result = await sent.getResult();
    end(sent.isSucceeded() ? "succeeded" : sent.isCanceled() ? "canceled" : "aborted", result);
  } catch (error) {
    end("unreachable", undefined, `${name}: ${String(error)}`);
  } finally {
    unwatch();
  }
}
