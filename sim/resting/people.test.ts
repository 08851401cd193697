// People who rest stay where they are, and what they rest on feels it: in bed, near the rail, on the edge, and on the floor beside it.
import { beforeAll, describe, expect, test } from "vitest";
import { BedPressure } from "../../core/messages.ts";
import { modelFile, readText } from "../library.ts";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { toMjcf } from "../mujoco/mjcf.ts";
import { Simulation } from "../mujoco/simulation.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { fromRollPitchYaw, rotate } from "../sdf/pose.ts";
import { readScene } from "../sdf/read.ts";
import { bedPressure } from "../sensors/bed-pressure.ts";
import { poseOfBody } from "../sensors/placed.ts";
import { radar, WARD_RADAR } from "../sensors/radar.ts";
import { besideBed, inBed, onEdge, standing } from "./beds.ts";
import { layDown, restingMotors, withResting, type Resting } from "./people.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});
const STAMP = { sec: 1, nanosec: 0 };
const WEIGHT = DEFAULT_RESIDENT.bodyMass * 9.81;
const ROOM = `<sdf version="1.9"><world name="room"><physics name="p" type="ignored"><max_step_size>0.002</max_step_size></physics>
  <gravity>0 0 -9.81</gravity>
  <model name="floor"><static>true</static><link name="link"><collision name="floor"><geometry><plane><size>9 9</size></plane></geometry></collision></link></model>
  <include><uri>model://adjustable_bed</uri><name>bed</name><pose>1 0.5 0 0 0 1</pose></include></world></sdf>`;
const room = readScene(ROOM, "room.sdf", (uri) => readText(modelFile(uri)));
const bare = (open?: "left") => ({
  ...room,
  models: room.models.map((one) => (one.name === "bed" ? standing(one, open) : one)),
});
type Place = Pick<Resting, "how" | "on">;

/** After 3 s, and again 2 s later: where the pelvis is, how far it went, how upright the trunk is, bed and radar. */
function rest({ how, on }: Place, open?: "left") {
  const people: Resting[] = [{ name: "ann", resident: { ...DEFAULT_RESIDENT, legStrength: 1 }, how, on }];
  const scene = withResting(bare(open), people);
  const sim = new Simulation(engine, toMjcf(scene, restingMotors(people)));
  layDown(sim, people, 0);
  const [pelvis, thorax] = ["ann/pelvis", "ann/thorax"].map((name) => sim.index("mjOBJ_BODY", name));
  const run = (until: number) => {
    while (sim.time < until) sim.step();
    sim.assertStable();
    return poseOfBody(sim, pelvis ?? -1).position;
  };
  const [before, after] = [run(3), run(5)];
  const pose = { position: [1, 0.5, 2.4] as const, rotation: fromRollPitchYaw(0, Math.PI / 2, 0) };
  const seen = {
    pelvis: after,
    went: Math.hypot(...after.map((one, i) => one - (before[i] ?? NaN))),
    upright: rotate(poseOfBody(sim, thorax ?? -1).rotation, [0, 0, 1])[2],
    bed: bedPressure(sim, scene, "bed").read(STAMP),
    radar: radar(sim, scene, ["ann"], { name: "radar", pose, ...WARD_RADAR }).read(STAMP),
  };
  sim.delete();
  return seen;
}

describe("who rests lies still", () => {
  test("in bed: the mattress bears their weight, and the radar finds them from the ceiling", () => {
    const {
      pelvis,
      went,
      upright,
      bed,
      radar: found,
    } = rest({ how: "supine", on: inBed(room, "bed", DEFAULT_RESIDENT) });
    expect(went).toBeLessThan(0.005);
    expect(Math.abs(upright)).toBeLessThan(0.2);
    expect(pelvis[2]).toBeGreaterThan(0.48);
    expect(bed.state).toBe(BedPressure.IN);
    expect(bed.total / WEIGHT).toBeCloseTo(1, 1);
    expect(found.present).toBe(true);
  });
  test("close to the rail, which bears an arm, the foil takes who sleeps for somebody on the edge", () => {
    const { went, bed } = rest({ how: "supine", on: inBed(room, "bed", DEFAULT_RESIDENT, 0.27) });
    expect(went).toBeLessThan(0.005);
    expect(bed.state).toBe(BedPressure.EDGE);
    expect(bed.total / WEIGHT).toBeGreaterThan(0.7);
  });
  test("on the edge: upright, the feet bear a part, and the rest of the weight is at that side", () => {
    const { went, upright, bed } = rest(
      { how: "edge", on: onEdge(room, "bed", DEFAULT_RESIDENT, "left") },
      "left",
    );
    expect(went).toBeLessThan(0.01);
    expect(upright).toBeGreaterThan(0.9);
    expect(bed.state).toBe(BedPressure.EDGE);
    expect(bed.total / WEIGHT).toBeLessThan(0.95);
    expect(bed.centre_y).toBeGreaterThan(0.2);
  });
  test("on the floor beside the bed: the bed is empty, and the radar finds them beside it", () => {
    const {
      pelvis,
      went,
      upright,
      bed,
      radar: found,
    } = rest({ how: "fallen", on: besideBed(room, "bed", "left") });
    expect(went).toBeLessThan(0.005);
    expect(Math.abs(upright)).toBeLessThan(0.2);
    expect(pelvis[2]).toBeLessThan(0.2);
    expect(bed).toMatchObject({ state: BedPressure.OUT, total: 0 });
    expect(found.present).toBe(true);
  });
});

test("a bed that is not there is named", () => {
  expect(() => inBed(room, "bed_9", DEFAULT_RESIDENT)).toThrow('room: expected a bed "bed_9"');
});
