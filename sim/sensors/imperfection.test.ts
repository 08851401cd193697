// A sensor's errors: of the size that they are said to be, the same for the same seed, and each fault what its name says.
import { expect, test } from "vitest";
import type { SensorFault } from "../../core/faults.ts";
import { secondsOf, stampOf } from "../../core/time.ts";
import { seconds } from "../../core/units.ts";
import { AT_ONCE, imperfectLine, perfect, type Imperfection } from "./imperfection.ts";

interface Reading {
  readonly header: {
    readonly stamp: { readonly sec: number; readonly nanosec: number };
    readonly frame_id: string;
  };
  readonly value: number;
}
const BROKEN = { noise: 5, bias: 7 };
const none = perfect(BROKEN);
const ideal: Imperfection<"value"> = { ...AT_ONCE, errors: { value: none } };

/** `count` readings of 10 at 100 Hz through a line; what was heard, with the time it was heard at. */
function hear(of: Partial<Imperfection<"value">>, count: number, seed = 1, faults = new Set<SensorFault>()) {
  const heard: (Reading & { readonly at: number })[] = [];
  let now = 0;
  const line = imperfectLine(
    "imu",
    seed,
    { ...ideal, ...of },
    (message: Reading, alter) => ({ ...message, value: alter("value", 0, message.value) }),
    (fault) => faults.has(fault),
    (message) => heard.push({ ...message, at: now }),
  );
  const pass = (readings: number) => {
    for (let i = 0; i < readings; i++) {
      now += 0.01;
      line.flush(seconds(now));
      line.take({ header: { stamp: stampOf(seconds(now)), frame_id: "" }, value: 10 });
    }
  };
  pass(count);
  return { heard, pass, faults, values: () => heard.map(({ value }) => value) };
}
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

test("a perfect sensor passes on the very message at once", () => {
  const said: Reading[] = [];
  const line = imperfectLine(
    "imu",
    1,
    ideal,
    (m: Reading) => ({ ...m }),
    () => false,
    (m) => said.push(m),
  );
  const message = { header: { stamp: stampOf(seconds(1)), frame_id: "" }, value: 10 };
  line.take(message);
  expect(said[0]).toBe(message);
});

test("noise has no mean and the deviation it is said to have", () => {
  const values = hear({ errors: { value: { ...none, noise: 0.5 } } }, 4000).values();
  expect(mean(values)).toBeCloseTo(10, 1);
  expect(deviation(values)).toBeCloseTo(0.5, 1);
});

test("a bias is constant, and of the deviation it is said to have from seed to seed", () => {
  const biases = Array.from({ length: 400 }, (_, seed) => {
    const values = hear({ errors: { value: { ...none, bias: 2 } } }, 3, seed).values();
    expect(new Set(values).size).toBe(1);
    return (values[0] ?? NaN) - 10;
  });
  expect(Math.abs(mean(biases))).toBeLessThan(0.3);
  expect(deviation(biases)).toBeCloseTo(2, 0);
});

test("a drift wanders with the root of time", () => {
  const drift = { errors: { value: { ...none, drift: 0.3 } } };
  const ends = Array.from({ length: 200 }, (_, seed) => hear(drift, 401, seed).values());
  const after = (readings: number) =>
    deviation(ends.map((values) => (values[readings] ?? NaN) - (values[0] ?? NaN)));
  expect(after(100)).toBeCloseTo(0.3, 1);
  expect(after(400)).toBeCloseTo(0.6, 1);
});

test("the same seed gives the same readings, another gives others", () => {
  const noisy = { errors: { value: { noise: 1, bias: 1, drift: 1, broken: BROKEN } }, dropOut: 0.1 };
  expect(hear(noisy, 100, 3).heard).toEqual(hear(noisy, 100, 3).heard);
  expect(hear(noisy, 100, 3).heard).not.toEqual(hear(noisy, 100, 4).heard);
});

test("latency delays a reading, which keeps its stamp, and the order of readings", () => {
  const { heard } = hear({ latency: seconds(0.035) }, 20);
  expect(heard).toHaveLength(16);
  heard.forEach(({ at, header }) => expect(at - secondsOf(header.stamp)).toBeCloseTo(0.04, 6));
});

test("a rate takes so many readings a second, evenly", () => {
  const { heard } = hear({ rate: 20 }, 100);
  expect(heard.length).toBeGreaterThanOrEqual(20);
  expect(heard.length).toBeLessThanOrEqual(21);
});

test("drop-out loses the share it is said to lose", () => {
  expect(hear({ dropOut: 0.2 }, 2000).heard.length / 2000).toBeCloseTo(0.8, 1);
});

test("a freeze repeats the reading before it for as long as it lasts, and ends", () => {
  const freeze = { chance: 0.01, lasts: seconds(0.2) };
  const values = hear({ errors: { value: { ...none, noise: 1 } }, freeze }, 1000).values();
  const repeated = values.filter((value, i) => value === values[i - 1]).length;
  expect(repeated).toBeGreaterThan(50);
  expect(repeated).toBeLessThan(500);
});

const broken = (fault: SensorFault) => {
  const line = hear({ errors: { value: { ...none, noise: 0.1 } } }, 100);
  const before = line.heard.at(-1);
  line.heard.length = 0;
  line.faults.add(fault);
  line.pass(100);
  const during = [...line.heard];
  line.faults.clear();
  line.heard.length = 0;
  line.pass(100);
  expect(new Set(line.values()).size).toBe(100);
  expect(Math.abs(mean(line.values()) - 10)).toBeLessThan(0.1);
  return {
    before,
    during,
    values: during.map(({ value }) => value),
    stamps: new Set(during.map(({ header }) => secondsOf(header.stamp))),
  };
};

test("silent says nothing, and speaks again when it is over", () => {
  expect(broken("silent").during).toEqual([]);
});
test("frozen says the last reading again, with fresh stamps", () => {
  const { before, values, stamps } = broken("frozen");
  expect(new Set(values)).toEqual(new Set([before?.value]));
  expect(stamps.size).toBe(100);
});
test("stale says the last reading again, with the stamp it had", () => {
  const { before, values, stamps } = broken("stale");
  expect(values).toEqual(values.map(() => before?.value));
  expect([...stamps]).toEqual([secondsOf(before?.header.stamp)]);
});
test("noisy and biased differ by what the table says", () => {
  expect(deviation(broken("noisy").values)).toBeGreaterThan(3);
  expect(mean(broken("biased").values)).toBeCloseTo(17, 1);
});
test("nan knows nothing", () => {
  expect(broken("nan").values.every(Number.isNaN)).toBe(true);
});
