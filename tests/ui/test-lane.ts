// A lane whose every message a test sees, and which a test can cut: the protocol of core/lane-protocol.ts over ws.
import { WebSocketServer, type WebSocket } from "ws";
import type { LaneBeat, LaneReply, LaneRequest } from "../../core/lane-protocol.ts";

export interface TestLane {
  readonly port: number;
  readonly heard: LaneRequest[];
  /** The newest beat. */
  beat(): LaneBeat | undefined;
  stops(): number;
  /** Drops every connection; `closed` keeps the door shut until it is opened again. */
  cut(closed?: boolean): void;
  open(): void;
  stop(): void;
}

export async function openTestLane(now: () => number): Promise<TestLane> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await new Promise((listening) => server.once("listening", listening));
  const heard: LaneRequest[] = [];
  let shut = false;
  const answer = (socket: WebSocket, reply: LaneReply) => socket.send(JSON.stringify(reply));
  server.on("connection", (socket) => {
    if (shut) return socket.terminate();
    return socket.on("message", (data: Buffer) => {
      const request = JSON.parse(data.toString()) as LaneRequest;
      heard.push(request);
      const { op } = request;
      if (op === "hello")
        answer(socket, { op: "welcome", session: "s1", in_command: true, held_by: request.operator });
      else if (op === "beat") answer(socket, { op: "beat", sequence: request.sequence, at: now() });
      else answer(socket, { op: "stopped", sequence: request.sequence });
    });
  });
  return {
    port: (server.address() as { port: number }).port,
    heard,
    beat: () => heard.findLast((request) => request.op === "beat"),
    stops: () => heard.filter(({ op }) => op === "stop").length,
    cut(closed = false) {
      shut = closed;
      for (const socket of server.clients) socket.terminate();
    },
    open: () => {
      shut = false;
    },
    stop() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
