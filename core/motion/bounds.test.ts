// Bounds and ranges: what leads in is slowed or stopped, what leads out stays free, and no joint goes past its end.
import { describe, expect, test } from "vitest";
import { seconds } from "../units.ts";
import { approach, shareOf, stoppedBy, UNBOUNDED, type Bound, type Envelope } from "./bounds.ts";
import { atRest, limit, type Limiter } from "./limiter.ts";
import { AT_REST, CAPS, TICK, type Velocities } from "./limits.ts";
import { NO_ROOM, RANGES, roomAt } from "./ranges.ts";

const ahead = (most: number, stops = false): Bound => ({
  name: "ahead",
  along: [1, 0, 0, 0, 0],
  most,
  stops,
});
const within = (...bounds: Bound[]): Envelope => ({ ...UNBOUNDED, bounds });
const near = (...rows: number[]): Envelope => ({
  ...UNBOUNDED,
  near: { rows: Float64Array.from(rows), count: rows.length / 3 },
});

describe("a bound", () => {
  test("shortens the whole wish by one share, so that its direction stays", () =>
    expect(shareOf([0.1, 0, 0.08, 0, 0], within(ahead(0.05)))).toEqual({ share: 0.5, name: "ahead" }));
  test("leaves alone what leads away or past", () => {
    expect(shareOf([-0.1, 0, 0.08, 0, 0], within(ahead(0)))).toEqual({ share: 1, name: undefined });
    expect(shareOf([0, 0.3, 0.08, 0, 0], within(ahead(0)))).toEqual({ share: 1, name: undefined });
  });
  test.each([NaN, -1])("of %s is one of nothing at all", (most) =>
    expect(shareOf([0.1, 0, 0, 0, 0], within(ahead(most))).share).toBe(0),
  );
  test("whose direction is not known forbids every direction", () =>
    expect(shareOf([-0.1, 0, 0, 0, 0], within({ ...ahead(0.1), along: [NaN, 0, 0, 0, 0] })).share).toBe(0));
  test("of something near is one of the base, turning with it", () => {
    expect(shareOf([0.1, 0.2, 0, 0, 0], near(1, 0.5, 0.1))).toEqual({ share: 0.5, name: "near" });
    expect(shareOf([0.1, -0.2, 0, 0, 0], near(1, 0.5, 0)).share).toBe(1);
    expect(shareOf([0.1, 0, 0, 0, 0], near(1, NaN, 1)).share).toBe(0);
  });
  test("asks for no less than the floor, and stops nothing then", () => {
    const lowering = { ...within(ahead(0, true)), floor: 0.05 };
    expect(shareOf([0.1, 0, 0, 0, 0], lowering).share).toBe(0.5);
    expect(stoppedBy([0.1, 0, 0, 0, 0], lowering)).toBeUndefined();
    expect(shareOf([0.1, 0, 0, 0, 0], { ...near(1, 0, 0), floor: 0.05 }).share).toBe(0.5);
    expect(stoppedBy([0.1, 0, 0, 0, 0], { ...near(1, 0, 0), floor: 0.05 })).toBeUndefined();
  });
  test("that stops tells only of what goes on against it", () => {
    expect(stoppedBy([0.1, 0, 0, 0, 0], within(ahead(0, true)))).toBe("ahead");
    expect(stoppedBy([-0.1, 0, 0, 0, 0], within(ahead(0, true)))).toBeUndefined();
    expect(stoppedBy([0.1, 0, 0, 0, 0], within(ahead(0)))).toBeUndefined();
    expect(stoppedBy([0.1, 0, 0, 0, 0], near(1, 0, 0))).toBe("near");
    expect(stoppedBy(AT_REST, near(NaN, 0, 0))).toBe("near");
  });
});

test("nothing that bounds is no bound, nothing near, no end, and no floor", () =>
  expect(UNBOUNDED).toEqual({
    bounds: [],
    near: { rows: new Float64Array(0), count: 0 },
    room: undefined,
    floor: 0,
  }));

