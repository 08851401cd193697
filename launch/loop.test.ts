// A loop of nodes whose going is turned: a node that rests hears and does not step, one that has stopped does neither.
import { afterEach, expect, test } from "vitest";
import { defineNode } from "../core/node.ts";
import { topics } from "../core/topics.ts";
import { milliseconds, seconds } from "../core/units.ts";
import { Hub } from "./hub.ts";
import { openLoop } from "./loop.ts";
import { machineClock } from "./threads/clock.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
const pass = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

function begun() {
  const hub = new Hub();
  const clock = machineClock(process.hrtime.bigint());
  const loop = openLoop("loop", clock.now, clock, (error) => expect.fail(error.message));
  stops.push(() => loop.stop());
  const steps: (string | undefined)[] = [];
  let wake = () => {};
  const node = defineNode({
    name: "ear",
    period: milliseconds(5),
    subscribes: { taskState: topics.taskState },
    wakes: ["taskState"],
    start(io) {
      wake = io.wake;
      return { step: () => void steps.push(io.latest.taskState?.message.task) };
    },
  });
  const say = (task: string) => hub.publish(topics.taskState, { task });
  return { ear: loop.start(node, hub), steps, say, wake: () => wake() };
}

test("a node that has not been told to go does not step, by period or by what wakes it, and has heard when it goes", async () => {
  const { ear, steps, say } = begun();
  say("stand_up");
  await pass(20);
  expect(steps).toEqual([]);
  ear.go();
  while (steps.length < 3) await pass(1);
  expect(new Set(steps)).toEqual(new Set(["stand_up"]));
});

test("a node that rests steps no more until it goes again, and then once a period, however often it was turned", async () => {
  const { ear, steps, say } = begun();
  ear.go();
  while (steps.length < 2) await pass(1);
  for (let turn = 0; turn < 20; turn += 1) {
    ear.rest();
    ear.go();
  }
  ear.rest();
  const before = steps.length;
  say("stand_up");
  await pass(20);
  expect(steps.length).toBe(before);
  const went = performance.now();
  ear.go();
  while (steps.length - before < 10) await pass(1);
  expect(performance.now() - went).toBeGreaterThan(8 * 5); // two timers at once would take half of that
});

test("what wakes a node that has stopped is not heard, and holds up nobody", async () => {
  const { ear, steps, say, wake } = begun();
  ear.go();
  while (steps.length < 2) await pass(1);
  await ear.stop();
  const before = steps.length;
  say("stand_up");
  wake();
  await pass(20);
  expect(steps.length).toBe(before);
});

test("a node is due again within a period of when it began its step, however long that took", async () => {
  let time = 7;
  const dues: number[] = [];
  const clock = {
    now: () => seconds(time),
    at(due: number, act: () => void) {
      dues.push(due);
      const timer = dues.length <= 2 ? setTimeout(act) : undefined;
      return () => clearTimeout(timer);
    },
  };
  const loop = openLoop("loop", clock.now, clock, (error) => expect.fail(error.message));
  stops.push(() => loop.stop());
  const long = defineNode({
    name: "long",
    period: milliseconds(10),
    start: () => ({ step: () => void (time += 0.039) }),
  });
  loop.start(long, new Hub()).go();
  while (dues.length < 3) await pass(1);
  const [first = NaN, second = NaN, third = NaN] = dues;
  expect(second - first).toBeCloseTo(0.01, 9);
  expect(third - second).toBeCloseTo(0.03, 9); // it began 0.039 s after the first
});
