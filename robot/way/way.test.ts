// The way back to the seat: what is remembered, followed and bounded.
import { describe, expect, test } from "vitest";
import { CAPS, type Velocities } from "../../core/motion/limits.ts";
import { metresPerSecond } from "../../core/units.ts";
import { remember } from "./remember.ts";
import { backwards, isDown, leadsBack, passed } from "./retrace.ts";
import { NO_WAY, type Posture, type Way } from "./way.ts";

const at = (lift: number, x = 0, change: Partial<Posture> = {}): Posture => ({
  x,
  y: 0,
  yaw: 0,
  joints: [lift, 0, 0],
  ...change,
});
const record = (postures: readonly Posture[]) =>
  postures.reduce<Way>(
    (way, posture) => passed(remember(way, "bearing", posture, true), posture, false),
    NO_WAY,
  );
const risen = (steps: number) =>
  record(Array.from({ length: steps + 1 }, (_, step) => at(step * 0.001, Math.sin(step / 100) / 10)));
/** The pads come from below, 5 mm a look, to 0 m. */
const approached = (steps: number) =>
  Array.from({ length: steps + 1 }, (_, step) => at((step - steps) * 0.005)).reduce<Way>(
    (way, posture) => remember(way, "none", posture, true),
    NO_WAY,
  );
const STEP = 0.01; // s

/** Follows the way ideally, and tells where it went. */
function follow(way: Way, from: Posture, seconds: number) {
  const went = [from];
  let [left, here] = [way, from];
  for (let time = 0; time < seconds; time += STEP) {
    left = passed(left, here, true);
    const [forward = NaN, turn = NaN, ...joints] = backwards(left, here);
    here = {
      x: here.x + Math.cos(here.yaw) * forward * STEP,
      y: here.y + Math.sin(here.yaw) * forward * STEP,
      yaw: here.yaw + turn * STEP,
      joints: here.joints.map((joint, place) => joint + (joints[place] ?? NaN) * STEP),
    };
    went.push(here);
  }
  return { went, here, left };
}

