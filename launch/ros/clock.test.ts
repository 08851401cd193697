// Tests of ROS time as nodes read it: the machine's goes on between two looks at it, and never back.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rosClock } from "./clock.ts";
import type { QoSClass, RosNode } from "./rcl.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"], now: 0 }));
afterEach(() => void vi.useRealTimers());

const NANOSECONDS_OF_MS = 1e6;

/** A clock of rclnodejs that can be set. It counts how often it was looked at. */
function turned() {
  const shown = { ns: 5_000_000_000n, looks: 0 };
  const clock = {
    now() {
      shown.looks += 1;
      const gone = performance.now() * NANOSECONDS_OF_MS;
      return { nanoseconds: shown.ns + BigInt(Math.round(gone)) };
    },
  };
  const node = {
    getParameter: () => ({ value: false }),
    addOnSetParametersCallback: () => {},
    getClock: () => clock,
  };
  return { shown, clock: rosClock(node as unknown as RosNode, undefined as unknown as QoSClass) };
}

test("between two looks at the machine's time it goes on as the monotonic clock does", () => {
  const { shown, clock } = turned();
  expect(clock.now()).toBe(5);
  vi.advanceTimersByTime(4);
  expect(clock.now()).toBeCloseTo(5.004, 9);
  expect(shown.looks).toBe(1);
});
test("after a tick of control it is looked at anew, and what was set since then counts", () => {
  const { shown, clock } = turned();
  clock.now();
  shown.ns = 8_000_000_000n;
  vi.advanceTimersByTime(10);
  expect(clock.now()).toBeCloseTo(8.01, 9);
});
test("time never goes back, whatever the clock shows", () => {
  const { shown, clock } = turned();
  clock.now();
  shown.ns = 1_000_000_000n;
  vi.advanceTimersByTime(10);
  expect(clock.now()).toBe(5);
});
test("who waits for a time of the machine is called when it has come, and not before", () => {
  const { clock } = turned();
  const act = vi.fn<() => void>();
  clock.at(5.2, act);
  vi.advanceTimersByTime(199);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2);
  expect(act).toHaveBeenCalledOnce();
});
