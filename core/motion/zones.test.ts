// Zones: which directions what is near leaves free, from a scan and from a cloud, and what unknown rays forbid.
import { describe, expect, test } from "vitest";
import type { LaserScan } from "../messages.ts";
import { seeded } from "../seeded.ts";
import { metres, metresPerSecond, radians, seconds } from "../units.ts";
import { shareOf, stoppedBy, UNBOUNDED, type Envelope } from "./bounds.ts";
import { FOOTPRINT, LIDAR, REACH, STOP_ZONE } from "./footprint.ts";
import { contains, grown, nearestOf, nowhere, polygon } from "./polygon.ts";
import { approachSpeed, CONTACT_SPEED, separatedSpeed, separation } from "./separation.ts";
import { blindReading, lookAtCloud, lookAtScan, reading, type Reading } from "./zones.ts";

const RAYS = 360;
/** A scan that meets nothing but what `change` says, by ray; ray 180 looks forward. */
const scan = (change: Readonly<Record<number, number>> = {}): LaserScan => ({
  header: { stamp: { sec: 0, nanosec: 0 }, frame_id: "lidar" },
  angle_min: radians(-Math.PI),
  angle_max: radians(Math.PI),
  angle_increment: radians((2 * Math.PI) / RAYS),
  time_increment: seconds(0),
  scan_time: seconds(0.1),
  range_min: metres(0.05),
  range_max: metres(8),
  ranges: Array.from({ length: RAYS }, (_, ray) => change[ray] ?? Infinity),
  intensities: [],
});
const seen = (of: LaserScan): Reading => {
  const into = reading();
  lookAtScan(of, into);
  return into;
};
const [FORWARD, LEFT, RIGHT] = [180, 270, 90];
const drive = (into: Reading): Envelope => ({ ...UNBOUNDED, near: into.drive });
const task = (into: Reading): Envelope => ({ ...UNBOUNDED, near: into.task });
const base = (x: number, yaw: number) => [x, yaw, 0, 0, 0];

describe("SR-43 separation (ISO 13855, ISO/TS 15066)", () => {
  test("of a robot at rest is what a person walks while it reacts, and what is not known", () =>
    expect(separation(metresPerSecond(0))).toBeCloseTo(1.6 * 0.2 + 0.2, 12));
  test.each([0.05, 0.1, 0.25])("at %f m/s is the distance at which that speed is allowed", (speed) =>
    expect(separatedSpeed(separation(metresPerSecond(speed)))).toBeCloseTo(speed, 12),
  );
  test("leaves the speed that contact permits, 0.09 m/s against the lower leg of the frail", () => {
    expect(CONTACT_SPEED).toBeCloseTo(0.092, 3);
    expect(approachSpeed(metres(0.1))).toBe(CONTACT_SPEED);
  });
  test.each([NaN, -0.1])("of %s m allows nothing", (distance) =>
    expect(approachSpeed(metres(distance))).toBe(0),
  );
});

describe("a polygon", () => {
  test("knows inside from outside, and where its outline is nearest", () => {
    expect([contains(FOOTPRINT, 0, 0), contains(FOOTPRINT, 0.5, 0), contains(FOOTPRINT, 0.5, 0.36)]).toEqual([
      true,
      false,
      true,
    ]);
    const found = nowhere();
    nearestOf(FOOTPRINT, 1.795, 0.36, found);
    expect(found).toMatchObject({
      x: 0.795,
      y: expect.closeTo(0.36, 12),
      squared: expect.closeTo(1, 12),
      nx: 1,
    });
  });
  test("grows on every side, and in its hollow too", () => {
    expect([...grown(polygon([0, 0], [1, 0], [1, 1], [0, 1]), 0.1)]).toEqual([
      -0.1, -0.1, 1.1, -0.1, 1.1, 1.1, -0.1, 1.1,
    ]);
    expect(contains(STOP_ZONE, 0.14, 0)).toBe(true);
    expect(contains(STOP_ZONE, 0.16, 0)).toBe(false);
    expect(contains(STOP_ZONE, 0.5, 0.28)).toBe(true);
    expect(contains(STOP_ZONE, 0.84, 0.36)).toBe(true);
    expect(contains(STOP_ZONE, 0.86, 0.36)).toBe(false);
  });
});

