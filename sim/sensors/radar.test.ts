// The presence radar: who is in its cone, how far and where; through a mattress, not through a wall.
import { afterEach, beforeAll, expect, test } from "vitest";
import { degrees, metres } from "../../core/units.ts";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { toMjcf } from "../mujoco/mjcf.ts";
import { Simulation } from "../mujoco/simulation.ts";
import { fromRollPitchYaw } from "../sdf/pose.ts";
import { readScene } from "../sdf/read.ts";
import { radar, WARD_RADAR } from "./radar.ts";

let engine: Engine;
let sim: Simulation;
beforeAll(async () => {
  engine = await loadEngine();
});
afterEach(() => sim.delete());

const person = (
  name: string,
  x: number,
  y: number,
) => `<model name="${name}"><static>true</static><pose>${x} ${y} 1 0 0 0</pose>
  <link name="thorax"><collision name="chest"><geometry><sphere><radius>0.15</radius></sphere></geometry></collision></link></model>`;
const board = (
  solid: string,
  x: number,
  y = 0,
) => `<model name="thing_${solid}"><static>true</static><pose>${x} ${y} 1 0 0 0</pose>
  <link name="link"><collision name="${solid}"><geometry><box><size>0.1 1 1</size></box></geometry></collision></link></model>`;

/** A radar at x 0, 1 m high, that looks along x, in a room with these models; it looks for `ann` and `bob`. */
function look(models: string, turned = 0) {
  const world = `<sdf version="1.9"><world name="room">${models}${person("bob", 3, 1)}</world></sdf>`;
  const scene = readScene(world, "room.sdf");
  sim = new Simulation(engine, toMjcf(scene));
  const pose = { position: [0, 0, 1] as const, rotation: fromRollPitchYaw(0, 0, turned) };
  const people = models.includes('"ann"') ? ["ann", "bob"] : ["bob"];
  const read = () =>
    radar(sim, scene, people, { name: "radar", pose, ...WARD_RADAR }).read({ sec: 1, nanosec: 0 });
  return { ...read(), scene };
}

test("people in the cone are told by range and bearing, the nearest first", () => {
  const { present, ranges, bearings, field_of_view, max_range } = look(person("ann", 2, -0.5));
  expect(present).toBe(true);
  expect(ranges[0]).toBeCloseTo(Math.hypot(2, 0.5) - 0.15, 1);
  expect(ranges[1]).toBeCloseTo(Math.hypot(3, 1) - 0.15, 1);
  expect(bearings[0]).toBeCloseTo(Math.atan2(-0.5, 2), 2);
  expect(bearings[1]).toBeCloseTo(Math.atan2(1, 3), 2);
  expect([field_of_view, max_range]).toEqual([degrees(120), metres(5)]);
});

test("a bearing is seen from the radar, and who is behind it or too far is not there", () => {
  expect(look("", 0.3).bearings[0]).toBeCloseTo(Math.atan2(1, 3) - 0.3, 2);
  sim.delete();
  expect(look("", Math.PI)).toMatchObject({ present: false, ranges: [], bearings: [] });
  sim.delete();
  expect(look(person("ann", 5.5, -0.5)).ranges).toHaveLength(1);
});

test.each(["mattress", "pillow", "blanket"])("a %s between hides nobody", (solid) => {
  expect(look(board(solid, 1.5, 0.5)).ranges[0]).toBeCloseTo(Math.hypot(3, 1) - 0.15, 1);
});

test("a wall between hides who is behind it, and a mattress before the wall does not help", () => {
  expect(look(board("wall", 1.5, 0.5)).present).toBe(false);
  sim.delete();
  expect(look(board("mattress", 1, 0.4) + board("wall", 1.5, 0.5)).present).toBe(false);
});

test("somebody who is not in the scene is refused by name", () => {
  const { scene } = look("");
  const mount = {
    name: "radar",
    pose: { position: [0, 0, 0], rotation: [0, 0, 0, 1] },
    ...WARD_RADAR,
  } as const;
  expect(() => radar(sim, scene, ["eve"], mount)).toThrow('expected a model "eve"');
});
