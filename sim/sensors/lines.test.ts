// Every fault of every sensor by its name, on the messages that the house hears; and the two profiles.
import { beforeAll, expect, test } from "vitest";
import { FAULTS, ROBOT_FAULTS, faultsOf, SENSORS, type Fault } from "../../core/faults.ts";
import { stampOf } from "../../core/time.ts";
import { newtons, seconds } from "../../core/units.ts";
import { activeIn, NO_FAULT, withFault } from "../faults.ts";
import { loadEngine } from "../mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { createWorld, TICK } from "../world.ts";
import { bedPressure } from "./bed-pressure.ts";
import { lidar } from "./lidar.ts";
import { sensorLines, type Readings } from "./lines.ts";
import { proprioception } from "./proprioception.ts";

const KEYS = {
  joints: "joints",
  odometry: "odometry",
  imu: "imu",
  left_wrench: "left",
  right_wrench: "right",
  contacts: "contacts",
  scan: "scan",
  bed: "bed",
} as const satisfies Record<string, keyof Readings>;
const OF_THE_WARD = Object.keys(KEYS) as (keyof typeof KEYS)[];

type Taken = { readonly [K in keyof Readings]: Parameters<Readings[K]>[0] };
/** 0.3 s of a still robot's readings, all sensors at 100 Hz, and a contact that the skin feels. */
const readings: Taken[] = [];
beforeAll(async () => {
  const world = createWorld(await loadEngine(), DEFAULT_RESIDENT);
  const body = proprioception(world);
  const [scanner, bed] = [lidar(world), bedPressure(world.sim, world.scene, "bed")];
  for (let i = 1; i <= 30; i++) {
    const stamp = stampOf(seconds(i * TICK));
    const contact = {
      region: 7,
      link: "left_arm",
      force: newtons(90),
      unintended: true,
      point: O,
      normal: O,
    };
    world.tick();
    body.advance(TICK);
    readings.push({
      joints: body.joints(stamp),
      odometry: body.odometry(stamp),
      imu: body.imu(stamp),
      left: body.wrench("left", stamp),
      right: body.wrench("right", stamp),
      contacts: { header: { stamp, frame_id: "map" }, contacts: [contact] },
      scan: scanner.scan(stamp),
      bed: bed.read(stamp),
    });
  }
  world.delete();
});

/** What is heard of the readings when faults begin after the first ten. */
function heard(faults: readonly Fault[], profile = "perfect", seed = 1) {
  const said: Record<string, { readonly header: { readonly stamp: unknown } }[]> = {};
  const hear = (key: string) => (message: { readonly header: { readonly stamp: unknown } }) =>
    void (said[key] ??= []).push(message);
  const keys = Object.values(KEYS);
  const publish = Object.fromEntries(keys.map((key) => [key, hear(key)])) as unknown as Readings;
  let on: readonly Fault[] = [];
  const lines = sensorLines(publish, profile, seed, (fault) => on.includes(fault));
  readings.forEach((taken, i) => {
    if (i >= 10) on = faults;
    lines.flush(seconds((i + 1) * TICK));
    for (const key of keys) lines[key](taken[key] as never);
  });
  return said;
}
const O = { x: 0, y: 0, z: 0 };
/** All that a message says but when. */
const told = (message: { readonly header: unknown } | undefined) => JSON.stringify({ ...message, header: 0 });

test.each(OF_THE_WARD)("%s: silent, frozen, stale, noisy, biased and nan are what they say", (sensor) => {
  const key = KEYS[sensor];
  const sound = heard([])[key] ?? [];
  const last = sound[9];
  expect(sound).toHaveLength(30);
  const after = (fault: Fault) => (heard([fault])[key] ?? []).slice(10);
  const distinct = (of: readonly { readonly header: { readonly stamp: unknown } }[]) =>
    new Set(of.map(({ header }) => JSON.stringify(header.stamp))).size;

  expect(after(`${sensor}.silent`)).toEqual([]);
  const frozen = after(`${sensor}.frozen`);
  expect(new Set(frozen.map(told))).toEqual(new Set([told(last)]));
  expect(distinct(frozen)).toBe(20);
  expect(new Set(after(`${sensor}.stale`).map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify(last)]),
  );
  const noisy = after(`${sensor}.noisy`);
  expect(new Set(noisy.map(told)).size).toBe(20);
  const biased = after(`${sensor}.biased`);
  expect(told(biased[0])).not.toBe(told(sound[10]));
  expect(told(after(`${sensor}.nan`)[0])).toContain("null"); // JSON's way of saying NaN
  expect(told(sound[10])).not.toMatch(/"(value|force|position|ranges)":\[?null/);
});

test("a perfect profile changes nothing, a typical one everything, the same for the same seed", () => {
  const perfect = heard([]);
  for (const key of Object.values(KEYS)) {
    const [one, again, other] = [1, 1, 2].map((seed) => JSON.stringify(heard([], "typical", seed)[key]));
    expect(one, key).toBe(again);
    expect(one, key).not.toBe(other);
    expect(one, key).not.toBe(JSON.stringify(perfect[key]));
  }
});

test("the profiles are named when another is asked for", () => {
  expect(() => sensorLines({} as Readings, "real", 1, () => false)).toThrow(
    'expected "perfect" or "typical"',
  );
});

test("every sensor has its faults by name, and another name is refused with all that is expected", () => {
  // six of each sensor: wheels slip besides, and a picture has no numbers that could be none
  expect(FAULTS).toHaveLength(ROBOT_FAULTS.length + 6 * SENSORS.length);
  expect(FAULTS).toContain("odometry.slip");
  expect(FAULTS).not.toContain("camera.nan");
  for (const fault of FAULTS) {
    const changed = withFault(NO_FAULT, fault, true);
    expect(typeof changed === "string" ? changed : activeIn(changed)).toEqual([fault]);
  }
  const why = withFault(NO_FAULT, "imu.slip", true);
  for (const fault of ROBOT_FAULTS) expect(why).toContain(`"${fault}"`);
  for (const sensor of SENSORS) expect(why).toContain(`"${sensor}." and ${faultsOf(sensor).join(", ")}`);
});
