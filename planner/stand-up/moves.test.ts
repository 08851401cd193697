// How the pads move with somebody: along the arc of a trunk that leans, back with who sits down again, and away from nobody who needs them.
import { describe, expect, test } from "vitest";
import { degrees, kilograms, metres, newtons, radians, seconds } from "../../core/units.ts";
import { standingPad } from "../lift-path.ts";
import { PAD } from "./aim.ts";
import { bringBack, lean, letGo, rise, STILL } from "./moves.ts";
import type { Senses } from "./senses.ts";

const STEP = seconds(0.02);
const WEIGHT = newtons(500);

const sensesOf = (leanSeen: number): Senses => ({
  base: { x: metres(0), y: metres(0), yaw: radians(0) },
  lift: metres(0.2),
  leftArm: metres(0.1),
  rightArm: metres(0.1),
  support: newtons(0.15 * WEIGHT), // what the lean keeps: no yielding in height
  pull: newtons(0),
  leftSide: newtons(0),
  rightSide: newtons(0),
  bodyWeight: WEIGHT,
  bodyMass: kilograms(51),
  stature: metres(1.6),
  wayBack: false,
  atSeat: false,
  person: {
    posture: 2,
    hip: [0, 0, 0.53],
    shoulder: [0, 0, 0.98],
    lean: radians(leanSeen),
    tilt: radians(0),
    age: seconds(0.1),
  },
});
/** Where ideal drives bring the pads: m back and m up from where the lean began. */
function leaned(leanSeen: number, time: number) {
  const begin = sensesOf(leanSeen);
  const move = lean(begin);
  let [back, up] = [0, 0];
  for (let now = 0; now < time; now += STEP) {
    const base = { ...begin.base, x: metres(-back) };
    const { velocities } = move({ ...begin, base, lift: metres(begin.lift + up) }, STEP);
    back -= velocities.linear * STEP;
    up += velocities.lift * STEP;
  }
  return { back, up };
}

test("pads that go with a lean never rise above where it began, though the eyes see the trunk lean back", () => {
  for (const seen of [degrees(-8), degrees(-5), degrees(0)])
    for (let time = 0.5; time <= 6; time += 0.5) expect(leaned(seen, time).up).toBeLessThan(0.0005);
});
test("who seems to lean back is led as who sits upright", () => {
  expect(leaned(degrees(-8), 3)).toEqual(leaned(degrees(0), 3));
});
test("who leans forward already is led less far", () => {
  expect(leaned(degrees(15), 6.5).back).toBeLessThan(leaned(degrees(0), 6.5).back - 0.05);
});
test("a lean that is not known moves nothing", () => {
  const begin = sensesOf(NaN);
  const { velocities } = lean(begin)(begin, STEP);
  expect(Object.values(velocities).some((velocity) => velocity > 0 || velocity < 0)).toBe(false);
});

/** The pads' height, m, each 20 ms, of drives that do at once as told, but for those that hear nothing from `deafFor` on. */
function risen(begin: Senses, deafFor: number, time: number): number[] {
  const move = rise(begin, metres(0.2), seconds(6));
  let [lift, back]: [number, number] = [begin.lift, 0];
  return Array.from({ length: Math.round(time / STEP) }, (_, step) => {
    const base = { ...begin.base, x: metres(-back) };
    const { velocities } = move({ ...begin, base, lift: metres(lift) }, STEP);
    if (step * STEP >= deafFor) {
      lift += velocities.lift * STEP;
      back -= velocities.linear * STEP;
    }
    return PAD.height + lift;
  });
}
describe("rise", () => {
  const standing = standingPad(sensesOf(0).stature);
  const steps = (heights: readonly number[]) =>
    heights.slice(1).map((height, step) => height - (heights[step] ?? NaN));

  test("waits for a robot that is not let move, and takes nobody up faster for it", () => {
    const [free, late] = [risen(sensesOf(0), 0, 15), risen(sensesOf(0), 4, 19)];
    expect(late.at(-1)).toBeCloseTo(standing, 3);
    expect(Math.max(...late)).toBeLessThan(standing + 0.002);
    expect(Math.max(...steps(late))).toBeLessThan(1.2 * Math.max(...steps(free)));
  });
  test("pads above the armpits of who stands leave them, though they carry more than a rise may", () => {
    const above = {
      ...sensesOf(0),
      lift: metres(standing - PAD.height + 0.03),
      support: newtons(0.6 * WEIGHT),
    };
    expect(risen(above, 0, 12).at(-1)).toBeCloseTo(standing, 3);
  });
  test("waits for who is carried", () => {
    const carried = { ...sensesOf(0), support: newtons(0.6 * WEIGHT) };
    expect(risen(carried, 0, 12).at(-1)).toBe(PAD.height + carried.lift);
  });
});

describe("SR-25 letting go", () => {
  const under = { ...sensesOf(0), lift: metres(0), support: newtons(0) };
  const speedOf = (senses: Senses, move = letGo(under)) => move(senses, STEP).velocities;
  test("drives away from nobody who still leans on the pads, pulls at them, or may", () => {
    expect(speedOf(under).linear).toBeLessThan(0);
    for (const felt of [{ support: 7 }, { support: -7 }, { pull: 7 }, { support: NaN }, { pull: NaN }])
      expect(speedOf({ ...under, ...felt } as Senses)).toEqual(STILL);
  });
  test("leads who leans forward back as they came, waits for who is not with the pads, and leaves only then", () => {
    const move = bringBack();
    const leaning = { ...under, wayBack: true };
    expect(speedOf(leaning, move)).toEqual({ ...STILL, back: true });
    for (const share of [0.21, NaN])
      expect(speedOf({ ...leaning, support: newtons(share * WEIGHT) }, move)).toEqual(STILL);
    expect(speedOf(under, move).linear).toBeLessThan(0);
  });
  test("who is back on the seat is let go with pads that sink first: arms that rest on them do not hold the person to a base that leaves", () => {
    const move = bringBack();
    const high = { ...under, wayBack: true, lift: metres(0.2) };
    expect(speedOf(high, move).back).toBe(true);
    const seated = { ...high, atSeat: true };
    expect(speedOf({ ...seated, support: newtons(0.21 * WEIGHT) }, move).lift).toBe(0);
    for (const { lift, back, linear } of [speedOf(seated, move), speedOf(high, move)]) {
      expect(lift).toBeLessThan(0);
      expect([back, linear]).toEqual([false, 0]);
    }
  });
  test("who hangs in the pads is led down, but not who is sitting back, slowly, nor anybody of unknown weight", () => {
    const leads = (share: (time: number) => number, lasting: number) => {
      const move = bringBack();
      let back = false;
      for (let time = 0; time < lasting; time += STEP) {
        const support = newtons(share(time) * WEIGHT);
        back = speedOf({ ...under, wayBack: true, support }, move).back;
      }
      return back;
    };
    expect([leads(() => 0.37, 5), leads(() => 0.37, 7)]).toEqual([false, true]);
    expect(leads((time) => 0.5 - 0.01 * time, 20)).toBe(false);
    expect(leads(() => NaN, 60)).toBe(false);
  });
});
