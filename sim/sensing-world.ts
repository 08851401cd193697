// A world with its sensors and its story: each tick, all that is due then is said.
import type { BatteryState, EstopState, LinkPoses, Person, WorldTruth } from "../core/messages.ts";
import { stampOf } from "../core/time.ts";
import { seconds, type Seconds } from "../core/units.ts";
import type { Faults } from "./faults.ts";
import { remembering } from "./moments/story.ts";
import type { Engine } from "./mujoco/engine.ts";
import type { ResidentParameters } from "./resident/parameters.ts";
import { battery } from "./sensors/battery.ts";
import { BED_RATE, bedIn, bedPressure } from "./sensors/bed-pressure.ts";
import { lidar } from "./sensors/lidar.ts";
import type { SensorLines } from "./sensors/lines.ts";
import { proprioception } from "./sensors/proprioception.ts";
import { bodyContacts } from "./sensors/skin.ts";
import { truth } from "./sensors/truth.ts";
import { createWorld, TICK, type Setting } from "./world.ts";

/** Every how many ticks of 10 ms: the e-stop at 50 Hz, truth at 20 Hz, battery and bed at 10 Hz. */
const EVERY = { estop: 2, truth: 5, battery: 10, bed: Math.round(1 / (BED_RATE * TICK)) } as const;

/** m/s of a lift whose drive does not stop: slower than any limit of speed notices. */
const RUNAWAY = -0.03;

/** A world with its sensors, begun at `origin` of the node's clock; `lines` are those that its sensors speak on. */
export const beginSensing = (
  engine: Engine,
  resident: ResidentParameters,
  setting: Setting,
  origin: Seconds,
  lines: SensorLines,
) => {
  const { world, story } = remembering(createWorld(engine, resident, setting));
  const scanner = lidar(world);
  const bed = bedIn(world.scene);
  return {
    world,
    story,
    origin,
    lines,
    scanner,
    scanEvery: Math.round(1 / (scanner.rate * TICK)),
    body: proprioception(world),
    battery: battery(world),
    bed: bed === undefined ? undefined : bedPressure(world.sim, world.scene, bed),
    known: truth(world),
    ticks: 0,
  };
};
export type SensingWorld = ReturnType<typeof beginSensing>;

/** What is said beside the lines of the sensors. */
interface Says {
  readonly estop: (message: EstopState) => void;
  readonly battery: (message: BatteryState) => void;
  readonly linkPoses: (message: LinkPoses) => void;
  readonly truePerson: (message: Person) => void;
  readonly truth: (message: WorldTruth) => void;
}

/** `slip`: how far the world has fallen behind real time, in all. */
export function tickAndTell(run: SensingWorld, faults: Faults, says: Says, slip: Seconds): void {
  const { lines } = run;
  if (faults.power) run.world.brake();
  run.world.runAway("lift_joint", faults.runaway ? RUNAWAY : undefined);
  run.story.faults(faults);
  run.world.tick();
  run.ticks += 1;
  run.body.slip(lines.wheels());
  run.body.advance(TICK);
  run.battery.advance(TICK, faults);
  const moment = seconds(run.origin + run.world.time());
  const stamp = stampOf(moment);
  lines.flush(moment);
  lines.joints(run.body.joints(stamp));
  lines.odometry(run.body.odometry(stamp));
  lines.imu(run.body.imu(stamp));
  lines.left(run.body.wrench("left", stamp));
  lines.right(run.body.wrench("right", stamp));
  const header = { stamp, frame_id: "map" };
  lines.contacts({ header, contacts: bodyContacts(run.world.touched()) });
  says.linkPoses(run.known.linkPoses(stamp));
  if (run.ticks % EVERY.estop === 0) says.estop({ header, pressed: faults.estop });
  if (run.ticks % EVERY.battery === 0) says.battery(run.battery.tell(stamp));
  if (run.ticks % run.scanEvery === 0) lines.scan(run.scanner.scan(stamp));
  if (run.bed && run.ticks % EVERY.bed === 0) lines.bed(run.bed.read(stamp));
  if (run.ticks % EVERY.truth !== 0) return;
  says.truePerson(run.known.person(stamp));
  says.truth(run.known.world(stamp, slip));
}
