// Places around the robot, each seen by a ray and by a point of a cloud: counted, slowing or stopping, and for which way.
import { describe, expect, test } from "vitest";
import type { LaserScan } from "../messages.ts";
import { metres, radians, seconds } from "../units.ts";
import { shareOf, UNBOUNDED } from "./bounds.ts";
import { LIDAR, REACH, SLOW_ZONE } from "./footprint.ts";
import { boxOf } from "./polygon.ts";
import { CONTACT_SPEED } from "./separation.ts";
import { lookAtCloud, lookAtScan, reading, type Reading } from "./zones.ts";

type Place = readonly [x: number, y: number];
const MM = 0.001;
const scan = (ranges: readonly number[], first: number, step: number): LaserScan => ({
  header: { stamp: { sec: 0, nanosec: 0 }, frame_id: "lidar" },
  angle_min: radians(first),
  angle_max: radians(first + step * ranges.length),
  angle_increment: radians(step),
  time_increment: seconds(0),
  scan_time: seconds(0.1),
  range_min: metres(0.05),
  range_max: metres(8),
  ranges: [...ranges],
  intensities: [],
});
const looked = (at: (into: Reading) => void): Reading => {
  const into = reading();
  at(into);
  return into;
};
const cloudOf = (places: readonly Place[]) =>
  looked((into) => lookAtCloud(Float32Array.from(places.flatMap(([x, y]) => [x, y, 0.5])), into));
/** The same place by one ray and by one point. */
const both = ([x, y]: Place): Reading[] => [
  looked((into) =>
    lookAtScan(scan([Math.hypot(x - LIDAR.x, y - LIDAR.y)], Math.atan2(y - LIDAR.y, x - LIDAR.x), 1), into),
  ),
  cloudOf([[x, y]]),
];
const share = ({ drive }: Reading, x: number, yaw: number) =>
  shareOf([x, yaw, 0, 0, 0], { ...UNBOUNDED, near: drive }).share;
const counts = ({ slowing, stopping, drive, task }: Reading) => [slowing, stopping, drive.count, task.count];
const { left, right, bottom, top } = boxOf(SLOW_ZONE);

describe("SR-43 what is seen", () => {
  test.each<Place>([
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ])(
    "at a corner of the zone that slows (%f, %f) is counted and too far to slow, and beyond is not there",
    (x, y) => {
      const inward: Place = [x - Math.sign(x) * MM, y - Math.sign(y) * MM];
      for (const seen of both(inward)) {
        expect(counts(seen)).toEqual([1, 0, 0, 0]);
        expect(seen.nearest).toBeCloseTo(Math.hypot(REACH - MM, REACH - MM), 5);
      }
      for (const outward of [
        [x + Math.sign(x) * MM, y],
        [x, y + Math.sign(y) * MM],
      ] as const)
        for (const seen of both(outward))
          expect([...counts(seen), seen.nearest]).toEqual([0, 0, 0, 0, Infinity]);
    },
  );
  test.each<[what: string, Place, distance: number, x: number, yaw: number]>([
    ["behind", [-0.275 - 0.04, 0.1], 0.04, -1, 0],
    ["before a tip", [0.795 + 0.04, 0.36], 0.04, 1, 0],
    ["beside the left leg", [0.5, 0.395 + 0.04], 0.04, 0, 1],
    ["beside the right leg", [0.5, -0.395 - 0.04], 0.04, 0, -1],
    ["off a corner, to the side", [0.795 + 0.049, 0.395 + 0.049], 0.049 * Math.SQRT2, 1, 0],
  ])("%s within 50 mm stops what leads there, and nothing that leads away", (_, place, distance, x, yaw) => {
    for (const seen of both(place)) {
      expect(counts(seen).slice(0, 3)).toEqual([1, 1, 1]);
      expect(seen.nearest).toBeCloseTo(distance, 6);
      expect(share(seen, 0.1 * x, 0.1 * yaw)).toBe(0);
      expect(share(seen, -0.1 * x, -0.1 * yaw)).toBe(1);
    }
  });
  test("just past 50 mm slows to what contact permits, and past reach to nothing", () => {
    for (const seen of both([-0.275 - 0.051, 0.1])) {
      expect(counts(seen)).toEqual([1, 0, 1, 1]);
      expect(share(seen, -0.2, 0)).toBeCloseTo(CONTACT_SPEED / 0.2, 9);
    }
    for (const seen of both([-0.275 - REACH + MM, 0.1])) expect(counts(seen)).toEqual([1, 0, 1, 1]);
  });
  test("inside the outline lies at no distance, and is left by the shortest way only", () => {
    for (const seen of both([0.5, 0.385])) {
      expect([seen.nearest, ...counts(seen)]).toEqual([0, 1, 1, 1, 1]);
      expect([share(seen, 0, 0.1), share(seen, 0, -0.1), share(seen, 0.1, 0)]).toEqual([0, 1, 1]);
    }
  });
  test("on the outline stops what leads out of the side it is on", () => {
    const seen = cloudOf([[-0.275, 0.125]]);
    const exact = looked((into) => lookAtScan(scan([0.405], Math.PI, 1), into));
    for (const one of [seen, exact]) expect([share(one, -0.1, 0), share(one, 0.1, 0)]).toEqual([0, 1]);
  });
  test("at the lidar itself lies before the body, whichever ray meets it", () => {
    const seen = looked((into) => lookAtScan(scan([0], Math.PI / 2, 1), into));
    expect([...counts(seen), share(seen, 0.1, 0), share(seen, -0.1, 0)]).toEqual([1, 1, 1, 0, 0, 1]);
  });
  test("where a task docks bounds one who drives alone", () => {
    for (const seen of both([1, 0])) expect(counts(seen)).toEqual([1, 0, 1, 0]);
    for (const seen of both([1, 0.6])) expect(counts(seen)).toEqual([1, 0, 1, 1]);
  });
});

