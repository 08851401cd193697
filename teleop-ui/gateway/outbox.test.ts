// Tests of teleop-ui/gateway/outbox.ts.
import { expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import { Outbox } from "./outbox.ts";

/** A network that takes what it is given only when told to. */
function slowSocket() {
  const held: { text: string; sent: () => void }[] = [];
  let stalled = false;
  const all: string[] = [];
  const closed: number[] = [];
  return {
    all,
    closed,
    stall: () => (stalled = true),
    drain: () => {
      stalled = false;
      held.splice(0).forEach(({ sent }) => sent());
    },
    get bufferedAmount() {
      return stalled ? 10 ** 9 : 0;
    },
    send(text: string, sent: () => void) {
      all.push(text);
      held.push({ text, sent });
    },
    close: (code: number) => void closed.push(code),
  };
}

test("a stalled client gets the newest of a stream and every reply, in order", () => {
  const socket = slowSocket();
  const outbox = new Outbox(socket);
  outbox.open("poses", seconds(0), 1);
  socket.stall();
  for (const n of [1, 2, 3]) {
    outbox.stream("poses", { text: `pose ${n}` });
    outbox.reply(`reply ${n}`);
    outbox.advance(seconds(n));
  }
  expect(socket.all).toEqual([]);
  socket.drain();
  outbox.advance(seconds(4));
  expect(socket.all).toEqual(["reply 1", "reply 2", "reply 3", "pose 3"]);
  expect(outbox.replaced).toBe(2);
});

test("a throttled stream waits its gap and then sends the newest", () => {
  const socket = slowSocket();
  const outbox = new Outbox(socket);
  outbox.open("scan", seconds(0.1), 1);
  for (let ms = 0; ms <= 200; ms += 20) {
    outbox.stream("scan", { text: `${ms}` });
    outbox.advance(seconds(ms / 1000));
  }
  expect(socket.all).toEqual(["0", "100", "200"]);
});

test("two streams share a narrow line fairly", () => {
  const socket = slowSocket();
  const outbox = new Outbox(socket);
  for (const name of ["a", "b"]) outbox.open(name, seconds(0), 1);
  for (let step = 1; step <= 3; step += 1) {
    for (const name of ["a", "b"]) outbox.stream(name, { text: name });
    outbox.advance(seconds(step));
  }
  expect(socket.all.filter((text) => text === "a")).toHaveLength(3);
  expect(socket.all.filter((text) => text === "b")).toHaveLength(3);
});

test("a client that never reads its replies is let go instead of filling the memory", () => {
  const socket = slowSocket();
  const outbox = new Outbox(socket);
  socket.stall();
  for (let n = 0; n < 3000; n += 1) outbox.reply("event");
  expect(socket.closed).toEqual([1013]);
  expect(socket.all).toEqual([]);
});

test("nothing is turned into text that nobody sends", () => {
  const socket = slowSocket();
  const outbox = new Outbox(socket);
  outbox.open("image", seconds(0), 1);
  socket.stall();
  outbox.stream("image", {
    get text(): string {
      throw new Error("turned into text");
    },
  });
  outbox.advance(seconds(1));
  outbox.stream("image", { text: "small" });
  socket.drain();
  outbox.advance(seconds(2));
  expect(socket.all).toEqual(["small"]);
});
