// The gateway's door: broken frames, foreign pages, a taken port.
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
