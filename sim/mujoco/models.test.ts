// Every model in MuJoCo: it stands still, nothing sticks in anything, and joints take its links where the SDF says.
import { beforeAll, describe, expect, test } from "vitest";
import { MODELS, modelFile, modelNames, readModel, readText } from "../library.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { linkPoses } from "../sdf/kinematics.ts";
import type { Model, Scene } from "../sdf/model.ts";
import { compose } from "../sdf/pose.ts";
import { readScene } from "../sdf/read.ts";
import { readWard } from "../ward.ts";
import { loadEngine, type Engine } from "./engine.ts";
import { axisName, bodyName, toMjcf } from "./mjcf.ts";
import { Simulation } from "./simulation.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** What moves, and what stands beside it on the floor of a room. */
const MOVING = modelNames().filter((name) => name !== "transfer_robot" && !readModel(name).fixed);
function alone(name: string): Scene {
  const world = `<sdf version="1.9"><world name="alone">
    <physics name="default" type="ignored"><max_step_size>0.002</max_step_size></physics><gravity>0 0 -9.81</gravity>
    <model name="floor"><static>true</static><link name="link"><collision name="floor"><geometry><plane><size>9 9</size></plane></geometry></collision></link></model>
    <include><uri>model://${name}</uri><pose>0.3 -0.2 0 0 0 0.7</pose></include></world></sdf>`;
  return readScene(world, "alone.sdf", (uri) => readText(modelFile(uri)));
}
const ward = (): Scene => readWard(DEFAULT_RESIDENT, `${MODELS}/care-ward.sdf`);

/** The body that moves furthest in two seconds, and how far, m. */
function drift(sim: Simulation): { readonly body: string; readonly distance: number } {
  const begin = sim.views().xpos.slice();
  while (sim.time < 2) {
    sim.step();
    sim.assertStable();
  }
  const { xpos } = sim.views();
  const distances = Array.from({ length: sim.model.nbody }, (_, i) =>
    Math.hypot(...[0, 1, 2].map((k) => (xpos[3 * i + k] ?? NaN) - (begin[3 * i + k] ?? NaN))),
  );
  const distance = Math.max(...distances);
  const body = engine.mj_id2name(sim.model, engine.mjtObj.mjOBJ_BODY.value, distances.indexOf(distance));
  return { body, distance };
}

test("there is something to look at", () => expect(MOVING.length).toBeGreaterThan(6));

test.each(MOVING)("%s stands still for two seconds, without a warning", (name) => {
  const sim = new Simulation(engine, toMjcf(alone(name)));
  expect(sim.model.nv).toBeGreaterThan(0);
  expect(drift(sim).distance).toBeLessThan(0.0005);
  sim.delete();
});

test("the care ward stands still for two seconds, without a warning", () => {
  const sim = new Simulation(engine, toMjcf(ward()));
  // no motor holds the transfer robot's lift here: it sinks onto its end stop
  const { body, distance } = drift(sim);
  expect([body, distance < 0.001]).toEqual([body, true]);
  sim.delete();
});

