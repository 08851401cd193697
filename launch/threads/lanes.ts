// How streams go over a link: a few messages of each under way, and of those that wait only the newest.
import type { Topic } from "../../core/topics.ts";

/**
 * [1] messages of a stream that may be under way: 0.64 s of the fastest, of 100 Hz. A group that was held up for so long
 * finds all of it in its mail, and needs no answer of a sender that may be held up in turn to know how things are.
 */
const WINDOW = 64;

/** Messages of a stream that a receiver takes at once: one, where it hears streams at a pace of its own. */
export const windowOf = (pace: number | undefined): number => (pace === undefined ? WINDOW : 1);

interface Lane {
  readonly topic: Topic;
  readonly window: number;
  underWay: number;
  waiting: { readonly message: unknown } | undefined;
}
interface Lanes {
  /** Opens the way of a topic to a receiver with room for `window` messages. */
  open(topic: Topic, window: number): (message: unknown) => void;
  /** The receiver has worked on one. */
  taken(name: string): void;
}

/**
 * Streams and commands are newest-wins: a slow receiver costs the sender one waiting message and never a queue, and a
 * message with a picture is the only one under way. Latched and event messages all go, in order.
 */
export function openLanes(post: (topic: Topic, message: unknown, buffers: ArrayBuffer[]) => void): Lanes {
  const lanes = new Map<string, Lane>();
  const send = (lane: Lane, message: unknown) => {
    const buffers = buffersOf(message);
    if (lane.underWay >= (buffers.length > 0 ? 1 : lane.window)) {
      lane.waiting = { message };
      return;
    }
    lane.waiting = undefined;
    lane.underWay += 1;
    post(lane.topic, message, buffers);
  };
  return {
    open(topic, window) {
      if (topic.delivery === "latched" || topic.delivery === "event")
        return (message) => post(topic, message, buffersOf(message));
      const lane: Lane = { topic, window, underWay: 0, waiting: undefined };
      lanes.set(topic.name, lane);
      return (message) => send(lane, message);
    },
    taken(name) {
      const lane = lanes.get(name);
      if (lane === undefined) return;
      lane.underWay = Math.max(0, lane.underWay - 1);
      if (lane.waiting !== undefined) send(lane, lane.waiting.message);
    },
  };
}

/** The buffers a message may give away: its own whole byte arrays, one level deep. */
function buffersOf(message: unknown): ArrayBuffer[] {
  if (typeof message !== "object" || message === null) return [];
  return Object.values(message)
    .filter(
      (value): value is Uint8Array<ArrayBuffer> =>
        value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
    )
    .filter((bytes) => bytes.byteLength === bytes.buffer.byteLength)
    .map((bytes) => bytes.buffer);
}
