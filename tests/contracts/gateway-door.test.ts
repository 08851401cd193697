// The gateway's door: broken frames, foreign pages, a taken port.
import { connect } from "node:net";
import { jsonValue, sample } from "fast-check";
import { expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { openGateway } from "../../teleop-ui/gateway/gateway.ts";
import { graph, open } from "./gateway-roslib.ts";

test("frames that are no operation are refused one by one and the connection stays", async () => {
  const { address, door } = await graph();
  const socket = new WebSocket(`ws://${address}`);
  open.push({ stop: () => socket.close() });
  const answers: string[] = [];
  socket.on("message", (data: Buffer) => answers.push(data.toString()));
  await new Promise((opened) => socket.once("open", opened));
  for (const frame of ["{", "[]", '{"op":"fly","id":"7"}', '{"op":"publish"}', Buffer.of(1, 2)])
    socket.send(frame);
  await vi.waitFor(() => expect(answers).toHaveLength(5));
  expect(answers[2]).toContain('"id":"7"');
  expect(door.refusals).toBe(5);
  expect(socket.readyState).toBe(WebSocket.OPEN);
});

test("a page of another host, and a name that is not ours, stay outside", async () => {
  const { address, port } = await graph();
  const knock = (headers: Record<string, string>) =>
    new Promise<string>((answer) => {
      const socket = new WebSocket(`ws://${address}`, { headers });
      socket.once("open", () => (socket.close(), answer("open")));
      socket.once("error", (error) => answer(error.message));
    });
  expect(await knock({ Origin: `http://${address}` })).toBe("open");
  expect(await knock({ Origin: "http://evil.example" })).toContain("403");
  expect(await knock({ Origin: `http://127.0.0.1:${port + 1}` })).toContain("403");
  expect(await knock({ Host: "evil.example", Origin: "http://evil.example" })).toContain("403");
});

test("broken requests are refused and the door stays open", async () => {
  const { port, address } = await graph();
  const knock = (head: string) =>
    new Promise<string>((answer) => {
      const socket = connect(port, "127.0.0.1", () =>
        socket.write(`${head}\r\nHost: ${address}\r\nConnection: close\r\n\r\n`),
      );
      let text = "";
      socket.on("data", (data) => (text += data.toString()));
      socket.on("close", () => answer(text.split("\r\n")[0] ?? ""));
    });
  expect(await knock("GET /%E0%A4%A HTTP/1.1")).toContain("400");
  expect(await knock("GET /../../package.json HTTP/1.1")).toContain("404");
  expect(await knock("GET // HTTP/1.1")).toContain("404");
  expect(await knock("POST /session.json HTTP/1.1")).toContain("405");
  expect(await knock("GET /session.json HTTP/1.1")).toContain("200");
});

test("random frames, nested and hostile, neither pass nor end the gateway", async () => {
  const { address, door, heard } = await graph();
  const socket = new WebSocket(`ws://${address}`);
  open.push({ stop: () => socket.terminate() });
  await new Promise((opened) => socket.once("open", opened));
  const values = sample(jsonValue({ maxDepth: 4 }), { seed: 7, numRuns: 150 });
  const hostile = [
    '{"__proto__":{"op":"publish"}}',
    '{"op":"publish","topic":"/operator/motion","msg":{"__proto__":{}}}',
  ];
  const frames = [
    ...hostile,
    ...values.flatMap((value) => [
      JSON.stringify(value),
      JSON.stringify({ op: "publish", topic: "/operator/motion", msg: value }),
      JSON.stringify({ op: "call_service", service: "/safety/act", args: value }),
    ]),
  ];
  for (const frame of frames) socket.send(frame);
  await vi.waitFor(() => expect(door.refusals).toBe(frames.length), { timeout: 10_000 });
  expect(heard).toEqual([]);
});

test("a taken port is one clear error that says what to type", async () => {
  const { port } = await graph();
  const again = openGateway({
    host: "127.0.0.1",
    port,
    page: undefined,
    visuals: () => ({}),
    session: { version: "test", lane_port: 1, simulated: true },
  });
  await expect(again).rejects.toThrow(
    `port ${port} on 127.0.0.1 is taken by another program: stop it, or type npm start -- --port ${port + 1}`,
  );
});
