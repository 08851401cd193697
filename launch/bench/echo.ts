// A bare WebSocket server in a thread of its own that sends back what it hears: the least a page's word can take there and back.
import { parentPort } from "node:worker_threads";
import { WebSocketServer } from "ws";

const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
server.on("connection", (socket) =>
  socket.on("message", (data, isBinary) => socket.send(data, { binary: isBinary })),
);
server.on("listening", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) parentPort?.postMessage(address.port);
});
