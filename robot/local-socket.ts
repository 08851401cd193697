// A socket in a file of this machine, for who runs the robot and nobody else.
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { createConnection, type Server, type Socket } from "node:net";
import { dirname, relative } from "node:path";

/** Of the socket's file: who runs the robot, and nobody else. */
const OWNER_ONLY = 0o600;

/** A socket's name has at most 107 bytes (Linux, unix(7)); all processes of a robot have the same working folder. */
function short(path: string): string {
  const near = relative(process.cwd(), path);
  return near.length < path.length ? near : path;
}

/** Lets a server listen at `path`, in place of one that was killed. Rejects with one clear error when it cannot. */
export async function listenAt(path: string, server: Server): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(short(path), resolve);
    });
    chmodSync(path, OWNER_ONLY);
  } catch (error) {
    throw new Error(`cannot listen at ${path}: ${String(error)}`, { cause: error });
  }
}

export interface Reaching {
  /** The connection that is, or is tried. */
  socket(): Socket;
  /** It is not tried again once it has closed. */
  over(): void;
}

/** Reaches whoever listens at `path`, now or later, again and again, `again` ms after each end; keeps no process alive by waiting. */
export function reachAt(
  path: string,
  again: number,
  events: { reached(socket: Socket): void; closed?(): void },
): Reaching {
  let over = false;
  let socket: Socket;
  const reach = () => {
    socket = createConnection(short(path), () => events.reached(socket));
    socket.on("error", () => {}); // nobody there, or gone: it closes, and is tried again
    socket.once("close", () => {
      events.closed?.();
      if (!over) setTimeout(reach, again).unref();
    });
  };
  reach();
  return { socket: () => socket, over: () => void (over = true) };
}
