// Tests of the world: same seed, same state; a robot that drives, holds and senses; an honest resident.
import { beforeAll, describe, expect, test } from "vitest";
import { kilograms, metres } from "../core/units.ts";
import { loadEngine, type Engine } from "./mujoco/engine.ts";
import { DEFAULT_RESIDENT, type ResidentParameters } from "./resident/parameters.ts";
import { lidar } from "./sensors/lidar.ts";
import { proprioception } from "./sensors/proprioception.ts";
import { createWorld, TICK, type World } from "./world.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const run = (world: World, duration: number, forward = 0, lift = 0) => {
  for (let t = 0; t < duration - TICK / 2; t += TICK) {
    world.command({ forward, turn: 0, joints: { lift_joint: lift } });
    world.tick();
  }
};
const touchingGeoms = ({ sim: { data } }: World): number[] =>
  Array.from({ length: data.ncon }, (_, i) => data.contact.get(i)).flatMap((one) =>
    one ? [...one.geom] : [],
  );
const state = (world: World) => [...world.sim.views().qpos, ...world.sim.views().qvel].join(" ");

test("the same seed and commands give the same state, bit for bit, after a fall's worth of contacts", () => {
  const states = [1, 2].map(() => {
    const world = createWorld(engine, DEFAULT_RESIDENT);
    world.prompt("stand");
    run(world, 3, 0.1, 0.05);
    const end = state(world);
    world.delete();
    return end;
  });
  expect(states[0]).toBe(states[1]);
});

test("another seed reacts at another moment", () => {
  const states = [1, 2].map((seed) => {
    const world = createWorld(engine, { ...DEFAULT_RESIDENT, seed });
    world.prompt("stand");
    run(world, 1.5);
    const end = state(world);
    world.delete();
    return end;
  });
  expect(states[0]).not.toBe(states[1]);
});

test("the robot drives as told, its odometry agrees with the truth, and its lidar sees the wall ahead", () => {
  const world = createWorld(engine, DEFAULT_RESIDENT);
  const body = proprioception(world);
  const base = world.sim.index("mjOBJ_BODY", "transfer_robot/base_link");
  const x = () => world.sim.views().xpos[3 * base] ?? NaN;
  const begin = x();
  for (let t = 0; t < 3; t += TICK) {
    world.command({ forward: -0.2, turn: 0, joints: {} });
    world.tick();
    body.advance(TICK);
  }
  const stamp = { sec: 0, nanosec: 0 };
  const gone = body.odometry(stamp).pose.pose.position.x;
  expect(gone).toBeCloseTo(-0.6, 1);
  // The robot faces -x: backing up goes to +x.
  expect(x() - begin).toBeCloseTo(-gone, 2);
  const { ranges } = lidar(world).scan(stamp);
  expect(ranges).toHaveLength(360);
  // Behind the robot (-π) is the wall at x = 2.5 m.
  expect(ranges[0]).toBeCloseTo(2.5 - (x() - 0.13), 1);
  world.delete();
});

test("a base that drives at its full speed keeps all its casters on the floor and does not jerk", () => {
  const world = createWorld(engine, DEFAULT_RESIDENT);
  const { sim } = world;
  const casters = ["left", "right", "rear"].map((side) =>
    sim.index("mjOBJ_GEOM", `transfer_robot/base_link/${side}_caster`),
  );
  const wheel = sim.address("transfer_robot/left_wheel_joint").velocity;
  run(world, 1, -0.25);
  const speeds: number[] = [];
  for (let t = 0; t < 2; t += TICK) {
    run(world, TICK, -0.25);
    speeds.push((sim.views().qvel[wheel] ?? NaN) * 0.1);
    const pressed = new Set(touchingGeoms(world));
    expect(casters.filter((caster) => !pressed.has(caster))).toEqual([]);
  }
  expect(Math.min(...speeds)).toBeCloseTo(-0.25, 3);
  expect(Math.max(...speeds)).toBeCloseTo(-0.25, 3);
  world.delete();
});

test("the arms' force sensors feel their own weight and nothing more while nobody is touched", () => {
  const world = createWorld(engine, DEFAULT_RESIDENT);
  run(world, 1);
  const { force } = proprioception(world).wrench("left", { sec: 0, nanosec: 0 }).wrench;
  expect(Math.abs(force.z)).toBeCloseTo(4 * 9.81, 0);
  expect(world.touched().contacts).toEqual([]);
  expect(world.touched().seatForce / (60 * 9.81)).toBeCloseTo(0.87, 0);
  world.delete();
});

describe("the resident is honest", () => {
  const highest = (resident: ResidentParameters, duration: number) => {
    const world = createWorld(engine, resident);
    const pelvis = world.sim.index("mjOBJ_BODY", "resident/pelvis");
    const height = () => (world.sim.views().xpos[3 * pelvis + 2] ?? NaN) / (0.53 * resident.stature);
    world.prompt("stand");
    let most = 0;
    for (let t = 0; t < duration; t += TICK) {
      world.tick();
      most = Math.max(most, height());
    }
    const result = { most, end: height() };
    world.delete();
    return result;
  };
  const bodies: readonly Omit<ResidentParameters, "legStrength">[] = [
    { sex: "female", stature: metres(1.5), bodyMass: kilograms(50), seed: 1 },
    { sex: "male", stature: metres(1.72), bodyMass: kilograms(80), seed: 2 },
  ];

  test.each(bodies)("with 70 % of the strength needed nobody stands: $sex of $bodyMass kg", (body) => {
    const { most, end } = highest({ ...body, legStrength: 0.7 }, 7);
    expect(most).toBeLessThan(0.85);
    expect(end).toBeLessThan(0.75);
  });
  test.each(bodies)("with 110 % they rise alone and stay standing: $sex of $bodyMass kg", (body) => {
    expect(highest({ ...body, legStrength: 1.1 }, 9).end).toBeGreaterThan(0.97);
  });
});

test("somebody who walks up and stands before the robot is seen by its lidar, and felt when it drives into them", () => {
  const visitor = { name: "visitor", stature: metres(1.7), speed: 1, from: 0.5 };
  const path = [
    [-0.2, 1.9],
    [-0.2, 0.36],
  ] as const;
  const world = createWorld(engine, DEFAULT_RESIDENT, { passers: [{ ...visitor, path }] });
  const ahead = () => Math.min(...lidar(world).scan({ sec: 0, nanosec: 0 }).ranges);
  world.tick();
  const before = ahead();
  expect(world.passed()).toBe(0);
  for (let t = 0; t < 3; t += TICK) world.tick();
  expect(ahead()).toBeLessThan(before - 0.2);
  expect(world.passed()).toBe(0);
  run(world, 2, 0.2);
  expect(world.passed()).toBeGreaterThan(0);
  world.delete();
});