describe("of several bounds", () => {
  const named = (name: string, most: number): Bound => ({ ...ahead(most), name });
  test("the tightest counts and is named, and of two alike the first", () => {
    const names = (...most: number[]) =>
      shareOf([0.1, 0, 0, 0, 0], within(...most.map((speed, place) => named(`${place}`, speed))));
    expect(names(0.08, 0.05, 0.06)).toEqual({ share: expect.closeTo(0.5, 12), name: "1" });
    expect(names(0.05, 0.05).name).toBe("0");
    expect(names(0.2, 0.3)).toEqual({ share: 1, name: undefined });
    const wish = [0.1, 0, 0, 0, 0];
    expect(shareOf(wish, { ...near(1, 0, 0.05), bounds: [ahead(0.05)] }).name).toBe("ahead");
    expect(shareOf(wish, { ...near(1, 0, 0.04), bounds: [ahead(0.05)] })).toEqual({
      share: expect.closeTo(0.4, 12),
      name: "near",
    });
  });
  test("the first that stops is named, one of what is near last", () => {
    const stopping = (name: string, most: number): Bound => ({ ...named(name, most), stops: true });
    const both = { ...near(1, 0, 0), bounds: [stopping("a", 0.01), stopping("b", NaN), stopping("c", 0)] };
    expect(stoppedBy([0.1, 0, 0, 0, 0], both)).toBe("b");
    expect(stoppedBy([0.1, 0, 0, 0, 0], within(stopping("a", 0.01)))).toBeUndefined();
  });
  test("only as many of what is near as were counted, each with the turn that leads in", () => {
    const counted = { ...UNBOUNDED, near: { rows: Float64Array.of(1, 0, 0.1, 1, 0, 0), count: 1 } };
    expect([shareOf([0.1, 0, 0, 0, 0], counted).share, stoppedBy([0.1, 0, 0, 0, 0], counted)]).toEqual([
      1,
      undefined,
    ]);
    const beside = near(0, -1, 0.1, 0, 1, 0);
    expect([shareOf([0, 0.2, 0, 0, 0], beside).share, stoppedBy([0, 0.2, 0, 0, 0], beside)]).toEqual([
      0,
      "near",
    ]);
    expect(stoppedBy([0, -0.2, 0, 0, 0], beside)).toBeUndefined();
    expect(shareOf([0, -0.2, 0, 0, 0], beside).share).toBe(0.5);
    expect(stoppedBy([0.2, -0.1, 0, 0, 0], near(1, 1, 0))).toBe("near");
    expect(stoppedBy([0.1, -0.2, 0, 0, 0], near(1, 1, 0))).toBeUndefined();
  });
});

describe("what is not known of a motion", () => {
  test("is a speed of approach that is no number, unless its axis does not lead there", () => {
    expect(approach([1, 0, 0, 0, 0], [0.1, NaN, NaN, NaN, NaN])).toBe(0.1);
    expect(approach([1, 0, 0, 1, 0], [0.1, 0, 0])).toBeNaN();
    expect(approach([1, 0, 0], [0.1, 0, 0, 0, 0])).toBeNaN();
  });
  test("goes nowhere near anything, and is stopped there", () => {
    for (const wish of [[], [0.1], [NaN, 0]]) {
      expect(shareOf(wish, near(1, 1, 0.1)).share).toBe(0);
      expect(stoppedBy(wish, near(1, 1, 0))).toBe("near");
    }
  });
  test("is told from rounding, which is no approach", () => {
    for (const bounds of [within(ahead(0, true)), near(1, 0, 0)]) {
      expect([shareOf([1e-13, 0, 0, 0, 0], bounds).share, stoppedBy([1e-13, 0, 0, 0, 0], bounds)]).toEqual([
        1,
        undefined,
      ]);
      expect([shareOf([1e-9, 0, 0, 0, 0], bounds).share, stoppedBy([1e-9, 0, 0, 0, 0], bounds)]).toEqual([
        0,
        expect.any(String),
      ]);
    }
  });
});