describe("SR-25 the way back", () => {
  test("begins with contact, and is forgotten when nobody is touched", () => {
    const touched = remember(NO_WAY, "touching", at(0.2), true);
    expect(touched).toMatchObject({ points: [at(0.2)], contact: 0 });
    const left = remember(remember(risen(100), "none", at(0.1), true), "none", at(0.3), true);
    expect([left.contact, left.lost, leadsBack(left, at(0.3))]).toEqual([undefined, undefined, false]);
  });
  test("is not forgotten while who hung in it holds themself up: nobody is called down at half height", () => {
    const way = risen(300);
    const top = at(0.3, Math.sin(3) / 10);
    const alone = [top, undefined, at(0.305, Math.sin(3.05) / 10)].reduce<Way>(
      (before, posture) => remember(before, "none", posture, true),
      way,
    );
    expect([leadsBack(alone, top), isDown(alone, top)]).toEqual([false, false]);
    for (const load of ["bearing", "unknown"] as const) {
      const again = remember(alone, load, top, true);
      expect([leadsBack(again, top), isDown(again, top)]).toEqual([true, false]);
      expect(follow(again, top, 12).here.joints[0]).toBeLessThan(0.003);
    }
    const elsewhere = remember(remember(way, "none", undefined, true), "none", at(0.41), true);
    expect(elsewhere.contact).toBeUndefined();
  });
  test("is forgotten where the pads left somebody who sits", () => {
    const seated = passed(risen(100), at(0), true);
    const below = { ...seated, contact: 1 };
    expect(remember(below, "none", at(0), true).contact).toBeUndefined();
  });
  test("remembers the end of the approach, and no more of it, while all is known and nothing lowers", () => {
    const way = approached(200);
    expect([way.points.length, way.contact, leadsBack(way, at(1))]).toEqual([60, undefined, false]);
    expect(remember(way, "none", undefined, true)).toBe(NO_WAY);
    expect(remember(way, "none", at(9), false).points).toEqual(way.points);
    const worn = { ...risen(10), spacing: 1 };
    const gone = remember(remember(worn, "none", at(0.01), true), "none", at(0.3), true);
    expect(gone.points).toEqual([at(0.3)]);
  });
  test("does not begin with a load that nobody knows, but outlives one", () => {
    expect(remember(NO_WAY, "unknown", at(0.2), true).points).toEqual([]);
    expect(remember(risen(100), "unknown", at(0.3), true).points.length).toBeGreaterThan(10);
  });
  test("leads to where contact began, along where it went, at lowering speed or less", () => {
    const way = risen(400);
    const top = at(0.4, Math.sin(4) / 10);
    expect(leadsBack(way, top)).toBe(true);
    const { went, here, left } = follow(way, top, 15);
    expect(Math.abs(here.joints[0] ?? NaN)).toBeLessThan(0.003);
    expect(Math.abs(here.x)).toBeLessThan(0.003);
    expect(leadsBack(left, here)).toBe(false);
    for (const { x, joints } of went) {
      const height = joints[0] ?? NaN;
      expect(Math.abs(x - Math.sin(height * 10) / 10)).toBeLessThan(0.012);
    }
  });
  test("leads on past the seat along the approach, slowly, and so lets go", () => {
    const up = Array.from({ length: 201 }, (_, step) => at(0.002 * (step + 1)));
    const way = up.reduce((before, posture) => remember(before, "bearing", posture, true), approached(100));
    expect([isDown(way, at(0.4)), leadsBack(way, at(0.4))]).toEqual([false, true]);
    const { went, here, left } = follow(way, at(0.4), 40);
    expect(here.joints[0]).toBeLessThan(-0.28);
    expect([isDown(left, here), leadsBack(left, here)]).toEqual([true, false]);
    const past = went.filter(({ joints }) => (joints[0] ?? NaN) < 0).map(({ joints }) => joints[0] ?? NaN);
    const fastest = Math.max(...past.slice(1).map((now, index) => ((past[index] ?? NaN) - now) / STEP));
    expect(fastest).toBeLessThanOrEqual(0.03 + 1e-9);
    const again = [at(-0.2), at(-0.19)].reduce((before, one) => remember(before, "bearing", one, true), left);
    expect(isDown(again, at(-0.19))).toBe(false);
  });
  test("is down at the seat, nowhere above it, and nowhere when that is not known", () => {
    const way = record([at(0), at(0.1)]);
    expect([
      isDown(way, at(0.1)),
      isDown(passed(way, at(0.001), true), at(0.001)),
      isDown(way, undefined),
    ]).toEqual([false, true, false]);
    expect(isDown(NO_WAY, at(0))).toBe(false);
  });
  test("is gone where it turns back on itself, with arms that are bent so far that they reach no point of it", () => {
    const folds = [0, 0.005, 0.01, 0.005, 0, 0.005, 0.01, 0.005, 0.01, 0.005, 0];
    const way = record([
      ...Array.from({ length: 40 }, (_, step) => at(step * 0.005)),
      ...folds.map((x) => at(0.2, x)),
      ...Array.from({ length: 40 }, (_, step) => at(0.2 + step * 0.005, 0)),
    ]);
    let [left, here] = [way, at(0.4)];
    for (let time = 0; time < 60; time += STEP) {
      left = passed(left, here, true);
      const [forward = NaN, , lift = NaN] = backwards(left, here);
      // ideal base and lift; arms that who hangs on them keeps 2 cm from where they were
      here = at((here.joints[0] ?? NaN) + lift * STEP, here.x + forward * STEP, {});
      here = { ...here, joints: [here.joints[0] ?? NaN, 0.02, 0.02] };
    }
    expect(here.joints[0]).toBeLessThan(0.01);
  });
  test("asks for no axis faster than lowering, and ends slowly", () => {
    const way = risen(400);
    const { went } = follow(way, at(0.4, Math.sin(4) / 10), 15);
    const speeds = went
      .slice(1)
      .map((now, index) => Math.abs((now.joints[0] ?? NaN) - (went[index]?.joints[0] ?? NaN)) / STEP);
    expect(Math.max(...speeds)).toBeLessThanOrEqual((CAPS.lower.down[2] ?? NaN) + 1e-9);
    expect(speeds.at(-1)).toBe(0);
  });
  test("SR-54 is gone at the pace of who comes along, but for the letting go beyond the seat", () => {
    const pace = metresPerSecond(0.02);
    const fastest = (velocities: Velocities) => Math.max(...velocities.map(Math.abs));
    expect(fastest(backwards(risen(400), at(0.4, Math.sin(4) / 10), pace))).toBeCloseTo(pace, 9);
    const seated = remember(approached(20), "bearing", at(0), true);
    expect(fastest(backwards(seated, at(0), pace))).toBe(0.03);
  });
  test("is at rest without a way, without a posture, and at its end", () => {
    const rest = [0, 0, 0, 0, 0];
    expect(backwards(NO_WAY, at(0.3))).toEqual(rest);
    expect(backwards(risen(400), undefined)).toEqual(rest);
    expect(backwards(risen(400), at(0))).toEqual(rest);
    expect(leadsBack(risen(400), undefined)).toBe(false);
  });
  test("turns the base back too, and knows that it went backwards", () => {
    const way = record([at(0), at(0, 0.05, { yaw: 0.1 })]);
    const [forward = NaN, turn = NaN] = backwards(way, at(0, 0.05, { yaw: 0.1 }));
    expect([forward < 0, turn < 0]).toEqual([true, true]);
  });
  test("stays within its memory however long somebody is moved about", () => {
    const wandering = Array.from({ length: 50_000 }, (_, step) =>
      at(0.3 + 0.3 * Math.sin(step / 300), step * 0.001),
    );
    const way = record(wandering);
    expect(way.points.length).toBeLessThanOrEqual(513);
    expect(way.points[0]).toEqual(wandering[0]);
  });
  test("shortens when a task goes back by itself", () => {
    const up = risen(400);
    const down = Array.from({ length: 200 }, (_, step) =>
      at(0.4 - step * 0.001, Math.sin(4 - step / 100) / 10),
    );
    const left = down.reduce(
      (way, posture) => passed(remember(way, "bearing", posture, true), posture, false),
      up,
    );
    expect(left.points.length).toBeLessThan(up.points.length * 0.6);
  });
});
