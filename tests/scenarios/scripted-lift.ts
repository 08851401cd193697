// A robot on rails: the whole rise driven from the simulator's truth, to test resident and path without perception.
import { leanPath, leanYield, CRADLE, FEEL_SPEED, risePath, type PadPath } from "../../planner/lift-path.ts";
import { armTravel } from "../../planner/stand-up/aim.ts";
import { metres, radians, seconds, type Metres } from "../../core/units.ts";
import type { Engine } from "../../sim/mujoco/engine.ts";
import type { ResidentParameters } from "../../sim/resident/parameters.ts";
import { createWorld, TICK, type World } from "../../sim/world.ts";

export interface Ride {
  readonly world: World;
  /** The pelvis as a share of its standing height. */
  pelvis(): number;
  /** Raises the person up to this share of the rise; 1 is all. */
  lift(upTo: number): void;
  /** Sends zero velocities for so long, s. */
  hold(duration: number): void;
  /** Takes the pads back along the way they came, at three quarters of the speed, and tells the person to sit down. */
  lower(): void;
  /** Takes the pads away downwards as fast as the lift goes. */
  drop(): void;
  /** Sinks the pads out of the armpits, backs off, and waits. */
  release(): void;
  readonly peak: () => Peak;
}
interface Peak {
  /** Of body weight. */
  readonly support: number;
  /** Largest unintended force, N, by "link on region". */
  readonly unintended: Readonly<Record<string, number>>;
  /** Mean while rising, of body weight. */
  readonly carried: number;
  /** rad */
  readonly tilt: number;
}

const GAIN = 3;
/** No gate smooths commands here, so the pads may yield four times as quickly as the planner lets them. */
const QUICK = 4;
/** Of the speed it went up: 0.095 m/s up is 0.07 m/s down, below the cap of 0.08 (DOMAIN §7). */
const LOWERING = 0.75;

