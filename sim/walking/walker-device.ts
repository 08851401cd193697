// The walker robot in a running world: its wheels, its brakes, what its handles feel, and what its user lidar sees.
import type { Vec3 } from "../../core/frames.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { BRAKES, WALKER } from "../generator/dimensions.ts";
import { brakesOf } from "../mujoco/brakes.ts";
import { WHEELS, wheelSpeeds } from "../mobile-base.ts";
import { createDrives, type Drive } from "../mujoco/drives.ts";
import { axisName, bodyName } from "../mujoco/mjcf.ts";
import { raycaster } from "../mujoco/rays.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { Model } from "../sdf/model.ts";
import { rotate } from "../sdf/pose.ts";

export const WALKER_MODEL = "walker_robot";
export const HANDLES = ["left_handle", "right_handle"] as const;
const HEIGHT = "handle_height_joint";

/** What a hand does to a handle, in the handle's frame: N and N·m about its sensor. */
export interface HandleWrench {
  readonly force: Vec3;
  readonly torque: Vec3;
}

export interface WalkerDevice {
  /** Velocities heard now: m/s and rad/s. Opens the brakes. */
  command(forward: number, turn: number, now: Seconds): void;
  /** Sets the brakes on both wheels. */
  brake(): void;
  /** Before each physics step. */
  drive(now: Seconds, step: Seconds): void;
  /** Left and right. */
  wrenches(): readonly [HandleWrench, HandleWrench];
  /** Middle of each grip in the world, m. */
  grips(): readonly [Vec3, Vec3];
  /** Of `user_lidar`, m; infinite where nothing is seen. */
  userScan(): { readonly angles: readonly number[]; readonly ranges: readonly number[] };
  /** base_link in the world: m, and where it faces, rad; and how fast its wheels roll, m/s and rad/s. */
  base(): { readonly x: number; readonly y: number; readonly yaw: number };
  odometry(): { readonly forward: number; readonly turn: number };
  readonly braked: boolean;
}

/** `firstMotor`: where the wheels' motors begin. `handles`: how high the grips are set above their lowest, m. */
export function walkerDevice(
  sim: Simulation,
  model: Model,
  drives: readonly Drive[],
  firstMotor: number,
  handles: number,
): WalkerDevice {
  const bank = createDrives(drives);
  const places = WHEELS.map((name) => sim.address(axisName(WALKER_MODEL, name)));
  const positions = () => places.map(({ position }) => sim.views().qpos[position] ?? NaN);
  const brakes = brakesOf(sim, WALKER_MODEL, [...WHEELS], BRAKES.walker);
  const [base, ...hands] = ["base_link", ...HANDLES].map((link) =>
    sim.index("mjOBJ_BODY", bodyName(WALKER_MODEL, link)),
  );
  const sensors = HANDLES.map((name) => ({
    force: sim.sensor(`${WALKER_MODEL}/${name}_force_torque/force`),
    torque: sim.sensor(`${WALKER_MODEL}/${name}_force_torque/torque`),
    weight: 9.81 * (model.links.find((link) => link.name === name)?.inertial?.mass ?? 0),
  }));
  const lidar = model.links.flatMap((link) => link.sensors).find(({ name }) => name === "user_lidar");
  if (lidar?.kind !== "lidar") throw new Error(`${model.name}: expected a lidar "user_lidar"`);
  const step = (lidar.maxAngle - lidar.minAngle) / (lidar.samples - 1);
  const angles = Array.from({ length: lidar.samples }, (_, i) => lidar.minAngle + i * step);
  const cast = raycaster(
    sim,
    `${WALKER_MODEL}/user_lidar`,
    bodyName(WALKER_MODEL, "base_link"),
    angles,
    lidar.maxRange,
  );
  let braked = false;

  sim.views().qpos[sim.address(axisName(WALKER_MODEL, HEIGHT)).position] = handles;
  brakes.open();
  bank.reset(positions());

  const triple = (of: Float64Array, at: number): Vec3 => [
    of[at] ?? NaN,
    of[at + 1] ?? NaN,
    of[at + 2] ?? NaN,
  ];
  /** A point of a body in the world, and the body's own turn. */
  function inWorld(body: number, point: Vec3): Vec3 {
    const { xpos, xquat } = sim.views();
    const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(4 * body, 4 * body + 4);
    const [px, py, pz] = rotate([x, y, z, w], point);
    const [ox, oy, oz] = triple(xpos, 3 * body);
    return [ox + px, oy + py, oz + pz];
  }
  /** MuJoCo tells what the walker does to the handle, its weight in it; here is what the hand does, at rest. */
  function wrenchOf(i: 0 | 1): HandleWrench {
    const sensor = sensors[i];
    const values = sim.views().sensors;
    const [fx, fy, fz] = triple(values, sensor?.force ?? -1);
    const [tx, ty, tz] = triple(values, sensor?.torque ?? -1);
    return { force: [-fx, -fy, (sensor?.weight ?? NaN) - fz], torque: [-tx, -ty, -tz] };
  }
  const grip = (i: 0 | 1) => inWorld(hands[i] ?? -1, [-WALKER.gripLength / 2, 0, 0]);

  return {
    command(forward, turn, now) {
      if (braked) bank.reset(positions());
      braked = false;
      brakes.open();
      bank.command(wheelSpeeds(forward, turn), now);
    },
    brake() {
      braked = true;
      brakes.set();
      bank.brake();
    },
    drive: (now, period) => bank.step(now, seconds(period), positions(), sim.views().ctrl, firstMotor),
    wrenches: () => [wrenchOf(0), wrenchOf(1)],
    grips: () => [grip(0), grip(1)],
    userScan: () => ({
      angles,
      ranges: Array.from(cast(), (range) => (range < 0 ? Infinity : Math.max(range, lidar.minRange))),
    }),
    base() {
      const [x, y] = inWorld(base ?? -1, [0, 0, 0]);
      const [ax, ay] = inWorld(base ?? -1, [1, 0, 0]);
      return { x, y, yaw: Math.atan2(ay - y, ax - x) };
    },
    odometry() {
      const [left = NaN, right = NaN] = places.map(
        ({ velocity }) => WALKER.wheel * (sim.data.qvel[velocity] ?? NaN),
      );
      return { forward: (left + right) / 2, turn: (right - left) / WALKER.separation };
    },
    get braked() {
      return braked;
    },
  };
}
