// Tests of the contacts read in place: they are what MuJoCo's bindings tell, for as long as the world runs and its memory grows.
import { expect, test } from "vitest";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { createWorld } from "../world.ts";
import { contactMemory } from "./contact-memory.ts";
import { loadEngine } from "./engine.ts";
import type { Simulation } from "./simulation.ts";

function told({ data }: Simulation) {
  const list = data.contact;
  return Array.from({ length: data.ncon }, (_, i) => {
    const { geom, pos, frame } = list.get(i) ?? { geom: [], pos: [], frame: [] };
    return { geom: [...geom], point: [...pos], frame: [...frame] };
  });
}
function read(memory: ReturnType<typeof contactMemory>) {
  const entries = (count: number) => Array.from({ length: count }, (_, i) => i);
  return entries(memory.count()).map((contact) => ({
    geom: [memory.geom(contact, 0), memory.geom(contact, 1)],
    point: entries(3).map((axis) => memory.point(contact, axis)),
    frame: entries(9).map((entry) => memory.frame(contact, entry)),
  }));
}

test("every contact of a world in motion is read as the bindings tell it, also after the memory has grown", async () => {
  const engine = await loadEngine();
  const world = createWorld(engine, { ...DEFAULT_RESIDENT, legStrength: 1.2 });
  const memory = contactMemory(world.sim);
  const counts = new Set<number>();
  world.prompt("stand"); // and so leaves the seat
  for (let tick = 0; tick < 500; tick++) {
    world.tick();
    if (tick % 10 !== 0) continue;
    const contacts = told(world.sim);
    counts.add(contacts.length);
    expect(read(memory)).toEqual(contacts);
  }
  expect(counts.size).toBeGreaterThan(1); // on the seat, and off it

  const { buffer } = world.sim.data.arena;
  const ballast = [];
  while (world.sim.data.arena.buffer === buffer) ballast.push(new engine.DoubleBuffer(2 ** 22));
  world.tick();
  expect(read(memory)).toEqual(told(world.sim));
  expect(world.touched().seatForce).not.toBeNaN();
  for (const one of [world, ...ballast]) one.delete();
});
