// The gateway's door to the network: HTTP for the built page, WebSocket for rosbridge, pages of this host only.
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
import { Client } from "./client.ts";
import { hostIsOurs, originIsOurs } from "./origin.ts";
import { servePage, type Served } from "./page.ts";

export interface DoorOptions extends Served {
  /** Address to listen on; 127.0.0.1 keeps the robot to this machine. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** The door as the node sees it. */
export interface Door {
  readonly port: number;
  readonly clients: ReadonlySet<Client>;
  /** Frames refused since the start, those of clients that have gone included. */
  readonly refusals: number;
  /** `wake` is called whenever a client has said something or has gone. */
  onArrival(wake: () => void): void;
  close(): Promise<void>;
}

/** The largest frame a client may send: a motion request is under 1 KiB. */
const LARGEST_FRAME = 64 * 2 ** 10;
const MOST_CLIENTS = 32;

/** Opens the door. Throws one clear Error when the port is taken or the page is not there. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  const clients = new Set<Client>();
  let wake = () => {};
  let gone = 0;
  const server = createServer(servePage(options));
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy()); // a stranger that hangs up while it is turned away
    if (!admits(request, options.host) || clients.size >= MOST_CLIENTS)
      return socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
    return sockets.handleUpgrade(request, socket, head, (ws) => welcome(ws));
  });
  const welcome = (ws: WebSocket) => {
    const client = new Client({
      get bufferedAmount() {
        return ws.bufferedAmount;
      },
      send: (text, sent) => ws.send(text, (error) => (error ? undefined : sent())),
      close: (code, reason) => ws.close(code, reason),
    });
    clients.add(client);
    ws.on("message", (data, binary) => {
      if (binary) client.refuse("expected text frames", undefined);
      else client.receive((data as Buffer).toString("utf8"));
      wake();
    });
    ws.on("error", () => ws.terminate());
    ws.on("close", () => {
      clients.delete(client);
      gone += client.refusals;
      client.end();
      wake();
    });
  };
  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    clients,
    get refusals() {
      return [...clients].reduce((sum, client) => sum + client.refusals, gone);
    },
    onArrival: (listener) => {
      wake = listener;
    },
    close: () => {
      for (const ws of sockets.clients) ws.terminate();
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

const admits = (request: IncomingMessage, bound: string) =>
  hostIsOurs(request.headers.host, bound) && originIsOurs(request.headers.origin, request.headers.host);

function listen(server: Server, { host, port }: DoorOptions): Promise<void> {
  return new Promise((listening, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => fail(explain(error, host, port)));
    server.listen(port, host, () => listening());
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new Error(
      `port ${port} on ${host} is taken by another program: stop it, or type npm start -- --port ${port + 1}`,
      { cause: error },
    );
  if (error.code === "EACCES")
    return new Error(`port ${port} needs more rights: take one above 1023, as in npm start -- --port 8080`, {
      cause: error,
    });
  return new Error(`cannot listen on ${host}:${port}: ${error.message}`, { cause: error });
}
