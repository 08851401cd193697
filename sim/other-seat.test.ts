// Who sits on a seat is told as there, and who sits beside it or stands before it is not; a bed and a wheelchair do not touch each other.
import { afterEach, beforeAll, expect, test } from "vitest";
import { onBedEdge } from "./bed-seat.ts";
import { loadEngine, type Engine } from "./mujoco/engine.ts";
import { besideOther, OTHER_SEAT, sitsOn } from "./other-seat.ts";
import { DEFAULT_RESIDENT } from "./resident/parameters.ts";
import type { Scene } from "./sdf/model.ts";
import { chairSeat, seatOf } from "./ward.ts";
import { inWheelchair } from "./wheelchair-seat.ts";
import { createWorld, type World } from "./world.ts";

let engine: Engine;
let world: World | undefined;
beforeAll(async () => {
  engine = await loadEngine();
});
afterEach(() => world?.delete());

const WAYS: readonly (readonly [string, (scene: Scene) => Scene])[] = [
  ["from the bed to the wheelchair", (scene) => besideOther("wheelchair")(onBedEdge(scene))],
  ["from the wheelchair to the bed", (scene) => besideOther("bed")(inWheelchair("set")(scene))],
];
/** Where the middle of the pelvis is, m. */
function pelvisOf({ sim }: World) {
  const at = 3 * sim.index("mjOBJ_BODY", "resident/pelvis");
  const [x = NaN, y = NaN, z = NaN] = sim.views().xpos.subarray(at, at + 3);
  return [x, y, z] as const;
}

test.each(WAYS)("%s: both seats are as high, and stand still under who sits on the first", (_, furnish) => {
  const made = createWorld(engine, DEFAULT_RESIDENT, { furnish });
  world = made;
  const { scene, sim } = made;
  const frame = sim.index("mjOBJ_BODY", `${OTHER_SEAT}/${seatOf(scene, OTHER_SEAT).link}`);
  const where = () => [...sim.views().xpos.subarray(3 * frame, 3 * frame + 3)];
  const before = where();
  while (made.time() < 2) made.tick();
  where().forEach((value, axis) => expect(value).toBeCloseTo(before[axis] ?? NaN, 2));
  const { pose, size } = seatOf(scene, OTHER_SEAT);
  expect(pose.position[2] + size[2] / 2).toBeCloseTo(chairSeat(scene).height, 6);
  expect(made.touched().seatForce).toBeGreaterThan(0.5 * DEFAULT_RESIDENT.bodyMass * 9.81);
});

test.each(WAYS)("%s: they sit on the first seat, and not on the other", (_, furnish) => {
  const made = createWorld(engine, DEFAULT_RESIDENT, { furnish });
  world = made;
  while (made.time() < 1) made.tick();
  expect(sitsOn(made.scene, "chair")(pelvisOf(made))).toBe(true);
  expect(sitsOn(made.scene, OTHER_SEAT)(pelvisOf(made))).toBe(false);
  const [x, y] = seatOf(made.scene, OTHER_SEAT).pose.position;
  const [, , z] = pelvisOf(made);
  const sits = sitsOn(made.scene, OTHER_SEAT);
  expect([z, z + 0.4, 0.2].map((height) => sits([x, y, height]))).toEqual([true, false, false]);
});

test("who stands before a seat does not sit on it, and nor does what is nowhere", () => {
  const made = createWorld(engine, DEFAULT_RESIDENT, { stands: true });
  world = made;
  const sits = sitsOn(made.scene, "chair");
  expect(sits(pelvisOf(made))).toBe(false);
  expect(sits([NaN, NaN, NaN])).toBe(false);
  expect(() => sitsOn(made.scene, "walls")).toThrow('expected a model "walls" with a box collision "seat"');
});
