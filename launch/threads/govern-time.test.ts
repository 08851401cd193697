// Who holds simulated time: a world and eyes that lag, and for how long they are waited for.
import { afterEach, describe, expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import type { TimeControl } from "../../sim/time-control.ts";
import { governTime } from "./govern-time.ts";
import { simulatedClock } from "./simulated-time.ts";
import { openTime, type FirstTime } from "./time-memory.ts";

const takeBacks: (() => void)[] = [];
afterEach(() => takeBacks.splice(0).forEach((takeBack) => takeBack()));

function open(first: FirstTime = { paused: false, speed: 1 }) {
  const [memory, epoch] = [openTime(first), process.hrtime.bigint()];
  const [time, clock] = [governTime(memory, epoch), simulatedClock(memory, epoch)];
  return { time, clock, other: simulatedClock(memory, epoch) };
}

describe("a world whose thread is held up", () => {
  const hold = (milliseconds: number) => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
  };
  const long = 0.35; // s of the 0.4 s that it is held up
  test("holds the time of all, which then goes on from there", () => {
    const { time, clock, other } = open();
    time.lived("world", clock.now());
    const before = clock.now();
    hold(400);
    expect(other.now() - before).toBeLessThan(0.1); // no rule waits for a shorter silence
    time.lived("world", clock.now());
    hold(10);
    expect(clock.now() - before).toBeGreaterThan(0.04);
    expect(clock.now() - before).toBeLessThan(0.1);
    expect(other.now()).toBeCloseTo(clock.now(), 2);
  });
  test("holds it at any speed", () => {
    const { time, clock } = open({ paused: false, speed: 4 });
    time.lived("world", clock.now());
    const before = clock.now();
    hold(100);
    expect(clock.now() - before).toBeLessThan(0.2);
    time.lived("world", clock.now());
    hold(100);
    expect(clock.now() - before).toBeLessThan(0.4);
  });
  test.each<[string, (time: TimeControl) => void]>([
    ["stopped", (time) => time.pause()],
    ["turned slower", (time) => time.setSpeed(0.1)],
  ])("is %s where time was held", async (_, turn) => {
    const { time, clock } = open();
    time.lived("world", clock.now());
    const before = clock.now();
    hold(400);
    turn(time);
    time.lived("world", clock.now());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.now() - before).toBeLessThan(long);
  });
  test("is far behind at its first word, and its next step is reached all the same", async () => {
    const { time, clock } = open();
    hold(100);
    const behind = clock.now();
    hold(100);
    time.lived("world", behind);
    const { promise, resolve } = Promise.withResolvers<void>();
    takeBacks.push(clock.at(clock.now() + 0.01, resolve));
    await promise;
  });
  test("holds no time before its first word", () => {
    const { clock } = open();
    const before = clock.now();
    hold(100);
    expect(clock.now() - before).toBeGreaterThan(0.09);
  });
});

describe("eyes that lag behind the world", () => {
  const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  test("hold time within the age at which a picture is too old, until they speak again", async () => {
    const { time, clock, other } = open({ paused: false, speed: 4 });
    time.lived("world", seconds(3600));
    const seen = clock.now();
    time.lived("eyes", seen);
    await rest(200);
    expect(other.now() - seen).toBeLessThan(0.2);
    expect(other.now() - seen).toBeGreaterThan(0.15);
    const { promise, resolve } = Promise.withResolvers<void>();
    takeBacks.push(clock.at(seen + 0.3, resolve));
    time.lived("eyes", seconds(seen + 0.15));
    await promise;
    expect(clock.now() - seen).toBeLessThan(0.35);
  });
  test("are seen in how slowly time goes", async () => {
    const { time, clock } = open();
    time.lived("world", seconds(3600));
    time.lived("eyes", clock.now());
    expect(time.pace).toBe(1);
    for (const until = performance.now() + 1200; performance.now() < until; await rest(200))
      time.lived("eyes", seconds(clock.now() - 0.1));
    expect(time.pace).toBeGreaterThan(0.1);
    expect(time.pace).toBeLessThan(0.8);
  });
  test("that have died are not waited for", async () => {
    const { time, clock } = open();
    time.lived("world", seconds(3600));
    time.lived("eyes", clock.now());
    const { promise, resolve } = Promise.withResolvers<void>();
    takeBacks.push(clock.at(clock.now() + 0.5, resolve));
    await promise;
    time.lived("eyes", seconds(0)); // a late word of a picture long ago sets nothing back
    const at = clock.now();
    expect(clock.now()).toBeGreaterThanOrEqual(at);
    await rest(300);
    expect(clock.now() - at).toBeLessThan(0.2);
  });
});
