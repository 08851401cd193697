// A group on a simulated clock that stands: who waits for it, and whose time is the machine's all the same.
import { MessageChannel } from "node:worker_threads";
import { afterEach, expect, test } from "vitest";
import { defineNode } from "../../core/node.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { Hub } from "../hub.ts";
import { machineClock, type Clock } from "./clock.ts";
import { runGroup, type OpenedGroup, type RunningGroup } from "./group.ts";

const running: RunningGroup[] = [];
afterEach(async () => {
  for (const group of running.splice(0)) await group.stop();
});

const STOOD = seconds(7);
/** Stands at 7 s: what is due by then comes, and nothing later. */
const standing: Clock = {
  now: () => STOOD,
  at(due, act) {
    const timer = due <= STOOD ? setTimeout(act) : undefined;
    return () => clearTimeout(timer);
  },
};

/** The times at which a node of such a group saw itself stepped. */
function steps(machineTime?: OpenedGroup["machineTime"]): readonly number[] {
  const seen: number[] = [];
  const node = defineNode({
    name: "watch",
    period: milliseconds(1),
    start: (io) => ({ step: () => void seen.push(io.now()) }),
  });
  const clocks = { graph: standing, machine: machineClock(process.hrtime.bigint()) };
  const opened = { nodes: [node], ...(machineTime && { machineTime }) };
  running.push(runGroup("group", opened, new Hub(), clocks, (error) => expect.fail(error.message)));
  return seen;
}

test("while time stands a node steps once; files are flushed on, at the time that stands; a gateway lives on", async () => {
  const [world, files, gateway] = [steps(), steps("steps"), steps("all")];
  while (files.length < 5 || gateway.length < 5) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(world).toEqual([STOOD]);
  expect(new Set(files)).toEqual(new Set([STOOD]));
  expect(new Set(gateway).size).toBe(gateway.length);
  expect(Math.max(...gateway)).toBeLessThan(STOOD);
});

test.each(["a period that is over", "the first word that wakes it"])(
  "a node whose thread was held up hears all that was said meanwhile before it steps for %s",
  async (why) => {
    const [alarm, other] = [new MessageChannel(), new MessageChannel()];
    let [said, held, wake] = [0, 0, () => {}];
    alarm.port2.on("message", () => wake());
    other.port2.on("message", () => void (said += 1));
    const heard: boolean[] = [];
    const node = defineNode({
      name: "watch",
      period: milliseconds(5),
      start(io) {
        wake = io.wake;
        return { step: () => void (held > 0 && heard.push(said === held)) };
      },
    });
    const clock = machineClock(process.hrtime.bigint());
    const clocks = { graph: clock, machine: clock };
    running.push(
      runGroup("group", { nodes: [node] }, new Hub(), clocks, (error) => expect.fail(error.message)),
    );
    for (let time = 0; time < 5; time += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      held += 1;
      if (why.includes("wakes")) alarm.port1.postMessage("look");
      other.port1.postMessage("while it is held up");
      const until = performance.now() + 30;
      while (performance.now() < until);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    [alarm, other].forEach(({ port2 }) => port2.close());
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.every(Boolean)).toBe(true);
  },
);
