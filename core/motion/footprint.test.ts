// Where something is for the robot: within its outline, within the zone that stops or slows, or where it docks.
import { describe, expect, test } from "vitest";
import { BAND, DOCK, FOOTPRINT, LIDAR, REACH, SLOW_ZONE, STOP_ZONE } from "./footprint.ts";
import { boxOf, contains, grown, type Polygon } from "./polygon.ts";

/** Both sides are alike, so each place is looked at on either. */
const has = (zone: Polygon, x: number, y: number) => {
  expect(contains(zone, x, -y)).toBe(contains(zone, x, y));
  return contains(zone, x, y);
};
const MM = 0.001;
/** Its rear, its tips, the outer and inner side of a leg, and the front of the body, m: transfer-robot.sdf. */
const [REAR, TIP, OUTER, INNER, FRONT] = [-0.275, 0.795, 0.395, 0.325, 0.1];

/** Whether the places a millimetre inside each edge are in the zone, and those a millimetre outside are not. */
function endsAt(zone: Polygon, margin: number) {
  const ends: readonly (readonly [x: number, y: number, outX: number, outY: number])[] = [
    [REAR - margin, 0.2, -1, 0],
    [TIP + margin, 0.36, 1, 0],
    [0, OUTER + margin, 0, 1],
    [0.5, OUTER + margin, 0, 1],
    [0.5, INNER - margin, 0, -1],
    [FRONT + margin, 0.1, 1, 0],
  ];
  for (const [x, y, outX, outY] of ends) {
    expect([x, y, has(zone, x - outX * MM, y - outY * MM)]).toEqual([x, y, true]);
    expect([x, y, has(zone, x + outX * MM, y + outY * MM)]).toEqual([x, y, false]);
  }
}

describe("SR-43 the robot on the floor", () => {
  test("is a body with two legs around a gap that is open to the front", () => endsAt(FOOTPRINT, 0));
  test("stops for what is within 50 mm of its outline, in the gap too", () => endsAt(STOP_ZONE, 0.05));
  test("is slowed by what is within the separation of its fastest drive, and sees no gap there", () => {
    expect(REACH).toBeCloseTo(1.4325, 12);
    expect([...SLOW_ZONE]).toEqual([...grown(SLOW_ZONE, 0)]);
    expect(SLOW_ZONE.length).toBe(8);
    const { left, right, bottom, top } = boxOf(SLOW_ZONE);
    [REAR - REACH, TIP + REACH, -OUTER - REACH, OUTER + REACH].forEach((end, side) =>
      expect([left, right, bottom, top][side]).toBeCloseTo(end, 12),
    );
    expect([has(SLOW_ZONE, 0.5, 0), has(SLOW_ZONE, left + MM, top - MM)]).toEqual([true, true]);
    expect(has(SLOW_ZONE, right - MM, top - MM)).toBe(true);
  });
  test("docks between its legs and, beyond the tips, over a chair and the hands beside it", () => {
    const within = [
      [FRONT + MM, 0],
      [FRONT + MM, INNER - MM],
      [TIP - MM, INNER - MM],
      [TIP + MM, 0.5 - MM],
      [1.7 - MM, 0.5 - MM],
      [1.7 - MM, 0],
    ] as const;
    const without = [
      [FRONT - MM, 0],
      [0.5, INNER + MM],
      [TIP - MM, 0.5 - MM],
      [1, 0.5 + MM],
      [1.7 + MM, 0],
    ] as const;
    expect(within.map(([x, y]) => has(DOCK, x, y))).toEqual(within.map(() => true));
    expect(without.map(([x, y]) => has(DOCK, x, y))).toEqual(without.map(() => false));
  });
  test("looks out from the middle of its front, over the floor's roughness and up to above a tall head", () => {
    expect(LIDAR).toEqual({ x: 0.13, y: 0 });
    expect(BAND).toEqual({ lower: 0.03, upper: 2 });
  });
});
