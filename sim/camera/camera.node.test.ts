// The camera as a node: pictures at the sensor's rate, with the time of the poses they show.
import { expect, test } from "vitest";
import { LogHash } from "../../launch/virtual/log-hash.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import type { CameraInfo, Image } from "../../core/messages.ts";
import { secondsOf, stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { kilograms, metres, seconds } from "../../core/units.ts";
import { facingRobot, linkPoses, risingResident } from "../../tests/posed-resident.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { readWard } from "../ward.ts";
import { cameraNode } from "./camera.node.ts";

const resident = {
  name: "test",
  sex: 0,
  stature: metres(1.6),
  body_mass: kilograms(60),
  seat_height: metres(0.45),
  picture_refused: true,
};

/** One second of poses at 100 Hz. */
function aSecond() {
  const log = new LogHash();
  const run = new VirtualRun([cameraNode(readWard(DEFAULT_RESIDENT))], {}, undefined, log);
  const images: Image[] = [];
  const infos: CameraInfo[] = [];
  run.on(topics.image, (image) => images.push(image));
  run.on(topics.cameraInfo, (info) => infos.push(info));
  run.publish(topics.resident, resident);
  for (let i = 0; i < 100; i++) {
    const bodies = {
      resident: risingResident(resident.stature, i / 100),
      transfer_robot: facingRobot(0.9, 0, 0),
    };
    run.publish(topics.linkPoses, linkPoses(run.now(), bodies));
    run.advance(seconds(0.01));
  }
  return { images, infos, hash: log.digest() };
}

test("fifteen pictures a second, each a new one, stamped with the time of its poses", () => {
  const { images, infos } = aSecond();
  expect(images).toHaveLength(15);
  const times = images.map(({ header }) => secondsOf(header.stamp));
  for (const [i, time] of times.entries()) {
    expect(time).toBeGreaterThanOrEqual(i / 15 - 1e-9);
    expect(time).toBeLessThan(i / 15 + 0.0101);
  }
  expect(new Set(images.map(({ data }) => data.buffer)).size).toBe(15);
  expect(images[0]).toMatchObject({ width: 320, height: 240, encoding: "rgba8", step: 1280 });
  expect(infos).toHaveLength(1);
  expect(infos[0]?.k[0]).toBeCloseTo(160 / Math.tan(1.13446 / 2), 3);
  expect(infos[0]?.header.frame_id).toBe(images[0]?.header.frame_id);
});

test("the same second gives the same pictures", () => {
  expect(aSecond().hash).toBe(aSecond().hash);
});

test("without poses there are no pictures, and an unknown time is no time for one", () => {
  const run = new VirtualRun([cameraNode(readWard(DEFAULT_RESIDENT))]);
  const images: Image[] = [];
  run.on(topics.image, (image) => images.push(image));
  run.advance(seconds(1));
  const poses = linkPoses(seconds(0), { transfer_robot: facingRobot(0.9, 0, 0) });
  run.publish(topics.linkPoses, { ...poses, header: { frame_id: "map", stamp: { sec: NaN, nanosec: 0 } } });
  run.advance(seconds(1));
  expect(images).toEqual([]);
  run.publish(topics.linkPoses, { ...poses, header: { frame_id: "map", stamp: stampOf(seconds(2)) } });
  run.advance(seconds(0.1));
  expect(images).toHaveLength(1);
});
