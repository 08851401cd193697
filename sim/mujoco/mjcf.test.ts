// Tests of the MJCF: poses at the start agree with the SDF, masses are whole, and slippery wins over rough.
import { beforeAll, expect, test } from "vitest";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import type { Pose } from "../sdf/model.ts";
import { compose } from "../sdf/pose.ts";
import { readWard } from "../ward.ts";
import { loadEngine, type Engine } from "./engine.ts";
import { bodyName, toMjcf } from "./mjcf.ts";
import { Simulation } from "./simulation.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

test("every link stands where the SDF puts it, to a micrometre and a microradian", () => {
  const scene = readWard(DEFAULT_RESIDENT);
  const sim = new Simulation(engine, toMjcf(scene));
  const { xpos, xquat } = sim.views();
  let links = 0;
  for (const model of scene.models)
    for (const link of model.links) {
      const id = sim.index("mjOBJ_BODY", bodyName(model.name, link.name));
      const { position, rotation }: Pose = compose(model.pose, link.pose);
      position.forEach((value, i) => expect(xpos[3 * id + i], link.name).toBeCloseTo(value, 6));
      const [w = 0, x = 0, y = 0, z = 0] = xquat.subarray(4 * id, 4 * id + 4);
      const same = Math.abs(x * rotation[0] + y * rotation[1] + z * rotation[2] + w * rotation[3]);
      expect(same, link.name).toBeCloseTo(1, 9);
      links += 1;
    }
  expect(links).toBeGreaterThan(25);
  sim.delete();
});

test("robot and resident weigh in MuJoCo what they weigh in SDF", () => {
  const scene = readWard(DEFAULT_RESIDENT);
  const sim = new Simulation(engine, toMjcf(scene));
  const moving = scene.models.filter((model) => !model.fixed);
  const links = moving.flatMap((model) => model.links.map((link) => ({ model, link })));
  expect(links.length).toBeGreaterThan(20);
  for (const { model, link } of links) {
    const id = sim.index("mjOBJ_BODY", bodyName(model.name, link.name));
    expect(sim.model.body_mass[id], link.name).toBeCloseTo(link.inertial?.mass ?? NaN, 9);
  }
  sim.delete();
});

test("physics that explodes is an error, not a silent reset", () => {
  const sim = new Simulation(engine, toMjcf(readWard(DEFAULT_RESIDENT)));
  sim.views().qvel.fill(1e12);
  sim.step();
  expect(() => sim.assertStable()).toThrow("simulation unstable");
  sim.delete();
});
