// The stop lane's own WebSocket server: it only carries frames in and out, and keeps strangers away.
import { isIP } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
import type { LaneReply } from "../../core/lane-protocol.ts";
import { LONGEST_FRAME } from "./protocol.ts";

/** What the server tells the node; undefined as frame means that the session has gone. */
type Arrival = (session: string, frame: string | undefined) => void;

export interface LaneServer {
  readonly port: number;
  /** Frames and goodbyes go to `arrival` from now on, in the turn of the event loop in which they arrive. */
  listen(arrival: Arrival): void;
  send(session: string, reply: LaneReply): void;
  close(): Promise<void>;
}

export interface LaneOptions {
  /** 0 takes any free one */
  readonly port: number;
  /** 127.0.0.1 keeps the robot to this machine */
  readonly host?: string;
}

/** More than every screen of a ward: further connections are turned away. */
const MOST_SESSIONS = 64;
/** A session that does not take its replies for this many bytes is cut: it could not read a stop's answer either. */
const BACKLOG = 64 * LONGEST_FRAME;

/** Opens the lane. Rejects with one clear error when the port is in use. */
export async function openLane({ port, host = "127.0.0.1" }: LaneOptions): Promise<LaneServer> {
  const server = new WebSocketServer({
    port,
    host,
    maxPayload: LONGEST_FRAME,
    perMessageDeflate: false,
    verifyClient: ({ req }: { req: { headers: Knock } }) =>
      server.clients.size < MOST_SESSIONS && isWelcome(req.headers, host),
  });
  await opened(server, port, host);
  const sockets = new Map<string, WebSocket>();
  let arrival: Arrival = () => {};
  let count = 0;
  server.on("connection", (socket) => {
    count += 1;
    const session = `lane-${count}`;
    sockets.set(session, socket);
    socket.on("message", (data, isBinary) => arrival(session, isBinary ? "" : frameText(data)));
    socket.on("error", () => socket.terminate()); // a frame too long, a broken one: the close below tells the node
    socket.on("close", () => {
      sockets.delete(session);
      arrival(session, undefined);
    });
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    listen: (heard) => (arrival = heard),
    send(session, reply) {
      const socket = sockets.get(session);
      if (socket === undefined || socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > BACKLOG) socket.terminate();
      else socket.send(JSON.stringify(reply));
    },
    close() {
      for (const socket of sockets.values()) socket.terminate();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      return promise;
    },
  };
}

const frameText = (data: Buffer | ArrayBuffer | Buffer[]): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as ArrayBuffer).toString();

function opened(server: WebSocketServer, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("listening", resolve);
  server.once("error", (error: NodeJS.ErrnoException) =>
    reject(
      new Error(
        error.code === "EADDRINUSE"
          ? `stop lane: port ${port} on ${host} is in use: stop what listens there, or choose another port`
          : `stop lane: cannot listen on ${host}:${port}: ${error.message}`,
      ),
    ),
  );
  return promise;
}

interface Knock {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}

/**
 * Only pages that this host served, on whatever port: the Host header is an address or a name of ours, so no stranger's
 * name that was pointed at this machine, and the page came from the same. Programs that are no browser send no Origin.
 */
export function isWelcome({ host, origin }: Knock, bound: string): boolean {
  const name = nameOf(`http://${host ?? ""}`);
  if (name === undefined || !(name === "localhost" || name === bound || isIP(name) !== 0)) return false;
  return origin === undefined || nameOf(origin) === name;
}

function nameOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^\[(.*)\]$/, "$1");
}