describe("SR-43 a scan", () => {
  test("of an empty room bounds nothing", () => {
    const into = seen(scan());
    expect([into.blind, into.nearest, into.drive.count, into.slowing]).toEqual([false, Infinity, 0, 0]);
  });
  test("of a wall a metre ahead slows what drives there, and nothing that leads away", () => {
    const into = seen(scan({ [FORWARD]: 1 }));
    expect(into.nearest).toBeCloseTo(Math.hypot(1 + LIDAR.x - 0.795, 0.325), 12);
    expect(shareOf(base(0.25, 0), drive(into)).share).toBeLessThan(1);
    expect(shareOf(base(-0.25, 0), drive(into)).share).toBe(1);
  });
  test("of something beside a leg stops the turn that leads into it, and leaves the other", () => {
    // 2 cm off the left leg, 0.4 m forward of the axle
    const bearing = Math.atan2(0.415, 0.4 - LIDAR.x);
    const ray = RAYS / 2 + Math.round((bearing / (2 * Math.PI)) * RAYS);
    const into = seen(scan({ [ray]: Math.hypot(0.415, 0.4 - LIDAR.x) }));
    expect(into.stopping).toBe(1);
    expect(stoppedBy(base(0, 0.2), drive(into))).toBe("near");
    expect(shareOf(base(0, -0.2), drive(into)).share).toBe(1);
    expect(shareOf(base(0.1, 0), drive(into)).share).toBe(1);
  });
  test("of a person between the legs stops one who drives and not a task, which docks there", () => {
    const into = seen(scan({ [FORWARD]: 0.01 }));
    expect(shareOf(base(0.1, 0), drive(into)).share).toBe(0);
    expect(shareOf(base(0.1, 0), task(into)).share).toBe(1);
    expect(shareOf(base(-0.1, 0), drive(into)).share).toBe(1);
  });
  test("of somebody behind slows a task too", () => {
    const into = seen(scan({ 0: 0.6 }));
    expect(shareOf(base(-0.15, 0), task(into)).share).toBeCloseTo(CONTACT_SPEED / 0.15, 6);
  });
  test.each([NaN, -1])("with a ray of %s goes nowhere that way", (range) => {
    const into = seen(scan({ [FORWARD]: range }));
    expect(shareOf(base(0.1, 0), drive(into)).share).toBe(0);
    expect(shareOf(base(-0.1, 0), drive(into)).share).toBe(1);
    expect([into.nearest, into.blind]).toEqual([0, false]);
  });
  test.each([
    ["no rays", { ranges: [] }],
    ["no angles", { angle_increment: radians(NaN) }],
  ])("with %s is blind: nobody drives, and a task goes on as slowly as contact permits", (_, change) => {
    const into = seen({ ...scan(), ...change });
    expect([into.blind, into.nearest]).toEqual([true, 0]);
    for (const wish of [base(0.2, 0), base(-0.2, 0), base(0, 0.2), base(0, -0.2)]) {
      expect(shareOf(wish, drive(into)).share).toBe(0);
      expect(shareOf(wish, task(into)).share).toBeCloseTo(CONTACT_SPEED / 0.2, 12);
    }
    expect(into).toEqual(blindReading());
  });
  test("forgets what was there at the look before", () => {
    const into = seen(scan({ [LEFT]: 0.3, [RIGHT]: 0.3 }));
    expect(into.drive.count).toBe(2);
    lookAtScan(scan(), into);
    expect(into.drive.count).toBe(0);
  });
});

describe("a cloud", () => {
  const look = (...points: number[]) => {
    const into = reading();
    lookAtCloud(Float32Array.from(points), into);
    return into;
  };
  test("says of a point what a scan says of it", () => {
    const [cloud, laser] = [look(1.13, 0, 0.5), seen(scan({ [FORWARD]: 1 }))];
    expect(cloud.nearest).toBeCloseTo(laser.nearest, 6);
    for (const place of [0, 1, 2])
      expect(cloud.drive.rows[place] ?? NaN).toBeCloseTo(laser.drive.rows[place] ?? NaN, 6);
  });
  test("does not see the floor, nor what is higher than anybody", () =>
    expect(look(0.9, 0, 0, 0.9, 0, 2.5).drive.count).toBe(0));
  test("with a point that is no number is blind", () => expect(look(1, 0, 0.5, NaN, 0, 0).blind).toBe(true));
  test("bounds every direction that leads nearer to any of its points, and no other", () => {
    const random = seeded(3);
    const into = reading();
    for (let cloud = 0; cloud < 300; cloud += 1) {
      const [x, y] = [random() * 3 - 1, random() * 3 - 1.5];
      if (contains(FOOTPRINT, x, y)) continue;
      lookAtCloud(Float32Array.of(x, y, 1), into);
      const [vx, yaw] = [random() - 0.5, random() - 0.5];
      const [before, after] = [distance(x, y), moved(x, y, vx, yaw)];
      if (before >= REACH || Math.abs(after - before) < 1e-9) continue;
      const { share } = shareOf(base(vx, yaw), {
        ...drive(into),
        near: { ...into.drive, rows: into.drive.rows.map((v, i) => (i % 3 === 2 ? 0 : v)) },
      });
      expect(share).toBe(after < before ? 0 : 1);
    }
  });
});

const distance = (x: number, y: number) => {
  const found = nowhere();
  nearestOf(FOOTPRINT, x, y, found);
  return Math.sqrt(found.squared);
};
/** Distance to a point after the robot moved for a moment: seen from the robot, the point moves the other way. */
const moved = (x: number, y: number, vx: number, yaw: number) => {
  const moment = 1e-5;
  const [dx, dy] = [x - vx * moment, y];
  const [cos, sin] = [Math.cos(-yaw * moment), Math.sin(-yaw * moment)];
  return distance(dx * cos - dy * sin, dx * sin + dy * cos);
};