describe("SR-43 of several things", () => {
  test("each degree of bearing keeps its nearest, in whatever order they are seen", () => {
    for (const [first, then] of [
      [-0.4, -0.6],
      [-0.6, -0.4],
    ] as const) {
      const seen = cloudOf([
        [first, 0.001],
        [then, 0.001],
      ]);
      expect([seen.nearest, ...counts(seen)]).toEqual([expect.closeTo(0.125, 6), 2, 0, 1, 1]);
    }
  });
  test("between the legs too each degree keeps its nearest, in whatever order", () => {
    for (const [first, then] of [
      [0.12, 0.4],
      [0.4, 0.12],
    ] as const)
      expect(
        cloudOf([
          [first, 0.001 * first],
          [then, 0.001 * then],
        ]).nearest,
      ).toBeCloseTo(0.02, 6);
  });
  test("a ray that is no number forbids its way and the turn towards it, whatever was there before", () => {
    const rays = (second: number) =>
      scan([Infinity, second, ...Array<number>(6).fill(Infinity)], 0, Math.PI / 4);
    const into = looked((seen) => lookAtScan(rays(0.8), seen));
    expect([into.stopping, into.drive.count]).toEqual([0, 1]);
    lookAtScan(rays(NaN), into);
    expect(into.drive.count).toBe(1);
    const half = Math.SQRT1_2;
    [half, half * LIDAR.x, 0].forEach((factor, place) =>
      expect(into.drive.rows[place]).toBeCloseTo(factor, 12),
    );
  });
  test("a ring of them is kept whole, also what lies exactly behind", () => {
    const ring = Array.from({ length: 360 }, (_, degree): Place => {
      const bearing = ((degree + 0.5) * Math.PI) / 180;
      return [1.2 * Math.cos(bearing), 1.2 * Math.sin(bearing)];
    });
    const seen = cloudOf(ring);
    expect([seen.slowing, seen.drive.count]).toEqual([360, 360]);
    expect(seen.drive.rows.length).toBeGreaterThanOrEqual(3 * seen.drive.count);
    expect(seen.task.rows.length).toBe(seen.drive.rows.length);
    expect(counts(cloudOf([[-0.5, 0]]))).toEqual([1, 0, 1, 1]);
  });
  test("rays of a finer lidar do not hide what the others met", () => {
    const ranges = Array.from({ length: 720 }, (_, ray) => (ray === 0 || ray === 360 ? 0.9 : Infinity));
    const seen = looked((into) => lookAtScan(scan(ranges, -Math.PI, Math.PI / 360), into));
    expect([share(seen, 0.25, 0) < 1, share(seen, -0.25, 0) < 1]).toEqual([true, true]);
  });
  test("the nearest is the nearest of all, wherever it is", () => {
    expect(
      cloudOf([
        [-0.5, 0],
        [0.5, 0.6],
      ]).nearest,
    ).toBeCloseTo(0.205, 6);
    expect(
      cloudOf([
        [-0.4, 0],
        [0.5, 0.6],
      ]).nearest,
    ).toBeCloseTo(0.125, 6);
  });
});
