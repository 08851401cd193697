// Tells each muscle where to pull: an angle to follow, and the moment that carries weight and contact forces there.
import type { Vec3 } from "../../core/frames.ts";
import { axisName, bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { BODY_JOINTS, jointName } from "../resident/joints.ts";
import { DAMPING_TIME, MUSCLES } from "../resident/muscles.ts";
import { triple } from "./body.ts";

/** A force that something outside puts on a link, N in the world, at a point of the world. */
export interface Load {
  readonly link: string;
  readonly at: Vec3;
  readonly force: Vec3;
}

/** Nobody's joints are told to turn faster than this, rad/s: what looks faster is a jump of the target. */
const FASTEST = 9;
const GRAVITY = 9.81;

export interface MuscleDrive {
  /** Angles by muscle name, rad. A muscle that is left out keeps its last one. `loads` are what the muscles bear. */
  act(angles: Readonly<Record<string, number>>, loads: readonly Load[], period: number): void;
  /** Leaves each muscle this share of its strength. */
  tense(shareOf: (name: string) => number): void;
  /** The next angles begin a movement anew: their rates are not taken from those before. */
  forget(): void;
}

export function muscleDrive(
  sim: Simulation,
  model: string,
  firstMotor: number,
  stiffness: readonly number[],
): MuscleDrive {
  const joints = MUSCLES.map((m) => sim.index("mjOBJ_JOINT", axisName(model, jointName(m.link), m.index)));
  const bodies = MUSCLES.map((m) => sim.index("mjOBJ_BODY", bodyName(model, m.link)));
  const masses = bodies.map((body) => sim.model.body_subtreemass[body] ?? NaN);
  const strength = sim.views().effortRange.slice(2 * firstMotor, 2 * (firstMotor + MUSCLES.length));
  const before = new Map<string, number>();

  /** The moment about a muscle's axis of a force at a point, N·m. */
  function momentOf(muscle: number, at: Vec3, [fx, fy, fz]: Vec3): number {
    const { anchors, axes } = sim.views();
    const joint = joints[muscle] ?? -1;
    const [ox, oy, oz] = triple(anchors, joint);
    const [x, y, z] = [at[0] - ox, at[1] - oy, at[2] - oz];
    const [ax, ay, az] = triple(axes, joint);
    return ax * (y * fz - z * fy) + ay * (z * fx - x * fz) + az * (x * fy - y * fx);
  }

  function carried(muscle: number, loads: readonly Load[]): number {
    const weight: Vec3 = [0, 0, -GRAVITY * (masses[muscle] ?? NaN)];
    let moment = -momentOf(muscle, triple(sim.views().centre, bodies[muscle] ?? -1), weight);
    for (const { link, at, force } of loads)
      if (bears(MUSCLES[muscle]?.link ?? "", link)) moment -= momentOf(muscle, at, force);
    return moment;
  }

  return {
    forget: () => before.clear(),
    act(angles, loads, period) {
      const { ctrl } = sim.views();
      MUSCLES.forEach(({ name }, i) => {
        const last = before.get(name);
        const angle = angles[name] ?? last ?? 0;
        const rate = last === undefined ? 0 : (angle - last) / period;
        before.set(name, angle);
        const held = Math.max(-FASTEST, Math.min(FASTEST, rate));
        ctrl[firstMotor + i] = angle + DAMPING_TIME * held + carried(i, loads) / (stiffness[i] ?? 1);
      });
    },
    tense(shareOf) {
      const { effortRange } = sim.views();
      MUSCLES.forEach(({ name }, i) => {
        const share = shareOf(name);
        for (const end of [2 * i, 2 * i + 1])
          effortRange[2 * firstMotor + end] = (strength[end] ?? NaN) * share;
      });
    },
  };
}

const PARENTS = new Map(BODY_JOINTS.map(({ parent, child }) => [child, parent]));

/** Whether what pulls on `link` pulls on the joint that moves `ancestor`. */
function bears(ancestor: string, link: string): boolean {
  for (let at: string | undefined = link; at !== undefined; at = PARENTS.get(at))
    if (at === ancestor) return true;
  return false;
}
