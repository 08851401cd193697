// Tests of one's own will in the ward with its robot: one rises alone, hears only "sit", and then follows prompts again.
import { beforeAll, expect, test } from "vitest";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { createWorld, TICK, type World } from "../world.ts";
import { DEFAULT_RESIDENT } from "./parameters.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const wait = (world: World, duration: number) => {
  for (let t = 0; t < duration; t += TICK) world.tick();
};
/** [1] of standing height. */
function pelvis(world: World): number {
  const id = world.sim.index("mjOBJ_BODY", "resident/pelvis");
  return (world.sim.views().xpos[3 * id + 2] ?? NaN) / (0.53 * world.resident.stature);
}

test("who is up on their own does not go back to leaning on pads, sits down when told, and then listens again", () => {
  const world = createWorld(engine, { ...DEFAULT_RESIDENT, legStrength: 1.3 });
  world.prompt("rise");
  wait(world, 4);
  expect(pelvis(world)).toBeGreaterThan(0.97);
  world.prompt("lean");
  wait(world, 3);
  expect(pelvis(world)).toBeGreaterThan(0.97);
  world.prompt("sit");
  wait(world, 5);
  expect(world.touched().seatForce).toBeGreaterThan(0.6 * 60 * 9.81);
  world.prompt("stand");
  wait(world, 8);
  expect(pelvis(world)).toBeGreaterThan(0.97);
  world.delete();
});

test("a weak person who tries on their own never gets up, and ends on the seat, bent over the knees", () => {
  const world = createWorld(engine, { ...DEFAULT_RESIDENT, legStrength: 0.7 });
  world.prompt("rise");
  let highest = 0;
  for (let t = 0; t < 15; t += TICK) {
    world.tick();
    highest = Math.max(highest, pelvis(world));
  }
  expect(highest).toBeLessThan(0.8);
  expect(world.touched().seatForce).toBeGreaterThan(0.1 * 60 * 9.81);
  expect(pelvis(world)).toBeGreaterThan(0.6);
  world.delete();
});