/** Robot and resident face each other along x, as the ward puts them. */
export function ride(engine: Engine, resident: ResidentParameters): Ride {
  const world = createWorld(engine, resident);
  const { sim } = world;
  const body = (name: string) => sim.index("mjOBJ_BODY", name);
  const [pelvis, thorax, arm] = [
    body("resident/pelvis"),
    body("resident/thorax"),
    body("transfer_robot/left_arm"),
  ];
  const shoulders = [body("resident/left_upper_arm"), body("resident/right_upper_arm")];
  const base = body("transfer_robot/base_link");
  const armJoint = sim.address("transfer_robot/left_arm_joint").position;
  const coordinate = (id: number, axis: 0 | 1 | 2) => sim.views().xpos[3 * id + axis] ?? NaN;
  const shoulder = (axis: 0 | 2) => shoulders.reduce((sum, id) => sum + coordinate(id, axis) / 2, 0);
  const cradle = () => coordinate(base, 0) - CRADLE.reach;
  const padHeight = () => coordinate(arm, 2);
  const weight = resident.bodyMass * 9.81;
  const support = () => world.touched().padForce / weight;
  const lean = () => radians(pitch(sim.views().xquat, thorax));
  let [peakSupport, peakTilt, carried, ticks] = [0, 0, 0, 0];
  const unintended: Record<string, number> = {};

  function tick(forward: number, lift: number, arms = 0): void {
    world.command({
      forward,
      turn: 0,
      joints: { lift_joint: lift, left_arm_joint: arms, right_arm_joint: arms },
    });
    world.tick();
    peakSupport = Math.max(peakSupport, support());
    peakTilt = Math.max(peakTilt, Math.abs(roll(sim.views().xquat, thorax)));
    for (const touch of world.touched().contacts.filter((one) => one.unintended)) {
      const key = `${touch.link} on ${touch.region}`;
      unintended[key] = Math.max(unintended[key] ?? 0, touch.force);
    }
  }
  /** Velocities towards a cradle place and height; the robot faces -x. */
  const towards = (x: number, z: number, vx = 0, vz = 0, arms = 0) =>
    tick(clamp(-(vx + GAIN * (x - cradle())), 0.15), clamp(vz + GAIN * (z - padHeight()), 0.1), arms);

  function approach(): void {
    const bearing = 0.026 * resident.stature + 0.03;
    const travel = armTravel(resident.stature, resident.bodyMass);
    world.prompt("ready");
    for (let i = 0; i < 3000; i++) {
      const [x, z] = [shoulder(0), shoulder(2) - bearing - CRADLE.entry];
      if (i > 200 && Math.hypot(x - cradle(), z - padHeight()) < 0.01) return;
      towards(x, z, 0, 0, clamp(GAIN * (travel - (sim.views().qpos[armJoint] ?? NaN)), 0.05));
    }
    throw new Error("the pads never came under the armpits");
  }

  /** Parts of the way already gone, to go back along. */
  const gone: {
    readonly path: PadPath;
    readonly x: number;
    readonly z: number;
    readonly upTo: number;
    readonly yields: boolean;
  }[] = [];

  function follow(path: PadPath, upTo: number, yields: boolean): void {
    const [x, z] = [cradle(), padHeight()];
    let give: Metres = metres(0);
    for (let t = 0; t < path.duration * upTo + (upTo < 1 ? 0 : 0.6); t += TICK) {
      const aim = path.at(t / path.duration);
      if (!yields) [carried, ticks] = [carried + support(), ticks + 1];
      if (yields) give = leanYield(give, support(), seconds(QUICK * TICK));
      towards(x + aim.back, z + aim.up + give, aim.backRate, aim.upRate);
    }
    gone.push({ path, x, z: z + give, upTo, yields });
  }

  function goBack(): void {
    for (const { path, x, z, upTo, yields } of gone.toReversed()) {
      const duration = path.duration / LOWERING;
      let give: Metres = metres(0);
      for (let t = upTo * duration; t > 0; t -= TICK) {
        const aim = path.at(t / duration);
        if (yields) give = leanYield(give, support(), seconds(QUICK * TICK));
        towards(x + aim.back, z + aim.up + give, -LOWERING * aim.backRate, -LOWERING * aim.upRate);
      }
    }
  }

  return {
    world,
    pelvis: () => coordinate(pelvis, 2) / (0.53 * resident.stature),
    lift(upTo) {
      const hips = coordinate(pelvis, 0);
      approach();
      for (let i = 0; i < 900 && support() * weight < 30; i++) tick(0, FEEL_SPEED);
      world.prompt("lean");
      follow(leanPath(resident.stature, lean()), 1, true);
      world.prompt("stand");
      const forwardOfHips = metres(cradle() - hips);
      const begin = {
        stature: resident.stature,
        padHeight: metres(padHeight()),
        forwardOfHips,
        wanted: seconds(0),
      };
      follow(risePath(begin), upTo, false);
    },
    hold(duration) {
      for (let t = 0; t < duration; t += TICK) tick(0, 0);
    },
    lower() {
      world.prompt("sit");
      goBack();
    },
    drop() {
      for (let t = 0; t < 2.5; t += TICK) tick(0, -0.1);
    },
    release() {
      for (let t = 0; t < 2; t += TICK) tick(0, 0);
      world.prompt("free");
      for (let t = 0; t < 1; t += TICK) tick(0, 0);
      for (let t = 0; t < 3.3; t += TICK) tick(0, -0.03);
      for (let t = 0; t < 6; t += TICK) tick(-0.1, 0);
      for (let t = 0; t < 6; t += TICK) tick(0, 0);
    },
    peak: () => ({ support: peakSupport, unintended, carried: carried / ticks, tilt: peakTilt }),
  };
}

/** Runs a resident who tries without the robot; the highest the pelvis got, and where it ended, of standing height. */
export function alone(engine: Engine, resident: ResidentParameters, duration: number) {
  const world = createWorld(engine, resident);
  const pelvis = world.sim.index("mjOBJ_BODY", "resident/pelvis");
  const height = () => (world.sim.views().xpos[3 * pelvis + 2] ?? NaN) / (0.53 * resident.stature);
  world.prompt("stand");
  let highest = 0;
  for (let t = 0; t < duration; t += TICK) {
    world.tick();
    highest = Math.max(highest, height());
  }
  const result = { highest, end: height() };
  world.delete();
  return result;
}

const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value));

function pitch(xquat: Float64Array, id: number): number {
  const [w = 1, x = 0, y = 0, z = 0] = xquat.subarray(4 * id, 4 * id + 4);
  return Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y));
}
function roll(xquat: Float64Array, id: number): number {
  const [w = 1, x = 0, y = 0, z = 0] = xquat.subarray(4 * id, 4 * id + 4);
  return Math.atan2(2 * (y * z - w * x), 1 - 2 * (x * x + y * y));
}