describe("the care ward at its beginning", () => {
  test("has nothing that sticks in anything else", () => {
    const sim = new Simulation(engine, toMjcf(ward()));
    const contacts = sim.data.contact;
    const deep: string[] = [];
    expect(contacts.size()).toBeGreaterThan(50);
    for (let i = 0; i < contacts.size(); i++) {
      const one = contacts.get(i);
      const names = [...(one?.geom ?? [])].map((id) =>
        engine.mj_id2name(sim.model, engine.mjtObj.mjOBJ_GEOM.value, id),
      );
      if (!((one?.dist ?? NaN) > -0.001) || !names.some((name) => /floor|threshold/.test(name)))
        deep.push(names.join(" in "));
    }
    expect(deep).toEqual([]);
    sim.delete();
  });
  test("gives each of four beds in each of two rooms 6.6 m² (노인복지법 시행규칙 별표 4)", () => {
    const beds = ward().models.filter(({ name }) => /^bed_[ab][1-4]$/.test(name));
    expect(beds).toHaveLength(8);
    for (const room of ["a", "b"]) {
      const sim = new Simulation(engine, toMjcf(ward()));
      const { models } = ward();
      const middle = models.find(({ name }) => name === `door_${room}`)?.pose.position ?? [NaN, NaN, NaN];
      const at = [middle[0], middle[1] + 2.8, 2.2] as const;
      const [east, west, north, south] = [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ].map(([x, y]) => reach(sim, at, [x ?? 0, y ?? 0, 0]));
      const area = ((east ?? NaN) + (west ?? NaN)) * ((north ?? NaN) + (south ?? NaN));
      expect(area / 4).toBeGreaterThan(6.6);
      expect(area / 4).toBeLessThan(12);
      sim.delete();
    }
  });
  test("has a corridor of 2.4 m, doors of 0.9 m at least and a ramp of one in twelve at most", () => {
    const sim = new Simulation(engine, toMjcf(ward()));
    const across = (x: number, y: number, z: number) =>
      reach(sim, [x, y, z], [0, 1, 0]) + reach(sim, [x, y, z], [0, -1, 0]);
    const along = (x: number, y: number, z: number) =>
      reach(sim, [x, y, z], [1, 0, 0]) + reach(sim, [x, y, z], [-1, 0, 0]);
    expect(across(5.5, 1.2, 1.8)).toBeCloseTo(2.4, 6);
    for (const name of ["door_a", "door_b", "door_toilet"]) {
      const [x, y] = ward().models.find((model) => model.name === name)?.pose.position ?? [NaN, NaN];
      expect(along(x, y, 1)).toBeGreaterThanOrEqual(0.9);
      expect(along(x, y, 1)).toBeLessThan(1.3);
    }
    const height = (x: number) => 2 - reach(sim, [x, 1.2, 2], [0, 0, -1]);
    expect(height(12.8)).toBeCloseTo(0, 6);
    expect((height(14.4) - height(13.4)) / 1).toBeLessThanOrEqual(1 / 12 + 1e-6);
    expect(height(15)).toBeCloseTo(0.15, 6);
    sim.delete();
  });
});

test("a scene with more moving models than contact masks have bits is refused", () => {
  const scene = alone("armchair");
  const chair = scene.models.at(-1) as Model;
  const many = (count: number) => ({
    ...scene,
    models: Array.from({ length: count }, (_, i) => ({ ...chair, name: `chair_${i}` })),
  });
  expect(() => toMjcf(many(30))).not.toThrow();
  expect(() => toMjcf(many(31))).toThrow("expected at most 30 models that move, got 31");
});

/** How far one sees from `from` along a unit vector before a solid, m. */
function reach(sim: Simulation, from: readonly number[], direction: readonly number[]): number {
  const [geoms, distances, normals] = [
    new engine.IntBuffer(1),
    new engine.DoubleBuffer(1),
    new engine.DoubleBuffer(3),
  ];
  engine.mj_multiRay(
    sim.model,
    sim.data,
    from,
    direction,
    [1, 1, 1, 1, 1, 1],
    true,
    -1,
    geoms,
    distances,
    normals,
    1,
    50,
  );
  const distance = distances.GetView()[0] ?? NaN;
  for (const buffer of [geoms, distances, normals]) buffer.delete();
  return distance;
}

/** Each joint at a place of its own within its range, m or rad. */
function bent(model: Model, share: number): Readonly<Record<string, number>> {
  return Object.fromEntries(
    model.joints.flatMap(({ name, axes: [axis] }, i) => {
      if (axis === undefined) return [];
      const [low, high] = [Math.max(axis.lower, -2), Math.min(axis.upper, 2)];
      return [[name, low + (high - low) * ((share + 0.13 * i) % 1)]];
    }),
  );
}

test.each(MOVING.flatMap((name) => [0, 0.3, 0.7].map((share) => ({ name, share }))))(
  "$name with its joints at $share of their way is in MuJoCo where the SDF puts it, to a micrometre",
  ({ name, share }) => {
    const scene = alone(name);
    const sim = new Simulation(engine, toMjcf(scene));
    const model = scene.models.at(-1) as Model;
    const positions = bent(model, share);
    for (const [joint, value] of Object.entries(positions))
      sim.views().qpos[sim.address(axisName(model.name, joint)).position] = value;
    sim.forward();
    const { xpos } = sim.views();
    for (const [link, pose] of linkPoses(model, positions)) {
      const id = sim.index("mjOBJ_BODY", bodyName(model.name, link));
      const { position } = compose(model.pose, pose);
      position.forEach((value, i) =>
        expect(Math.abs((xpos[3 * id + i] ?? NaN) - value), link).toBeLessThan(1e-6),
      );
    }
    sim.delete();
  },
);
