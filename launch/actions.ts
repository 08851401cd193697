// Actions over a hub's exchanges: one goal at a time on the server, feedback and cancel, one end.
import type { ActiveGoal, GoalEvents } from "../core/node.ts";
import type { Action } from "../core/topics.ts";
import type { Hub } from "./hub.ts";

type Goal = ActiveGoal<unknown, unknown, unknown>;

/** Offers an action: a second goal while one is active is rejected as busy. `wake` is called when a goal or a cancel arrives. */
export function offerAction(
  hub: Hub,
  action: Action,
  refusal: (goal: unknown) => string | undefined,
  wake: () => void,
) {
  let active: Goal | undefined;
  let leave = () => {};
  const unanswer = hub.answer(action.name, ({ payload, reply, onCancel }) => {
    const why = active === undefined ? refusal(payload) : "busy";
    if (why !== undefined) {
      reply({ kind: "end", outcome: "rejected", payload: undefined, detail: why });
      return;
    }
    let cancelRequested = false;
    const mine: Goal = {
      goal: payload,
      get cancelRequested() {
        return cancelRequested;
      },
      feedback: (feedback) => reply({ kind: "feedback", payload: feedback }),
      end: (outcome, result) => {
        if (active !== mine) throw new Error(`${action.name}: this goal has ended already`);
        active = undefined;
        reply({ kind: "end", outcome, payload: result, detail: "" });
      },
    };
    active = mine;
    leave = () =>
      reply({ kind: "end", outcome: "unreachable", payload: undefined, detail: "its node is gone" });
    onCancel(() => {
      cancelRequested = true;
      wake();
    });
    wake();
  });
  const withdraw = () => {
    unanswer();
    if (active !== undefined) leave();
  };
  return { active: () => active, withdraw };
}

/** The client's side: sends a goal and hears of it until it ends. */
export const requestAction =
  (ask: Hub["ask"], action: Action, wake: () => void) =>
  (goal: unknown, events: GoalEvents<unknown, unknown>) =>
    ask(action.name, goal, (reply) => {
      if (reply.kind === "feedback") events.feedback?.(reply.payload);
      else events.ended(reply.outcome, reply.payload, reply.detail);
      wake();
    });
