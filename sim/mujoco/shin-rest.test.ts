// The transfer robot's front: a foot that is drawn up before it, as by who sits down in the air, comes down along a padded rest.
import { afterAll, beforeAll, expect, test } from "vitest";
import { contactLimit } from "../../core/safety/limits.ts";
import { BodyContact } from "../../core/messages.ts";
import { contactReader } from "../contacts.ts";
import { modelFile, readText } from "../library.ts";
import { readScene } from "../sdf/read.ts";
import { loadEngine } from "./engine.ts";
import { toMjcf } from "./mjcf.ts";
import { Simulation } from "./simulation.ts";

/** N, of one foot in the ride of the faults scenario with seed 1042: how its leg pushes it against the robot (the mean), and what comes to stand on it when it is caught (the most) [measured]. */
const PUSH = 84;
const WEIGHT = 150;
/** m/s, lowered after a stop: half of 0.08 (robot/gate.ts, LOWERING_FLOOR) */
const SINKS = 0.04;
/** m/s, as fast as those feet met the robot [measured in that ride] */
const KICKS = 0.45;
/** s and m: from toes at 0.36 m to a heel on the floor, at that speed */
const LASTS = 5;
const HEIGHT = 0.26;
/** kg·m²: nothing turns here */
const BALL = "<inertia><ixx>0.01</ixx><iyy>0.01</iyy><izz>0.01</izz></inertia>";

/** A robot that stands, and before it a foot on two slides, toes up and towards it: what hangs on it lets it sink, the leg pushes it forward. */
const WORLD = `<sdf version="1.9"><world name="kick">
  <physics name="default" type="ignored"><max_step_size>0.002</max_step_size></physics><gravity>0 0 0</gravity>
  <model name="floor"><static>true</static><link name="link"><collision name="floor"><geometry><plane><size>9 9</size></plane></geometry></collision></link></model>
  <include><uri>transfer-robot.sdf</uri><static>true</static></include>
  <model name="resident"><pose>0.224 0.09 ${HEIGHT} 0 0 0</pose>
    <link name="height"><inertial><mass>1</mass>${BALL}</inertial></link>
    <joint name="sinking" type="prismatic"><parent>world</parent><child>height</child><axis><xyz>0 0 1</xyz><dynamics><damping>${WEIGHT / SINKS}</damping></dynamics></axis></joint>
    <link name="left_foot"><inertial><mass>4</mass>${BALL}</inertial>
      <collision name="sole"><pose>0 0 0 0 0.785 0</pose><geometry><box><size>0.25 0.1 0.044</size></box></geometry><surface><friction><ode><mu>0.9</mu><mu2>0.9</mu2></ode></friction></surface></collision></link>
    <joint name="kicking" type="prismatic"><parent>height</parent><child>left_foot</child><axis><xyz>1 0 0</xyz><dynamics><damping>${PUSH / KICKS}</damping></dynamics></axis></joint>
  </model></world></sdf>`;

const scene = readScene(WORLD, "kick.sdf", (uri) => readText(modelFile(uri)));
let sim: Simulation;
beforeAll(async () => {
  sim = new Simulation(await loadEngine(), toMjcf(scene));
});
afterAll(() => sim.delete());

test("feet that are drawn up while their owner is lowered are not caught on the base, and the robot's front presses them less than its limit", () => {
  const foot = sim.index("mjOBJ_BODY", "resident/left_foot");
  const read = contactReader(sim, scene);
  let [worst, touches] = [0, 0];
  while (sim.time < LASTS) {
    sim.views().applied.set([-PUSH, 0, -WEIGHT], 6 * foot);
    sim.step();
    for (const { force, region, unintended } of read().contacts) {
      expect([region, unintended]).toEqual(["lower_leg", true]);
      worst = Math.max(worst, force);
      touches += 1;
    }
  }
  sim.assertStable();
  expect(touches).toBeGreaterThan(0);
  expect(sim.views().xpos[3 * foot + 2]).toBeLessThan(HEIGHT / 2);
  expect(worst).toBeLessThan(contactLimit(BodyContact.LOWER_LEG));
});
