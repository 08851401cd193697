// The simulated ward: robot, resident and room stepped together; commands in, everything measured out.
import { WHEEL } from "../core/motion/wheel-odometry.ts";
import { milliseconds, seconds, type Newtons, type Seconds } from "../core/units.ts";
import { contactReader, type Touched } from "./contacts.ts";
import { createDrives, drivesOf, motorOf, type Drive } from "./mujoco/drives.ts";
import type { Engine } from "./mujoco/engine.ts";
import { axisName, toMjcf } from "./mujoco/mjcf.ts";
import { Simulation } from "./mujoco/simulation.ts";
import { bodyMotors } from "./resident/muscles.ts";
import { connect } from "./resident/nerves.ts";
import type { ResidentParameters } from "./resident/parameters.ts";
import { postureModel } from "./resident/posture.ts";
import { createResident, type Will } from "./resident/will.ts";
import type { Scene } from "./sdf/model.ts";
import { moveBystanders, withBystanders, type Bystander } from "./walking/bystanders.ts";
import { passedReader } from "./walking/passed.ts";
import { chairSeat, readWard } from "./ward.ts";

/** The world's tick: sensors are read, and the resident acts, once in this time. */
export const TICK = milliseconds(10);
export const ROBOT = "transfer_robot";

const WARNINGS_EVERY = 10;
/** m, the way that the chair's back leads */
const PULLED = 1;

/** Velocities for the robot: base in m/s and rad/s, joints by name in m/s. */
interface Command {
  readonly forward: number;
  readonly turn: number;
  readonly joints: Readonly<Record<string, number>>;
}

export interface World {
  readonly scene: Scene;
  readonly sim: Simulation;
  readonly drives: readonly Drive[];
  readonly resident: ResidentParameters;
  /** Simulated time since the beginning. */
  time(): Seconds;
  /** A command that was given at `at` of `time()`, now where it is left out; none is heard before it was given. */
  command(command: Command, at?: Seconds): void;
  /** The robot's brakes fall in: it comes to rest and holds until it is commanded anew. */
  brake(): void;
  /** A drive that is broken: `DriveBank.runAway`. */
  runAway(joint: string, velocity: number | undefined): void;
  prompt(will: Will): void;
  /** Pulls the resident's chair away from under them, or puts it back. */
  pullChair(away: boolean): void;
  /** Advances by one tick. Throws when the physics is unstable. */
  tick(): void;
  /** Contacts at the end of the last tick. */
  touched(): Touched;
  /** The largest force of the robot on somebody who passes, at the end of the last tick. */
  passed(): Newtons;
  delete(): void;
}

/** What a world is made of, beside its resident. */
export interface Setting {
  /** An SDF file in place of the ward. */
  readonly file?: string | undefined;
  /** Who passes through. */
  readonly passers?: readonly Bystander[] | undefined;
  /** What is otherwise than in the file. */
  readonly furnish?: ((scene: Scene) => Scene) | undefined;
  /** The resident stands before the chair, on their own feet, and hears only that they should sit down. */
  readonly stands?: boolean | undefined;
}

/** A world at its beginning. Throws one clear error when its file is broken. */
export function createWorld(
  engine: Engine,
  resident: ResidentParameters,
  { file, passers = [], furnish = (scene) => scene, stands = false }: Setting = {},
): World {
  const scene = withBystanders(furnish(readWard(resident, file)), passers);
  const seat = chairSeat(scene);
  const robot = scene.models.find((model) => model.name === ROBOT);
  if (!robot) throw new Error(`${scene.name}: expected a model "${ROBOT}"`);
  const drives = drivesOf(robot.joints.flatMap((j) => (j.axes[0] ? [{ name: j.name, ...j.axes[0] }] : [])));
  const muscles = bodyMotors(resident, seat.height, (joint, index) => axisName("resident", joint, index));
  const motors = [...drives.map((drive) => motorOf(drive, axisName(ROBOT, drive.joint))), ...muscles];
  const sim = new Simulation(engine, toMjcf(scene, motors));
  const model = postureModel(resident, seat.height);
  const stiffness = muscles.map((muscle) => muscle.stiffness);
  const nerves = connect(sim, resident, model, drives.length, stiffness);
  const person = createResident(resident, model, seat.height, stands);
  const bank = createDrives(drives);
  const addresses = drives.map((drive) => sim.address(axisName(ROBOT, drive.joint)).position);
  const positions = new Array<number>(drives.length).fill(0);
  const readContacts = contactReader(sim, scene);
  const pass = moveBystanders(sim, passers);
  const readPassed = passedReader(sim, scene, ROBOT, passers);
  const substeps = Math.round(TICK / scene.step);
  const time = () => seconds(sim.time);

  if (stands) nerves.stand(nerves.feetBefore(seat), 0);
  else nerves.sit(seat);
  sim.forward();
  bank.reset(positions);
  let touched = readContacts();
  let passed = readPassed();
  let ticks = 0;
  return {
    scene,
    sim,
    drives,
    resident,
    time,
    command({ forward, turn, joints }, at = time()) {
      const wheel = (side: number) => (forward + (side * turn * WHEEL.separation) / 2) / WHEEL.radius;
      const wheels: Readonly<Record<string, number>> = {
        left_wheel_joint: wheel(-1),
        right_wheel_joint: wheel(1),
      };
      bank.command(
        drives.map((drive) => wheels[drive.joint] ?? joints[drive.joint] ?? 0),
        seconds(Math.min(at, time())),
      );
    },
    brake: () => bank.brake(),
    runAway: (joint, velocity) => bank.runAway(joint, velocity),
    prompt: (will) => person.intend(will, time()),
    pullChair(away) {
      const [x, y, z] = seat.stands;
      sim.place(seat.body, away ? [x - PULLED, y, z] : seat.stands);
    },
    tick() {
      const before = sim.time;
      pass(time());
      nerves.act(person.step(time(), TICK, nerves.feel(TICK, touched.padForce)));
      for (let i = 0; i < substeps; i++) {
        const { qpos, ctrl } = sim.views();
        addresses.forEach((at, k) => (positions[k] = qpos[at] ?? NaN));
        bank.step(time(), scene.step, positions, ctrl, 0);
        sim.step();
      }
      ticks += 1;
      // An unstable world is reset by MuJoCo, and its time with it; lesser warnings are looked for ten times a second.
      if (!(sim.time > before) || ticks % WARNINGS_EVERY === 0) sim.assertStable();
      touched = readContacts();
      passed = readPassed();
    },
    touched: () => touched,
    passed: () => passed,
    delete: () => sim.delete(),
  };
}
