// A ZeroMQ router to peers that come and go: one send at a time, tried again until the peer's handshake is over.
import { Router, type Context } from "zeromq";
import { setTimeout as pause } from "node:timers/promises";

/** [ms] a handshake on the same machine takes a few; the socket does not tell when it is over. */
const TRY_AGAIN = 10;

/** So many messages wait for peers that are slow to come; more are refused. */
const MOST_WAITING = 1000;

export interface Speaker {
  readonly socket: Router;
  /** Connects where it is not yet, sends, and answers whether it went out within `patience` ms. Never throws. */
  send(address: string, frames: readonly (string | Uint8Array)[], patience: number): Promise<boolean>;
  /** The peer at this address is gone. */
  leave(address: string): void;
}

export function speaker(context: Context, routingId?: string): Speaker {
  const socket = new Router({
    context,
    linger: 0,
    mandatory: true,
    sendTimeout: 0,
    ...(routingId !== undefined && { routingId }),
  });
  const connected = new Set<string>();
  let waiting = 0;

  async function attempt(address: string, frames: (string | Uint8Array)[], until: number): Promise<boolean> {
    for (;;) {
      try {
        if (socket.closed) return false;
        if (!connected.has(address)) {
          socket.connect(address);
          connected.add(address);
        }
        await socket.send(frames);
        return true;
      } catch {
        // EHOSTUNREACH until the handshake is over, EAGAIN while the peer is slow, EBUSY while another send waits
        if (performance.now() >= until) return false;
        await pause(TRY_AGAIN);
      }
    }
  }
  return {
    socket,
    async send(address, frames, patience) {
      if (waiting >= MOST_WAITING) return false;
      waiting += 1;
      try {
        return await attempt(address, [...frames], performance.now() + patience);
      } finally {
        waiting -= 1;
      }
    },
    leave(address) {
      if (!connected.delete(address) || socket.closed) return;
      socket.disconnect(address);
    },
  };
}
