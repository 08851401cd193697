// Turns what a thread says, asks and answers into messages for the black box; pictures never leave by this way.
import { actions, services, type Topic } from "../core/topics.ts";
import type { Seconds } from "../core/units.ts";
import { PICTURE_TYPES, type Noted } from "../robot/blackbox/noted.ts";
import type { Reply, Tap } from "./hub.ts";

/** How what passes in an exchange is called in a recording: the exchange's name and one of these. */
interface Parts {
  readonly asked: Part;
  readonly feedback: Part;
  readonly ended: Part;
}
interface Part {
  readonly topic: string;
  readonly type: string;
}

const part = (name: string, type: string, what: string): Part => ({
  topic: `${name}/${what}`,
  type: `${type}_${what.charAt(0).toUpperCase()}${what.slice(1)}`,
});
const EXCHANGES: ReadonlyMap<string, Parts> = new Map([
  ...Object.values(services).map(({ name, type }): [string, Parts] => [
    name,
    {
      asked: part(name, type, "request"),
      feedback: part(name, type, "response"),
      ended: part(name, type, "response"),
    },
  ]),
  ...Object.values(actions).map(({ name, type }): [string, Parts] => [
    name,
    {
      asked: part(name, type, "goal"),
      feedback: part(name, type, "feedback"),
      ended: part(name, type, "result"),
    },
  ]),
]);

/** A tap that tells each message at once, with the time at which it was said. */
export function tap(now: () => Seconds, note: (noted: Noted) => void): Tap {
  const tell = (to: Part | undefined, message: unknown) => {
    if (to === undefined || PICTURE_TYPES.has(to.type)) return;
    note({ topic: to.topic, type: to.type, message, at: now() });
  };
  return {
    said: ({ name, type }: Topic, message) => tell({ topic: name, type }, message),
    asked: (name, request) => tell(EXCHANGES.get(name)?.asked, request),
    replied: (name, reply: Reply) => {
      if (reply.kind === "feedback") tell(EXCHANGES.get(name)?.feedback, reply.payload);
      else if (reply.payload !== undefined) tell(EXCHANGES.get(name)?.ended, reply.payload);
    },
  };
}
