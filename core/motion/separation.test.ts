// Speed and separation: worked by hand at the speeds that occur, and turned round.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metres, metresPerSecond } from "../units.ts";
import { approachSpeed, CONTACT_SPEED, reachOf, separatedSpeed, separation } from "./separation.ts";

describe("SR-43 the separation (ISO 13855, ISO/TS 15066)", () => {
  test("is the way of the person and of the robot until it stands, and what is not known of both places", () => {
    // DOMAIN §1.4: at 0.25 m/s it reacts for 0.2 s and brakes for 0.5 s, in which a person walks 0.7 s · 1.6 m/s
    expect(separation(metresPerSecond(0.25))).toBeCloseTo(1.12 + 0.05 + 0.0625 + 0.2, 12);
    // at 0.1 m/s it brakes for 0.2 s, over 0.01 m
    expect(separation(metresPerSecond(0.1))).toBeCloseTo(0.64 + 0.02 + 0.01 + 0.2, 12);
    expect(separation(metresPerSecond(0))).toBeCloseTo(0.52, 12);
  });
  test("is the reach within which something slows a robot of that speed", () =>
    expect(reachOf(metresPerSecond(0.25))).toBeCloseTo(1.4325, 12));
  test("tells the speed that a distance allows, whichever", () =>
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 2, noNaN: true }), (speed) => {
        const allowed = separatedSpeed(separation(metresPerSecond(speed)));
        expect(allowed / speed).toBeCloseTo(1, 9);
      }),
      { numRuns: 50, seed: 43 },
    ));
  test.each([NaN, 0, 0.52, -1])("allows nothing at %s m", (distance) =>
    expect(separatedSpeed(metres(distance))).toBe(0),
  );
});

describe("SR-43 the speed of approach", () => {
  test("is what contact permits until separation allows more", () => {
    const turn = separation(CONTACT_SPEED);
    for (const distance of [0, 0.1, turn - 0.01]) expect(approachSpeed(metres(distance))).toBe(CONTACT_SPEED);
    expect(approachSpeed(metres(turn + 0.01))).toBeGreaterThan(CONTACT_SPEED);
    expect(approachSpeed(metres(1.4325))).toBeCloseTo(0.25, 9);
  });
  test("keeps a collision with the lower leg of somebody frail within half of 260 N", () => {
    // ISO/TS 15066: F = v·√(μk), of 60 kg against 75 kg and 60 N/mm
    const reduced = (60 * 75) / (60 + 75);
    expect(CONTACT_SPEED * Math.sqrt(reduced * 60_000)).toBeCloseTo(130, 9);
  });
});
