// Tests of the brakes: a wheelchair with a person's weight on a slope, and a walker robot that is leant on.
import { beforeAll, expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import { BRAKES } from "../generator/dimensions.ts";
import { modelFile, readText } from "../library.ts";
import { readScene } from "../sdf/read.ts";
import { brakesOf } from "./brakes.ts";
import { loadEngine, type Engine } from "./engine.ts";
import { toMjcf } from "./mjcf.ts";
import { Simulation } from "./simulation.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});
const WHEELS = ["left_wheel_joint", "right_wheel_joint"];
const DEGREE = Math.PI / 180;

/** A model on a plane that falls towards its +x by `slope` rad, with a block of `load` kg at `at`. */
function onSlope(model: string, slope: number, load: number, at: string): Simulation {
  const [x, z] = [9.81 * Math.sin(slope), -9.81 * Math.cos(slope)];
  const world = `<sdf version="1.9"><world name="slope">
    <physics name="default" type="ignored"><max_step_size>0.002</max_step_size></physics><gravity>${x} 0 ${z}</gravity>
    <model name="floor"><static>true</static><link name="link"><collision name="floor"><geometry><plane><size>9 9</size></plane></geometry></collision></link></model>
    <model name="load"><pose>${at} 0 0 0</pose><link name="block">
      <inertial><mass>${load}</mass><inertia><ixx>1</ixx><iyy>1</iyy><izz>1</izz></inertia></inertial>
      <collision name="block"><geometry><box><size>0.3 0.3 0.2</size></box></geometry></collision></link></model>
    <include><uri>model://${model}</uri></include></world></sdf>`;
  return new Simulation(engine, toMjcf(readScene(world, "slope.sdf", (uri) => readText(modelFile(uri)))));
}

/** How far the model `base` moves along the slope while `duration` passes, m. */
function slides(sim: Simulation, base: string, duration = seconds(2)): number {
  const at = 3 * sim.index("mjOBJ_BODY", base);
  const begin = sim.views().xpos[at] ?? NaN;
  const end = sim.time + duration;
  while (sim.time < end) sim.step();
  sim.assertStable();
  return (sim.views().xpos[at] ?? NaN) - begin;
}

test("a wheelchair with 100 kg on it stays on 7° with its brakes set, as the SDF has it, and rolls when they open", () => {
  const sim = onSlope("wheelchair", 7 * DEGREE, 100, "0.15 0 0.6");
  slides(sim, "wheelchair/frame", seconds(1));
  expect(Math.abs(slides(sim, "wheelchair/frame"))).toBeLessThan(0.002);
  brakesOf(sim, "wheelchair", WHEELS, BRAKES.wheelchair).open();
  expect(slides(sim, "wheelchair/frame", seconds(1))).toBeGreaterThan(0.1);
  sim.delete();
});

test("a walker robot rolls down 6° until its brakes are set", () => {
  const sim = onSlope("walker_robot", 6 * DEGREE, 1, "3 3 0.1");
  expect(slides(sim, "walker_robot/base_link", seconds(1))).toBeGreaterThan(0.1);
  brakesOf(sim, "walker_robot", WHEELS, BRAKES.walker).set();
  slides(sim, "walker_robot/base_link", seconds(1));
  expect(Math.abs(slides(sim, "walker_robot/base_link"))).toBeLessThan(0.002);
  sim.delete();
});

test("brakes that would hold less than none are refused", () => {
  const sim = onSlope("wheelchair", 0, 1, "3 3 0.1");
  expect(() => brakesOf(sim, "wheelchair", WHEELS, { set: 1, free: 0 })).toThrow("0 < free < set");
  expect(() => brakesOf(sim, "wheelchair", ["none"], BRAKES.wheelchair)).toThrow(
    'no joint "wheelchair/none"',
  );
  sim.delete();
});
