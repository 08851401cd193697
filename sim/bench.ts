// How fast the world is: simulated seconds with every sensor but the camera, bare physics of the very same motion, and a picture.
import { seconds, type Seconds } from "../core/units.ts";
import { wardCamera, type WardCamera } from "./camera/ward-camera.ts";
import type { Engine } from "./mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "./resident/parameters.ts";
import { lidar } from "./sensors/lidar.ts";
import { proprioception } from "./sensors/proprioception.ts";
import { truth } from "./sensors/truth.ts";
import { createWorld, TICK } from "./world.ts";

export interface SimBench {
  /** Runs so long a time of the whole world: drives, resident, physics and every message of its sensors. */
  world(duration: Seconds): void;
  /** Steps a second world of the same model through what `world` last ran, told the same motor commands: mj_step alone. */
  bare(): void;
  /** Whether both are in the same state, bit for bit: then the same physics was done. */
  agree(): boolean;
  /** Draws the ward's camera's picture of how the world is now. The first one takes a second more. */
  picture(): void;
  delete(): void;
}

/** The caller holds the clock. The robot drives up to the resident, who leans forward. */
export function simBench(engine: Engine): SimBench {
  const full = createWorld(engine, DEFAULT_RESIDENT);
  const body = proprioception(full);
  const scanner = lidar(full);
  const known = truth(full);
  const scanEvery = Math.round(1 / (scanner.rate * TICK));
  const plain = createWorld(engine, DEFAULT_RESIDENT);
  const { model, data } = plain.sim;
  const told: Float64Array[] = [];
  let camera: WardCamera | undefined;
  const step = full.sim.step.bind(full.sim);
  full.sim.step = () => {
    told.push(full.sim.views().ctrl.slice());
    step();
  };
  full.prompt("ready");
  return {
    world(duration) {
      told.length = 0;
      for (let tick = 0; tick < duration / TICK; tick++) {
        full.command({ forward: 0.05, turn: 0, joints: { lift_joint: 0.01 } });
        full.tick();
        body.advance(TICK);
        const moment = full.time();
        const stamp = { sec: Math.floor(moment), nanosec: 0 };
        body.joints(stamp);
        body.odometry(stamp);
        body.imu(stamp);
        body.wrench("left", stamp);
        body.wrench("right", stamp);
        known.linkPoses(stamp);
        if (tick % scanEvery === 0) scanner.scan(stamp);
        if (tick % TRUTH_EVERY !== 0) continue;
        known.person(stamp);
        known.world(stamp, seconds(0));
      }
    },
    bare() {
      const { ctrl } = plain.sim.views();
      for (const commands of told) {
        ctrl.set(commands);
        engine.mj_step(model, data);
      }
    },
    agree() {
      const [ours, theirs] = [full.sim.views(), plain.sim.views()];
      return full.sim.time === plain.sim.time && ours.qpos.every((value, i) => value === theirs.qpos[i]);
    },
    picture() {
      camera ??= wardCamera(full.scene, full.resident);
      camera.draw(known.linkPoses({ sec: 0, nanosec: 0 }));
    },
    delete() {
      full.delete();
      plain.delete();
    },
  };
}

/** Truth is published at 20 Hz, every fifth tick. */
const TRUTH_EVERY = 5;
