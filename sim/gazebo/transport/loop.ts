// Reading a ZeroMQ socket until it is closed. The end is waited for: a thread that is ended in the midst of it aborts the process.
import type { Readable, Socket } from "zeromq";
import type { Trouble, Troubles } from "./troubles.ts";

/** Hands each message to `act`. What `act` throws, and what the socket itself does, is counted, and reading goes on. */
export async function readAll(
  socket: Socket & Readable<Buffer[]>,
  troubles: Troubles,
  kind: Trouble,
  act: (frames: readonly Buffer[]) => unknown,
): Promise<void> {
  while (!socket.closed) {
    try {
      await act(await socket.receive());
    } catch (error) {
      if (!socket.closed) troubles.count(kind, String(error));
    }
  }
}

/** One turn of the event loop, after which what a closed socket had left to do is done. */
export const turnOver = (): Promise<void> => new Promise((over) => setImmediate(over));