/** Runs ticks towards a wish and gives the last velocities and the limiter. */
function run(before: Limiter, wanted: Velocities, envelope: Envelope, ticks: number) {
  let [limiter, last, limiting] = [before, AT_REST, [] as readonly string[]];
  for (let tick = 1; tick <= ticks; tick += 1) {
    const done = limit(seconds(before.at + tick * TICK), limiter, wanted, CAPS.task, envelope);
    [limiter, last, limiting] = [done.limiter, done.velocities, done.limiting];
  }
  return { limiter, last, limiting };
}
const start = atRest(seconds(0));

describe("the limiter within bounds", () => {
  test("SR-24 slows gently to a bound that is passed, and stops at once where that does not do", () => {
    const { limiter } = run(start, [0.1, 0, 0, 0, 0], UNBOUNDED, 300);
    const slowed = run(limiter, [0.1, 0, 0, 0, 0], within(ahead(0.02)), 1);
    expect(slowed.last[0]).toBeGreaterThan(0.09);
    expect(slowed.limiting).toContain("ahead");
    expect(run(limiter, [0.1, 0, 0, 0, 0], within(ahead(0.02)), 300).last[0]).toBeCloseTo(0.02, 12);
    expect(run(limiter, [0.1, 0, 0, 0, 0], within(ahead(0, true)), 1)).toMatchObject({
      last: AT_REST,
      limiting: ["ahead", "base_x.acceleration", "ahead.stop"],
    });
  });
  test("leads out of a zone that stops what leads in", () =>
    expect(run(start, [-0.1, 0, 0, 0, 0], within(ahead(0, true)), 300).last[0]).toBeCloseTo(-0.1, 12));
  test("moves no joint whose place nobody knows, but the base", () => {
    const nowhere = { ...UNBOUNDED, room: NO_ROOM };
    expect(run(start, [0, 0, 0.1, 0, 0], nowhere, 100).last).toEqual(AT_REST);
    expect(run(start, [0.1, 0, 0, 0, 0], nowhere, 300).last[0]).toBeCloseTo(0.1, 12);
  });
});

describe("SR-41 the room of a joint", () => {
  test("is what is left to its ends, and none where it is not known", () => {
    const { up, down } = roomAt([0.3, NaN, 0.2]);
    expect(up).toEqual([Infinity, Infinity, 0.5, 0, expect.closeTo(-0.04, 12)]);
    expect(down).toEqual([Infinity, Infinity, 0.3, 0, 0.2]);
  });
  test("is used to its end and not passed", () => {
    let [limiter, lift]: [Limiter, number] = [start, 0.5];
    for (let tick = 1; tick <= 1500; tick += 1) {
      const room = roomAt([lift, 0.1, 0.1]);
      const done = limit(seconds(tick * TICK), limiter, [0, 0, 0.1, 0, 0], CAPS.task, { ...UNBOUNDED, room });
      limiter = done.limiter;
      lift += (done.velocities[2] ?? NaN) * TICK;
      expect(lift).toBeLessThanOrEqual(RANGES.lift_joint.upper);
    }
    expect(lift).toBeGreaterThan(RANGES.lift_joint.upper - 0.001);
  });
  test("lets a joint that is past its end come back, and no further out", () => {
    const past = { ...UNBOUNDED, room: roomAt([0.81, 0.1, 0.1]) };
    expect(run(start, [0, 0, 0.1, 0, 0], past, 50).last).toEqual(AT_REST);
    expect(run(start, [0, 0, -0.05, 0, 0], past, 300).last[2]).toBeCloseTo(-0.05, 12);
  });
});

test("speed of approach is the product with the velocities", () =>
  expect(approach([1, 0.5, 0, 0, -1], [0.1, 0.2, 9, 9, 0.05])).toBeCloseTo(0.15, 12));
