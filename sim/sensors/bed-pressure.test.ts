// The bed's sensors: weight by zone, its centre, and who is in bed, on its edge or out, on a bed that lies flat or sits up.
import { beforeAll, expect, test } from "vitest";
import { BedPressure } from "../../core/messages.ts";
import { newtons } from "../../core/units.ts";
import { modelFile, readText } from "../library.ts";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { toMjcf } from "../mujoco/mjcf.ts";
import { Simulation } from "../mujoco/simulation.ts";
import { readScene } from "../sdf/read.ts";
import { bedIn, bedPressure, occupied } from "./bed-pressure.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});
const STAMP = { sec: 1, nanosec: 0 };

/** A trunk and legs of 60 kg in two boxes that lie at x, y on the bed, or nobody. */
function read(place: { readonly x: number; readonly y: number } | undefined, back = 0) {
  const part = (name: string, mass: number, x: number, length: number) => `
    <model name="${name}"><pose>${(place?.x ?? 0) + x} ${place?.y ?? 0} 0.56 0 0 0</pose><link name="link">
    <inertial><mass>${mass}</mass><inertia><ixx>1</ixx><iyy>1</iyy><izz>1</izz></inertia></inertial>
    <collision name="body"><geometry><box><size>${length} 0.25 0.2</size></box></geometry></collision></link></model>`;
  const person = place ? part("trunk", 40, -0.3, 0.5) + part("legs", 20, 0.4, 0.7) : "";
  const world = `<sdf version="1.9"><world name="room"><physics name="p" type="ignored"><max_step_size>0.002</max_step_size></physics>
    <gravity>0 0 -9.81</gravity>
    <model name="floor"><static>true</static><link name="link"><collision name="floor"><geometry><plane><size>9 9</size></plane></geometry></collision></link></model>
    <include><uri>model://adjustable_bed</uri><name>bed_a1</name><pose>0 0 0 0 0 0</pose></include>${person}</world></sdf>`;
  const scene = readScene(world, "room.sdf", (uri) => readText(modelFile(uri)));
  const sim = new Simulation(engine, toMjcf(scene));
  if (back > 0) sim.views().qpos[sim.address("bed_a1/back_joint").position] = back;
  const sensor = bedPressure(sim, scene, bedIn(scene) ?? "");
  while (sim.time < 1) sim.step();
  const bed = sensor.read(STAMP);
  sim.delete();
  return bed;
}

test("an empty bed weighs nothing, and nobody is in it", () => {
  const bed = read(undefined);
  expect(bed).toMatchObject({ state: BedPressure.OUT, total: 0, rows: 6, columns: 3, centre_x: NaN });
  expect(bed.header).toEqual({ stamp: STAMP, frame_id: "bed_a1" });
  expect(bed.length).toBeCloseTo(1.95, 6);
});

test("who lies in the middle is felt with their weight, the trunk's where it is and the legs' where they are", () => {
  const bed = read({ x: 0, y: 0 });
  expect(bed.state).toBe(BedPressure.IN);
  expect(bed.total / (60 * 9.81)).toBeCloseTo(1, 1);
  const row = (i: number) => bed.force.slice(3 * i, 3 * i + 3).reduce((sum, one) => sum + one, 0);
  expect(row(1) + row(2)).toBeGreaterThan(0.6 * 40 * 9.81);
  expect(row(3) + row(4) + row(5)).toBeCloseTo(20 * 9.81, -1);
  expect(Math.abs(bed.centre_y)).toBeLessThan(0.1);
  expect(bed.centre_x).toBeLessThan(0.05);
});

test("on the left side is on the edge to the left, and on the right to the right", () => {
  const [left, right] = [read({ x: 0, y: 0.31 }), read({ x: 0, y: -0.31 })];
  expect([left.state, right.state]).toEqual([BedPressure.EDGE, BedPressure.EDGE]);
  expect(left.centre_y).toBeGreaterThan(0.2);
  expect(right.centre_y).toBeLessThan(-0.2);
});

test("with the back raised the trunk still presses on the head half", () => {
  const bed = read({ x: 0.05, y: 0 }, 0.35);
  expect(bed.state).toBe(BedPressure.IN);
  expect(bed.force.slice(0, 9).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(150);
});

test("a zone that knows nothing makes the bed know nothing", () => {
  const bed = read(undefined);
  expect(occupied({ ...bed, force: [newtons(NaN), ...bed.force.slice(1)] }).state).toBe(BedPressure.UNKNOWN);
});

test("a model without a mattress is refused by name", () => {
  const scene = { name: "s", step: 0.002, gravity: [0, 0, 0], models: [] } as never;
  expect(() => bedPressure({} as never, scene, "table")).toThrow(
    'table: expected a box collision "mattress"',
  );
});
