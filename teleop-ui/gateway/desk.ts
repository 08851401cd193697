// Works on what clients ask for: subscriptions, publishing, service calls and goals, each against the allow-list.
import type { Answer, Outcome } from "../../core/node.ts";
import type { MessageTypes } from "../../core/messages.ts";
import type { Client } from "./client.ts";
import {
  callable,
  callableKey,
  publishable,
  publishableKey,
  readable,
  readableKey,
  requestable,
  requestableKey,
  sameType,
  type ActionKey,
  type PublishKey,
  type ServiceKey,
  type TopicKey,
} from "./permissions.ts";
import { GOAL, type Op, type Operation } from "./protocol.ts";
import { readMessage } from "./wire.ts";

/** What the desk can do with the graph; the node lends it its io. */
export interface Counter {
  publish(key: PublishKey, message: unknown): void;
  call(key: ServiceKey, request: unknown, done: (answer: Answer<unknown>) => void): void;
  send(
    key: ActionKey,
    goal: unknown,
    events: {
      feedback(feedback: unknown): void;
      ended(outcome: Outcome, result: unknown, detail: string): void;
    },
  ): { cancel(): void };
  /** A client has begun to read a topic: what is latched is due to it. */
  joined(client: Client, key: TopicKey): void;
}

interface RunningGoal {
  readonly action: ActionKey;
  readonly client: Client;
  cancel(): void;
}

const STATUS: Readonly<Record<Outcome, number>> = {
  succeeded: GOAL.SUCCEEDED,
  canceled: GOAL.CANCELED,
  aborted: GOAL.ABORTED,
  rejected: GOAL.UNKNOWN,
  unreachable: GOAL.UNKNOWN,
};
/** ROS's cancel service of an action, which roslib calls to cancel every goal, whoever sent it. */
const CANCEL_ALL = /^(.+)\/_action\/cancel_goal$/;

/** The work of the gateway, apart from clocks and sockets. A goal outlives the page that sent it: safety ends it, not a reload. */
export class Desk {
  readonly #counter: Counter;
  readonly #goals = new Map<string, RunningGoal>();

  constructor(counter: Counter) {
    this.#counter = counter;
  }

  work(client: Client, operation: Operation) {
    switch (operation.op) {
      case "subscribe":
        return this.#subscribe(client, operation);
      case "unsubscribe":
        return this.#unsubscribe(client, operation);
      case "advertise":
        return this.#advertise(client, operation);
      case "unadvertise":
        return undefined;
      case "publish":
        return this.#publish(client, operation);
      case "call_service":
        return this.#call(client, operation);
      case "send_action_goal":
        return this.#send(client, operation);
      case "cancel_action_goal":
        return this.#cancel(client, operation);
      case "set_level":
        return client.hear(operation.level);
    }
  }

  #subscribe(client: Client, op: Op<"subscribe">) {
    const key = readableKey(op.topic);
    if (key === undefined) return client.refuse(`subscribe: no topic ${op.topic} here`, op.id);
    const { type } = readable[key];
    if (op.type !== undefined && !sameType(op.type, type))
      return client.refuse(`subscribe: ${op.topic} is ${type}, not ${op.type}`, op.id);
    if (op.compression !== undefined && op.compression !== "none")
      client.status("warning", `subscribe: ${op.compression} is not offered, JSON is sent`, op.id);
    client.subscribe(key, op);
    return this.#counter.joined(client, key);
  }

  #unsubscribe(client: Client, op: Op<"unsubscribe">) {
    const key = readableKey(op.topic);
    if (key === undefined) return client.refuse(`unsubscribe: no topic ${op.topic} here`, op.id);
    return client.unsubscribe(key, op.id);
  }

  #advertise(client: Client, op: Op<"advertise">) {
    const key = publishableKey(op.topic);
    if (key === undefined) return client.refuse(`advertise: publishing ${op.topic} is not allowed`, op.id);
    const { type } = publishable[key];
    if (!sameType(op.type, type)) client.refuse(`advertise: ${op.topic} is ${type}, not ${op.type}`, op.id);
  }

  #publish(client: Client, op: Op<"publish">) {
    const key = publishableKey(op.topic);
    if (key === undefined) return client.refuse(`publish: publishing ${op.topic} is not allowed`, op.id);
    const read = readMessage(publishable[key].type, op.msg);
    if (!read.ok) return client.refuse(`publish ${op.topic}: ${read.why}`, op.id);
    return this.#counter.publish(key, read.message);
  }

  #call(client: Client, op: Op<"call_service">) {
    const { id, service } = op;
    const fail = (why: string) => {
      client.refuse(`call_service ${service}: ${why}`, id);
      client.reply({ op: "service_response", id, service, values: why, result: false });
    };
    const action = requestableKey(CANCEL_ALL.exec(service)?.[1] ?? "");
    if (action !== undefined) return this.#cancelAll(client, action, op);
    const key = callableKey(service);
    if (key === undefined) return fail("calling it is not allowed");
    const read = readMessage(`${callable[key].type}_Request` as keyof MessageTypes, op.args);
    if (!read.ok) return fail(read.why);
    return this.#counter.call(key, read.message, (answer) =>
      client.reply(
        answer.ok
          ? { op: "service_response", id, service, values: answer.response, result: true }
          : { op: "service_response", id, service, values: `${answer.why}: ${answer.detail}`, result: false },
      ),
    );
  }

  #send(client: Client, { id, action, args, feedback, action_type }: Op<"send_action_goal">) {
    const fail = (why: string) => {
      client.refuse(`send_action_goal ${action}: ${why}`, id);
      client.reply({ op: "action_result", id, action, values: why, status: GOAL.UNKNOWN, result: false });
    };
    const key = requestableKey(action);
    if (key === undefined) return fail("sending it goals is not allowed");
    const { type } = requestable[key];
    if (action_type !== undefined && !sameType(action_type, type))
      return fail(`it is ${type}, not ${action_type}`);
    if (this.#goals.has(id)) return fail("this goal id is in use");
    const read = readMessage(`${type}_Goal` as keyof MessageTypes, args);
    if (!read.ok) return fail(read.why);
    let executing = false;
    let ended = false;
    const sent = this.#counter.send(key, read.message, {
      feedback: (values) => {
        if (!executing) client.reply({ op: "action_status", id, action, status: GOAL.EXECUTING });
        executing = true;
        if (feedback) client.reply({ op: "action_feedback", id, action, values });
      },
      ended: (outcome, result, detail) => {
        ended = true;
        this.#goals.delete(id);
        const told = result !== undefined && outcome !== "rejected" && outcome !== "unreachable";
        const values = told ? result : `${outcome}: ${detail}`;
        client.reply({ op: "action_result", id, action, values, status: STATUS[outcome], result: told });
      },
    });
    if (!ended) this.#goals.set(id, { action: key, client, cancel: () => sent.cancel() });
    return undefined;
  }

  #cancel(client: Client, { id, action }: Op<"cancel_action_goal">) {
    const goal = this.#goals.get(id);
    if (!goal) return client.refuse(`cancel_action_goal ${action}: no goal ${id} is running`, id);
    client.reply({ op: "action_status", id, action, status: GOAL.CANCELING });
    return goal.cancel();
  }

  #cancelAll(client: Client, action: ActionKey, { id, service }: Op<"call_service">) {
    const goals = [...this.#goals.values()].filter((goal) => goal.action === action);
    for (const goal of goals) goal.cancel();
    const values = { return_code: 0, goals_canceling: [] };
    client.reply({ op: "service_response", id, service, values, result: true });
  }
}
