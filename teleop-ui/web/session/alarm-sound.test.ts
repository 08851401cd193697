// Which alarm sounds, how often, and that neither a pause nor silence hides what is worse.
import { expect, test } from "vitest";
import { AlarmRequest, type Alarm, type Alarms } from "../../../core/messages.ts";
import { seconds } from "../../../core/units.ts";
import { isDue, soundOf } from "./alarm-sound.ts";

const { LOW, MEDIUM, HIGH } = AlarmRequest;
const stamp = { sec: 0, nanosec: 0 };
const an = (priority: number, change: Partial<Alarm> = {}): Alarm => ({
  alarm: "alarm.stopped",
  priority,
  since: stamp,
  sources: ["watch"],
  acknowledged_by: "",
  escalation: 0,
  ...change,
});
const alarms = (standing: readonly Alarm[], change: Partial<Alarms> = {}): Alarms => ({
  header: { stamp, frame_id: "" },
  alarms: standing,
  audio_paused: false,
  audio_paused_for: seconds(0),
  ...change,
});
const pulses = (said: Alarms, age = 0) => soundOf(said, seconds(age))?.pulses.length ?? 0;

test("the worst alarm that nobody has seen to sounds: ten pulses, three, two, none", () => {
  expect(pulses(alarms([an(LOW), an(HIGH)]))).toBe(10);
  expect(pulses(alarms([an(LOW), an(MEDIUM)]))).toBe(3);
  expect(pulses(alarms([an(HIGH, { acknowledged_by: "Kim" }), an(LOW)]))).toBe(2);
  expect(pulses(alarms([]))).toBe(0);
  expect(pulses(alarms([an(HIGH, { sources: [] })]))).toBe(0);
});

test("a pause is silence; alarms that have fallen silent themselves are not", () => {
  expect(pulses(alarms([an(HIGH)], { audio_paused: true }))).toBe(0);
  expect(pulses(alarms([], { audio_paused: true }), 2.1)).toBe(3);
  expect(pulses(alarms([]), NaN)).toBe(3);
  expect(soundOf(undefined, seconds(Infinity))).toBeUndefined();
});

test("high repeats within what the standard asks, escalated more often, low not at all", () => {
  const every = (said: Alarms) => soundOf(said, seconds(0))?.every;
  expect(every(alarms([an(HIGH)]))).toBeGreaterThanOrEqual(2.5);
  expect(every(alarms([an(HIGH)]))).toBeLessThanOrEqual(15);
  expect(every(alarms([an(HIGH, { escalation: 1 })]))).toBeLessThan(every(alarms([an(HIGH)])) ?? 0);
  expect(every(alarms([an(LOW, { escalation: 2 })]))).toBeUndefined();
});

test("pulses of a burst do not overlap, and a burst is over before the next", () => {
  for (const said of [an(HIGH), an(MEDIUM), an(LOW)]) {
    const burst = soundOf(alarms([said]), seconds(0));
    const ends = burst?.pulses.map(({ at, length }) => at + length) ?? [];
    burst?.pulses.slice(1).forEach(({ at }, i) => expect(at).toBeGreaterThan(ends[i] ?? Infinity));
    expect(ends.at(-1)).toBeLessThan(4);
  }
});

test("another sound begins at once, the same one when it is due", () => {
  const [high, low] = [HIGH, LOW].map((priority) => soundOf(alarms([an(priority)]), seconds(0)));
  if (high === undefined || low === undefined) throw new Error("both sound");
  expect(isDue(high, undefined, seconds(0))).toBe(true);
  expect(isDue(high, { burst: low, at: seconds(0) }, seconds(0.1))).toBe(true);
  expect(isDue(high, { burst: high, at: seconds(0) }, seconds(6.9))).toBe(false);
  expect(isDue(high, { burst: high, at: seconds(0) }, seconds(7))).toBe(true);
  expect(isDue(low, { burst: low, at: seconds(0) }, seconds(1000))).toBe(false);
});
