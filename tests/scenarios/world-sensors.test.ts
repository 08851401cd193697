// The world's sensors as the house hears them: faults by name, wheels that slip, the bed, and the two profiles.
import { afterEach, beforeAll, expect, test } from "vitest";
import { BedPressure, type HardwareCommand } from "../../core/messages.ts";
import { secondsOf, stampOf } from "../../core/time.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { LogHash } from "../../launch/virtual/log-hash.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { loadEngine, type Engine } from "../../sim/mujoco/engine.ts";
import { worldNode } from "../../sim/world.node.ts";

let engine: Engine;
let run: VirtualRun;
beforeAll(async () => {
  engine = await loadEngine();
});
afterEach(() => run.stop());
const begin = (sensors = "perfect", log?: LogHash) =>
  (run = new VirtualRun([worldNode(engine)], { world: { sensors } }, undefined, log));
const inject = (fault: string, on: boolean) => run.call(services.injectFault, { fault, on });

/** Drives at 0.2 m/s for so long; how far the base is then, truly, by odometry and by the left wheel, m. */
function drive(duration: number) {
  const places = () => {
    const joints = run.latest(topics.jointStates);
    const link = run.latest(topics.linkPoses);
    return {
      truth: link?.poses[link.names.indexOf("transfer_robot/base_link")]?.position.x ?? NaN,
      odometry: run.latest(topics.odometry)?.pose.pose.position.x ?? NaN,
      wheel: 0.1 * (joints?.position[joints.name.indexOf("left_wheel_joint")] ?? NaN),
    };
  };
  places();
  run.advance(seconds(0.05));
  const from = places();
  for (let i = 0; i < duration * 100; i++) {
    const command: HardwareCommand = {
      header: { stamp: stampOf(run.now()), frame_id: "base_link" },
      sequence: i,
      drive: { linear: { x: -0.2, y: 0, z: 0 }, angular: { x: 0, y: 0, z: 0 } },
      joint_names: [],
      joint_velocities: [],
      set_brakes: false,
    };
    run.publish(topics.hardwareCommand, command);
    run.advance(milliseconds(10));
  }
  const to = places();
  return {
    truth: to.truth - from.truth,
    odometry: from.odometry - to.odometry,
    wheel: from.wheel - to.wheel,
  };
}

test("a sensor is broken and mended by name, and what is broken is told to who comes later too", () => {
  begin();
  let heard = 0;
  run.on(topics.imu, () => (heard += 1));
  expect(inject("imu.silent", true)).toEqual({ refused: false, reason: "" });
  inject("scan.frozen", true);
  run.advance(seconds(0.5));
  expect(heard).toBe(0);
  expect(run.latest(topics.activeFaults)?.faults).toEqual(["imu.silent", "scan.frozen"]);
  inject("imu.silent", false);
  run.advance(seconds(0.5));
  expect(heard).toBeGreaterThan(45);
  const refused = inject("imu.fire", true);
  expect(refused.refused).toBe(true);
  expect(refused.reason).toContain('fault "imu.fire": expected "estop"');
  expect(refused.reason).toContain('"imu." and silent, frozen, stale, noisy, biased, nan');
});

test("wheels that slip turn as commanded and say so, and the base goes less far", () => {
  begin();
  const firm = drive(2);
  expect(firm.truth).toBeGreaterThan(0.35);
  expect(firm.odometry).toBeCloseTo(firm.truth, 2);
  void run.stop();
  begin();
  inject("odometry.slip", true);
  const wet = drive(2);
  expect(wet.truth / firm.truth).toBeCloseTo(0.7, 1);
  expect(wet.odometry / firm.odometry).toBeCloseTo(1, 1);
  expect(wet.wheel).toBeCloseTo(wet.odometry, 3);
});

test("the ward's bed speaks ten times a second, and nobody is in it", () => {
  begin();
  const heard: BedPressure[] = [];
  run.on(topics.bedPressure, (bed) => heard.push(bed));
  run.advance(seconds(1));
  expect(heard.length).toBeGreaterThanOrEqual(9);
  expect(heard.length).toBeLessThanOrEqual(11);
  expect(heard.at(-1)).toMatchObject({ state: BedPressure.OUT, header: { frame_id: "bed" } });
});

test("typical sensors speak a little later, and the same seed gives the same log", () => {
  const hashes = [1, 2].map(() => {
    const log = new LogHash();
    begin("typical", log);
    let least = Infinity;
    run.on(topics.scan, ({ header }, at) => (least = Math.min(least, at - secondsOf(header.stamp))));
    run.advance(seconds(1));
    expect(least).toBeGreaterThan(0.06);
    return log.digest();
  });
  expect(hashes[0]).toBe(hashes[1]);
  expect(() => begin("real")).toThrow('sensors "real": expected "perfect" or "typical"');
  begin();
});
