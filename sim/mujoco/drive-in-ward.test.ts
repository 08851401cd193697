// Walker and patrol robot drive in the care ward: up the ramp, over the toilet's threshold; and the walker does not tip.
import { beforeAll, expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import { PLAN } from "../generator/plan.ts";
import { MODELS, readModel } from "../library.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { linkPoses } from "../sdf/kinematics.ts";
import type { Model, Scene } from "../sdf/model.ts";
import { fromRollPitchYaw, rotate } from "../sdf/pose.ts";
import { readWard } from "../ward.ts";
import { createDrives, motorOf, type Drive } from "./drives.ts";
import { loadEngine, type Engine } from "./engine.ts";
import { axisName, toMjcf } from "./mjcf.ts";
import { Simulation } from "./simulation.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});
const WALKER = "walker_robot";
const PATROL = "patrol_robot";
/** A loop of its own: at 0.3 m/s its damping takes 3 of the wheel's 15 N·m. */
const SERVO = { stiffness: 100, damping: 1, acceleration: 3 };
const ward = readWard(DEFAULT_RESIDENT, `${MODELS}/care-ward.sdf`);

/** A walker robot on whose handles `load` kg hang. */
function laden(model: Model, load: number): Model {
  const links = model.links.map((link) =>
    link.name.endsWith("_handle") && link.inertial
      ? {
          ...link,
          inertial: { ...link.inertial, mass: (link.inertial.mass + load / 2) as typeof link.inertial.mass },
        }
      : link,
  );
  return { ...model, links };
}

/** The building with nothing in it but a robot, at a place on the floor and the way it faces. */
function begin(robot: string, [x, y, yaw]: readonly [number, number, number], load = 0): Scene {
  const models = ward.models.flatMap((model): Model[] => {
    if (model.name === "building") return [model];
    if (model.name !== robot) return [];
    return [{ ...laden(model, load), pose: { position: [x, y, 0], rotation: fromRollPitchYaw(0, 0, yaw) } }];
  });
  return { ...ward, models };
}

/** Drives straight on at 0.3 m/s for so long; where base_link is then, m. */
function drive(scene: Scene, duration: number): readonly [number, number, number] {
  const robot = scene.models.at(-1)?.name ?? "";
  const drives = (scene.models.at(-1)?.joints ?? []).flatMap(({ name, axes: [axis] }): Drive[] =>
    axis !== undefined && name.endsWith("_wheel_joint")
      ? [{ ...axis, ...SERVO, joint: name, speed: axis.velocity }]
      : [],
  );
  expect(drives).toHaveLength(2);
  const sim = new Simulation(
    engine,
    toMjcf(
      scene,
      drives.map((one) => motorOf(one, axisName(robot, one.joint))),
    ),
  );
  const bank = createDrives(drives);
  const addresses = drives.map((one) => sim.address(axisName(robot, one.joint)).position);
  const at = 3 * sim.index("mjOBJ_BODY", `${robot}/base_link`);
  bank.reset(addresses.map(() => 0));
  while (sim.time < duration) {
    const now = seconds(sim.time);
    const { qpos, ctrl } = sim.views();
    bank.command([0.3 / 0.1, 0.3 / 0.1], now);
    bank.step(
      now,
      scene.step,
      addresses.map((address) => qpos[address] ?? NaN),
      ctrl,
      0,
    );
    sim.step();
  }
  sim.assertStable();
  const [x = NaN, y = NaN, z = NaN] = sim.views().xpos.subarray(at, at + 3);
  sim.delete();
  return [x, y, z];
}

const { corridor, toilet } = PLAN;

test.each([WALKER, PATROL])("%s climbs the ramp and stands on the landing", (robot) => {
  const [x, , z] = drive(begin(robot, [corridor.levelEnd - 0.8, 1.2, 0]), 10);
  expect(x).toBeGreaterThan(corridor.rampEnd);
  expect(z).toBeGreaterThan(0.145);
});

test("the walker robot with 25 kg on its handles, as ISO 11199-2 loads a rollator, it gets over the toilet's threshold of 2 cm", () => {
  const [, y] = drive(begin(WALKER, [toilet.door.x, 0.9, -Math.PI / 2], 25), 6);
  expect(y).toBeLessThan(-0.3);
});

test("the patrol robot gets over the toilet's threshold by itself", () => {
  const [, y] = drive(begin(PATROL, [toilet.door.x, 0.9, -Math.PI / 2]), 6);
  expect(y).toBeLessThan(-0.3);
});

test("the walker robot stands on slopes of 15° forwards, 7° back and 3.5° aside with 25 kg on its raised handles", () => {
  const model = laden(readModel(WALKER), 25);
  const poses = linkPoses(model, { handle_height_joint: 0.22 });
  let [mass, x, z] = [0, 0, 0];
  for (const { name, inertial } of model.links) {
    const pose = poses.get(name);
    if (pose === undefined || inertial === undefined) throw new Error(name);
    const [cx, , cz] = rotate(pose.rotation, inertial.centre);
    mass += inertial.mass;
    x += inertial.mass * (pose.position[0] + cx);
    z += inertial.mass * (pose.position[2] + cz);
  }
  const castor = model.links[0]?.collisions.find(({ name }) => name === "left_castor")?.pose.position ?? [
    NaN,
    NaN,
  ];
  const degrees = (reach: number) => (Math.atan2(reach, z / mass) * 180) / Math.PI;
  expect(degrees(castor[0] - x / mass)).toBeGreaterThan(15);
  expect(degrees(x / mass)).toBeGreaterThan(7);
  expect(degrees(castor[1])).toBeGreaterThan(3.5);
});
