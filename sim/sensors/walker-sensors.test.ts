// The walker's own sensors: its bumper, the forces on its handles, and how far its user is behind it.
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Bumper, LaserScan, RadarPresence } from "../../core/messages.ts";
import { stampOf } from "../../core/time.ts";
import { metres, newtons, radians, seconds } from "../../core/units.ts";
import { modelFile, readText } from "../library.ts";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { toMjcf } from "../mujoco/mjcf.ts";
import { Simulation } from "../mujoco/simulation.ts";
import { readScene } from "../sdf/read.ts";
import { bumper } from "./bumper.ts";
import { handleForces } from "./handle-forces.ts";
import { lidarOf } from "./lidar.ts";
import { imperfectLine } from "./imperfection.ts";
import { alteredBumper, alteredRadar, OUTFIT } from "./outfit-sheets.ts";
import { userDistance } from "./user-distance.ts";

let engine: Engine;
let sim: Simulation;
beforeAll(async () => {
  engine = await loadEngine();
});
afterEach(() => sim.delete());
const STAMP = { sec: 1, nanosec: 0 };
const WALKER = "walker_robot";

/** The walker on a floor, with pillars of 0.1 m (shanks) at these places. */
function walker(...pillars: readonly (readonly [x: number, y: number])[]) {
  const shanks = pillars.map(
    (
      [x, y],
      i,
    ) => `<model name="shank_${i}"><static>true</static><pose>${x} ${y} 0.3 0 0 0</pose><link name="link">
      <collision name="shank"><geometry><cylinder><radius>0.05</radius><length>0.6</length></cylinder></geometry></collision></link></model>`,
  );
  const world = `<sdf version="1.9"><world name="room"><physics name="p" type="ignored"><max_step_size>0.002</max_step_size></physics>
    <gravity>0 0 -9.81</gravity>
    <model name="floor"><static>true</static><link name="link"><collision name="floor"><geometry><plane><size>9 9</size></plane></geometry></collision></link></model>
    <include><uri>model://walker_robot</uri></include>${shanks.join("")}</world></sdf>`;
  const scene = readScene(world, "room.sdf", (uri) => readText(modelFile(uri)));
  sim = new Simulation(engine, toMjcf(scene));
  return scene;
}
const pass = (duration: number) => {
  for (const end = sim.time + duration; sim.time < end;) sim.step();
};
const pushOn = (link: string, force: readonly [number, number, number]) =>
  sim.views().applied.set(force, 6 * sim.index("mjOBJ_BODY", `${WALKER}/${link}`));

test("a bumper is free on an open floor, and pressed with the force that pushes it against a pillar", () => {
  const scene = walker([0.615, 0]);
  const edge = bumper(sim, scene, WALKER);
  expect(edge.read(STAMP)).toMatchObject({ pressed: false, force: 0, name: "bumper" });
  pushOn("base_link", [40, 0, 0]);
  pass(1);
  const { pressed, force, header } = edge.read(STAMP);
  expect(pressed).toBe(true);
  expect(force).toBeGreaterThan(25);
  expect(force).toBeLessThan(45);
  expect(header.frame_id).toBe("base_link");
});

test("a handle feels its own weight, and what a hand puts on it, each by itself", () => {
  const scene = walker();
  const handles = handleForces(sim, scene, WALKER);
  pass(0.5);
  const weight = handles.wrench("left", STAMP).wrench.force.z;
  expect(weight).toBeCloseTo(-0.4 * 9.81, 0);
  pushOn("left_handle", [15, 0, -60]);
  pass(0.1);
  const { force } = handles.wrench("left", STAMP).wrench;
  expect(force.z - weight).toBeCloseTo(-60, 0);
  expect(force.x).toBeCloseTo(15, 0);
  expect(handles.wrench("right", STAMP).wrench.force.z).toBeCloseTo(weight, 0);
  expect(handles.wrench("right", STAMP).header.frame_id).toBe("right_handle");
});

test("a walker without such sensors is refused by what was expected", () => {
  const scene = walker();
  expect(() => handleForces(sim, scene, "floor")).toThrow('force_torque sensor "left_handle_force_torque"');
  expect(() => bumper(sim, scene, "floor")).toThrow('floor: expected a collision "bumper"');
  expect(() => lidarOf(sim, scene, WALKER, "top")).toThrow("expected a lidar top on base_link");
});

const behind = (...pillars: readonly (readonly [number, number])[]) => {
  const scene = walker(...pillars);
  return userDistance(lidarOf(sim, scene, WALKER, "user_lidar").scan(STAMP));
};
test("the user is as far as their nearer shank, and nobody is at no distance at all", () => {
  const { range, ...rest } = behind([-0.2, 0.1], [-0.45, -0.1]);
  // the scanner is 0.32 m before the axle; a shank's skin 0.05 m before its middle
  expect(range).toBeCloseTo(Math.hypot(0.52, 0.1) - 0.05, 2);
  expect(rest).toMatchObject({ radiation_type: 1, max_range: 1.5, min_range: 0.05 });
  sim.delete();
  expect(behind().range).toBe(Infinity);
});

test("a single ray that met something is noise, and a scan that knows too little knows nothing", () => {
  const scan = (ranges: readonly number[]): LaserScan => ({
    header: { stamp: STAMP, frame_id: "user_lidar" },
    angle_min: -1,
    angle_max: 1,
    angle_increment: 0.02,
    time_increment: 0,
    scan_time: seconds(0.05),
    range_min: 0.05,
    range_max: 1.5,
    ranges,
    intensities: [],
  });
  walker();
  const far = new Array<number>(10).fill(Infinity);
  expect(userDistance(scan([...far, 0.3, ...far])).range).toBe(Infinity);
  expect(userDistance(scan([...far, 0.62, 0.6, 0.61, ...far])).range).toBe(0.6);
  expect(userDistance(scan([...far, NaN, NaN, 0.62, 0.6, 0.61])).range).toBe(0.6);
  expect(userDistance(scan([0.6, 0.6, 0.6, ...new Array<number>(9).fill(NaN)])).range).toBeNaN();
  expect(userDistance(scan([])).range).toBeNaN();
});

test("bumper and radar err as their table says, late, and a bumper that knows nothing is pressed", () => {
  walker();
  const faults = new Set<string>();
  const edges: Bumper[] = [];
  const seen: RadarPresence[] = [];
  const has = (fault: string) => faults.has(fault);
  const edge = imperfectLine("bumper", 1, OUTFIT.bumper, alteredBumper, has, (one) => edges.push(one));
  const radar = imperfectLine("radar", 1, OUTFIT.radar, alteredRadar, has, (one) => seen.push(one));
  const tellFrom = (from: number) => {
    for (let time = from; time < from + 1; time += 0.1) {
      const header = { stamp: stampOf(seconds(time)), frame_id: "" };
      edge.flush(seconds(time));
      radar.flush(seconds(time));
      edge.take({ header, name: "bumper", pressed: false, force: newtons(0) });
      const [ranges, bearings] = [[metres(2)], [radians(0.1)]];
      radar.take({ header, present: true, field_of_view: 2, max_range: 5, ranges, bearings } as never);
    }
  };
  tellFrom(1);
  expect(edges.length).toBeGreaterThan(7);
  expect(edges.some(({ pressed }) => pressed)).toBe(false);
  expect(new Set(seen.map(({ bearings }) => bearings[0])).size).toBe(seen.length);
  faults.add("nan");
  tellFrom(3);
  expect(edges.at(-1)).toMatchObject({ pressed: true, force: NaN });
  expect(seen.at(-1)?.ranges).toEqual([NaN]);
});
