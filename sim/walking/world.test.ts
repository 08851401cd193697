// Tests of people who walk in real physics: there and to a stand, with the walker, caught, fainting; and of who passes.
import { beforeAll, expect, test } from "vitest";
import { metres } from "../../core/units.ts";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { raycaster } from "../mujoco/rays.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { MOST } from "./residual.ts";
import { createWalkingWorld, type WalkingOptions, type WalkingWorld } from "./world.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});
const strong = { ...DEFAULT_RESIDENT, legStrength: 1.5 };
const begin = (options: WalkingOptions = {}) =>
  createWalkingWorld(engine, strong, { speed: 0.7, ...options });

function run(world: WalkingWorld, duration: number, each: () => void = () => {}): void {
  const end = world.time() + duration;
  while (world.time() < end) {
    each();
    world.tick();
  }
}
const pelvisForce = ({ sim }: WalkingWorld) => {
  const at = 6 * sim.index("mjOBJ_BODY", "resident/pelvis");
  return Math.hypot(...sim.views().applied.subarray(at, at + 3)) / (strong.bodyMass * 9.81);
};

/** To a place and heading not far away. */
function walkThere() {
  const world = begin();
  world.person.walk({ x: 1.6, y: 0.3, heading: 0.5 });
  let most = 0;
  run(world, 8, () => (most = Math.max(most, pelvisForce(world))));
  const { doing, state } = world.person;
  const end = { doing, mass: state.mass, yaw: state.pelvisTurn[2], most, qpos: [...world.sim.views().qpos] };
  world.delete();
  return end;
}

test("a person walks to a place and stands there as meant, hardly held, and the same twice, bit for bit", () => {
  const [once, twice] = [walkThere(), walkThere()];
  expect(once.doing).toBe("standing");
  expect(Math.hypot(once.mass[0] - 1.6, once.mass[1] - 0.3)).toBeLessThan(0.15);
  expect(once.yaw).toBeCloseTo(0.5, 1);
  expect(once.most).toBeGreaterThan(0);
  expect(once.most).toBeLessThan(MOST.force * 1.05);
  expect(once.qpos).toEqual(twice.qpos);
});

test("nothing holds who faints on the way, and they end on the floor", () => {
  const world = begin();
  world.person.walk({ x: 5, y: 0 });
  run(world, 2);
  world.person.faint();
  let held = 0;
  run(world, 3, () => (held = Math.max(held, pelvisForce(world))));
  expect(held).toBe(0);
  expect(world.touching().down.length).toBeGreaterThan(0);
  expect(world.person.state.pelvis.position[2]).toBeLessThan(0.35 * strong.stature);
  world.delete();
});

test("legs that give way fold under the body", () => {
  const world = begin();
  world.person.walk({ x: 5, y: 0 });
  run(world, 2);
  world.person.collapse();
  run(world, 1.5);
  expect(world.person.state.pelvis.position[2]).toBeLessThan(0.35 * strong.stature);
  world.delete();
});

test("a push that is too strong throws who walks to that side, with nothing that holds", () => {
  const world = begin();
  world.person.walk({ x: 5, y: 0 });
  run(world, 2.5);
  world.push([0, (strong.bodyMass * 1.3) / 0.2, 0], 0.2);
  run(world, 2.5);
  expect(world.person.doing).toMatch(/falling|lying/);
  expect(world.person.state.mass[1]).toBeGreaterThan(0.3);
  world.delete();
});

test("hands on the handles lean and push, the walker follows, and a hand that is let go bears nothing", () => {
  const world = begin({ walker: true, speed: 0.4 });
  const { walker, hands } = world;
  if (walker === undefined || hands === undefined) throw new Error("expected a walker and hands");
  world.person.walk({ x: 6, y: 0, within: 0.25 });
  run(world, 4, () => world.command(world.time() > 1 ? 0.3 : 0, 0));
  const [left, right] = walker.wrenches();
  expect(hands.holding).toEqual([true, true]);
  expect(left.force[2] + right.force[2]).toBeLessThan(-10);
  expect(walker.base().x).toBeGreaterThan(0.8);
  expect(world.person.state.mass[0]).toBeGreaterThan(0.4);
  expect(Math.min(...walker.userScan().ranges)).toBeLessThan(0.8);
  hands.letGo();
  run(world, 0.3);
  expect(Math.abs(walker.wrenches()[0].force[2])).toBeLessThan(5);
  world.delete();
});

test("a walker that is torn away tears itself out of the hands", () => {
  const world = begin({ walker: true });
  const base = 6 * world.sim.index("mjOBJ_BODY", "walker_robot/base_link");
  world.sim.views().applied.set([900, 0, 0], base);
  run(world, 1.5);
  expect(world.hands?.torn).toBeGreaterThan(0);
  world.delete();
});

test("who passes by walks their path, and the walker's lidar sees them", () => {
  const passer = {
    name: "visitor",
    stature: metres(1.7),
    speed: 1,
    path: [
      [2, -1],
      [2, 1],
    ] as const,
  };
  const world = begin({ walker: true, bystanders: [passer] });
  const look = raycaster(world.sim, "walker_robot/lidar", "walker_robot/base_link", [0], 10);
  expect(look()[0]).toBe(-1);
  run(world, 1);
  expect(look()[0]).toBeGreaterThan(1);
  expect(look()[0]).toBeLessThan(1.6);
  run(world, 1);
  expect(look()[0]).toBe(-1);
  world.delete();
});
