// Tests of the funnel: who raises, what must be clear to fall, what people do, and that nobody's silence quiets an alarm.
import { expect, test } from "vitest";
import { AlarmRequest } from "../../core/messages.ts";
import { seeded } from "../../core/seeded.ts";
import { seconds } from "../../core/units.ts";
import {
  acknowledge,
  advance,
  inOrder,
  pauseAudio,
  pausedFor,
  QUIET,
  raise,
  resumeAudio,
  type Funnel,
} from "./funnel.ts";

const { LOW, MEDIUM, HIGH } = AlarmRequest;
const at = seconds;
const ask = (funnel: Funnel, now: number, change: Partial<AlarmRequest> = {}) =>
  raise(funnel, { alarm: "alarm.a", source: "one", priority: MEDIUM, raised: true, ...change }, at(now));
const clear = (funnel: Funnel, now: number, source = "one") => ask(funnel, now, { source, raised: false });
const only = (funnel: Funnel) => inOrder(funnel)[0];

test("SR-44 any source raises, and all must be clear for two seconds on end before an alarm falls", () => {
  let funnel = ask(ask(QUIET, 0), 1, { source: "two" });
  funnel = advance(clear(funnel, 2), at(10));
  expect(only(funnel)?.sources).toEqual(new Set(["two"]));
  funnel = clear(funnel, 10, "two");
  expect(inOrder(advance(funnel, at(11.9)))).toHaveLength(1);
  expect(inOrder(advance(funnel, at(12)))).toEqual([]);
});

test("a source that comes and goes keeps its alarm up, and the alarm is as old as its first rise", () => {
  let funnel = QUIET;
  for (let now = 0; now < 20; now += 1) {
    funnel = advance(ask(funnel, now), at(now));
    funnel = advance(clear(funnel, now + 0.5), at(now + 0.5));
  }
  expect(only(funnel)).toMatchObject({ since: 0, escalation: 0 });
});

test("a clear of a source that never asked changes nothing", () => {
  expect(clear(QUIET, 0)).toBe(QUIET);
  const funnel = ask(QUIET, 0);
  expect(only(advance(clear(funnel, 1, "stranger"), at(50)))?.clearSince).toBeUndefined();
});

test("nobody's acknowledgement in a minute escalates, in two minutes once more, and each ends a pause of the sound", () => {
  let funnel = pauseAudio(ask(QUIET, 0), at(1));
  expect(only(advance(funnel, at(59.9)))?.escalation).toBe(0);
  funnel = advance(funnel, at(60));
  expect(only(funnel)?.escalation).toBe(1);
  expect(pausedFor(funnel, at(60))).toBe(0);
  funnel = advance(pauseAudio(funnel, at(61)), at(120));
  expect(only(funnel)?.escalation).toBe(2);
  expect(pausedFor(funnel, at(120))).toBe(0);
});

test("acknowledged alarms stay until their cause is gone, and do not escalate", () => {
  const seen = acknowledge(ask(QUIET, 0), "alarm.a", "Kim");
  const later = advance(seen ?? QUIET, at(300));
  expect(only(later)).toMatchObject({ acknowledgedBy: "Kim", escalation: 0 });
  expect(acknowledge(later, "alarm.a", "Lee")).toBeUndefined();
  expect(acknowledge(later, "alarm.other", "Lee")).toBeUndefined();
});

test("an alarm that becomes worse sounds again though it was acknowledged and the sound paused", () => {
  const seen = pauseAudio(acknowledge(ask(QUIET, 0), "", "Kim") ?? QUIET, at(1));
  const worse = ask(seen, 5, { source: "two", priority: HIGH });
  expect(only(worse)).toMatchObject({ priority: HIGH, acknowledgedBy: "", since: 5 });
  expect(pausedFor(worse, at(5))).toBe(0);
  expect(only(ask(worse, 6, { priority: LOW }))?.priority).toBe(HIGH);
});

test("a new alarm ends the pause of the sound, one that is asked for again does not", () => {
  const paused = pauseAudio(ask(QUIET, 0), at(1));
  expect(pausedFor(ask(paused, 2), at(2))).toBe(119);
  expect(pausedFor(ask(paused, 2, { alarm: "alarm.b" }), at(2))).toBe(0);
  expect(pausedFor(resumeAudio(paused), at(2))).toBe(0);
});

test("the worst come first and of those the oldest; a priority nobody knows counts as high", () => {
  const [a, b, c, d] = ["alarm.a", "alarm.b", "alarm.c", "alarm.d"];
  let funnel = ask(QUIET, 0, { alarm: a ?? "", priority: LOW });
  funnel = ask(funnel, 1, { alarm: b ?? "", priority: NaN });
  funnel = ask(funnel, 2, { alarm: c ?? "", priority: HIGH });
  funnel = ask(funnel, 3, { alarm: d ?? "" });
  expect(inOrder(funnel).map(({ alarm, priority }) => [alarm, priority])).toEqual([
    [b, HIGH],
    [c, HIGH],
    [d, MEDIUM],
    [a, LOW],
  ]);
});

test("whatever sources and people do, an alarm with a source that asks stands, and one without for two seconds does not", () => {
  const draw = seeded(11);
  const pick = <T>(items: readonly T[]) => items[Math.floor(draw() * items.length)] as T;
  const asking = new Set<string>();
  let funnel = QUIET;
  const acts: readonly ((now: number, source: string) => Funnel)[] = [
    (now, source) => {
      asking.add(source);
      return ask(funnel, now, { source, priority: pick([LOW, MEDIUM, HIGH]) });
    },
    (now, source) => {
      asking.delete(source);
      return clear(funnel, now, source);
    },
    () => acknowledge(funnel, "", "Kim") ?? funnel,
    (now) => pauseAudio(funnel, at(now)),
    () => funnel,
  ];
  for (let now = 0; now < 2000; now += 0.5) {
    funnel = pick(acts)(now, pick(["one", "two", "three"]));
    funnel = advance(funnel, at(now));
    const standing = only(funnel);
    if (asking.size > 0) expect(standing?.sources).toEqual(asking);
    else if (standing !== undefined) expect(now - (standing.clearSince ?? NaN)).toBeLessThan(2);
  }
});
