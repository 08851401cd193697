// The stop lane over real sockets, with supervisor and gate on one event loop: a press is a zero command before the loop turns.
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { LaneReply, LaneRequest } from "../../core/lane-protocol.ts";
import type { HardwareCommand, OperatorSignal } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { Hub } from "../../launch/hub.ts";
import { machineClock } from "../../launch/threads/clock.ts";
import { runGroup } from "../../launch/threads/group.ts";
import { openControlGroup } from "../../robot/control-group.ts";
import { openLane } from "../../robot/lane/server.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A control group in real time on this thread, and what it says. */
async function control() {
  const hub = new Hub();
  const { nodes, lanePort } = await openControlGroup({ port: 0 });
  const failures: string[] = [];
  const clock = machineClock(process.hrtime.bigint());
  const group = runGroup("control", { nodes }, hub, { graph: clock, machine: clock }, (error) =>
    failures.push(error.message),
  );
  closing.push(() => group.stop());
  return { hub, port: lanePort, failures };
}

/** A page's end of the lane. */
async function page(port: number, origin = `http://127.0.0.1:${port + 1}`) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { origin });
  const replies: LaneReply[] = [];
  let wanted: (() => void) | undefined;
  socket.on("message", (data: Buffer) => {
    replies.push(JSON.parse(data.toString()) as LaneReply);
    wanted?.();
  });
  closing.push(() => socket.terminate());
  await new Promise<void>((opened, refused) => socket.once("open", opened).once("error", refused));
  const until = async (op: LaneReply["op"]) => {
    for (;;) {
      const place = replies.findIndex((reply) => reply.op === op);
      if (place >= 0) return replies.splice(place, 1)[0];
      await new Promise<void>((arrived) => (wanted = arrived));
    }
  };
  return { socket, until, send: (request: LaneRequest) => socket.send(JSON.stringify(request)) };
}

const isZero = ({ drive, joint_velocities }: HardwareCommand) =>
  [drive.linear.x, drive.angular.z, ...joint_velocities].every((velocity) => velocity === 0);

describe("the stop lane", () => {
  test("SR-32 turns a press into a stopped supervisor and a zero command before the event loop turns", async () => {
    const { hub, port, failures } = await control();
    const { send, until } = await page(port);
    let turned = true;
    const seen: string[] = [];
    hub.subscribe(topics.operatorSignal, (message) => {
      if (!(message as OperatorSignal).stop_pressed) return;
      turned = false;
      seen.length = 0;
      setImmediate(() => (turned = true));
    });
    hub.subscribe(topics.safetyState, (state) => {
      if (!turned) seen.push((state as { reasons: string[] }).reasons.join());
    });
    hub.subscribe(topics.hardwareCommand, (command) => {
      if (!turned) seen.push(isZero(command as HardwareCommand) ? "zero" : "motion");
    });
    for (let press = 0; press < 20; press += 1) {
      send({ op: "stop", sequence: press });
      expect(await until("stopped")).toEqual({ op: "stopped", sequence: press });
      expect(seen[0]).toContain("reason.operator_stop");
      expect(seen[1]).toBe("zero");
    }
    expect(failures).toEqual([]);
  });
  test("gives the one seat, tells a second who holds it, and tells all when it is free again", async () => {
    const { port } = await control();
    const [kim, lee] = [await page(port), await page(port)];
    kim.send({ op: "hello", operator: "Kim", role: "command", on_site: true });
    expect(await kim.until("state")).toMatchObject({ in_command: true, held_by: "Kim" });
    lee.send({ op: "hello", operator: "Lee", role: "command", on_site: false });
    expect(await lee.until("welcome")).toMatchObject({ in_command: false, held_by: "Kim" });
    kim.socket.close();
    expect(await lee.until("state")).toEqual({ op: "state", in_command: false, held_by: "" });
    expect(await lee.until("state")).toEqual({ op: "state", in_command: true, held_by: "Lee" });
  });
  test("answers each beat with the robot's clock", async () => {
    const { port } = await control();
    const { send, until } = await page(port);
    send({ op: "hello", operator: "Kim", role: "watch", on_site: false });
    send({ op: "beat", sequence: 1, hold: false, round_trip: null });
    expect(await until("beat")).toMatchObject({ sequence: 1, at: expect.any(Number) as number });
  });
  test("SR-30 answers rubbish once each, and still takes a stop after it", async () => {
    const { port, failures } = await control();
    const { socket, send, until } = await page(port);
    for (const rubbish of ["", "{", '{"op":"reboot"}', Buffer.from([1, 2, 3])]) {
      socket.send(rubbish);
      expect((await until("error"))?.op).toBe("error");
    }
    send({ op: "stop", sequence: 1 });
    expect((await until("stopped"))?.op).toBe("stopped");
    expect(failures).toEqual([]);
  });
  test("SR-30 cuts one that sends too much, and harms no other", async () => {
    const { port, failures } = await control();
    const [loud, calm] = [await page(port), await page(port)];
    const cut = new Promise((closed) => loud.socket.once("close", closed));
    loud.socket.send("x".repeat(100_000));
    await cut;
    calm.send({ op: "stop", sequence: 1 });
    expect((await calm.until("stopped"))?.op).toBe("stopped");
    expect(failures).toEqual([]);
  });
  test("SR-30 lets no page of another host in", async () => {
    const { port } = await control();
    await expect(page(port, "http://evil.example")).rejects.toThrow("401");
  });
  test("says which port is in use", async () => {
    const lane = await openLane({ port: 0 });
    closing.push(() => lane.close());
    await expect(openLane({ port: lane.port })).rejects.toThrow(
      `stop lane: port ${lane.port} on 127.0.0.1 is in use`,
    );
  });
});
