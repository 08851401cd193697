// What waits to be sent on a ZeroMQ socket, which takes one message at a time: in order, bounded, never thrown at the sender.
import type { Publisher } from "zeromq";

type Frames = readonly (string | Uint8Array)[];

/** gz-transport, NodeShared.hh kDefaultSndHwm: what is said beyond it is lost, and told. */
const MOST_WAITING = 1000;

/** `lost` hears of each message that did not go out. */
export function outbox(socket: Publisher, lost: (why: string) => void): (frames: Frames) => void {
  const waiting: Frames[] = [];
  let sending = false;

  async function send(): Promise<void> {
    sending = true;
    for (let frames = waiting.shift(); frames !== undefined; frames = waiting.shift())
      try {
        await socket.send([...frames]);
      } catch (error) {
        if (!socket.closed) lost(String(error));
      }
    sending = false;
  }
  return (frames) => {
    if (waiting.length >= MOST_WAITING) return lost(`${MOST_WAITING} messages wait to be sent`);
    waiting.push(frames);
    if (!sending) void send();
    return undefined;
  };
}
