// People who pass: bodies of capsules that are moved along a path at walking speed, seen by lidar and solid to the touch.
import type { Vec3 } from "../../core/frames.ts";
import { LENGTH } from "../../core/body/segments.ts";
import { metres, seconds, type Metres, type Seconds } from "../../core/units.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { Collision, Link, Model, Rgba, Scene } from "../sdf/model.ts";
import { compose, fromRollPitchYaw, IDENTITY } from "../sdf/pose.ts";

export interface Bystander {
  readonly name: string;
  readonly stature: Metres;
  /** m/s */
  readonly speed: number;
  /** Corners of the way, m; they walk it to its end and stay there. At least one. */
  readonly path: readonly (readonly [x: number, y: number])[];
  /** They stand at the beginning of it until then, s. */
  readonly from?: number;
}

/** Radii of capsules, share of stature: sim/resident/shapes.ts. */
const RADIUS = { thigh: 0.05, trunk: 0.085, head: 0.055, arm: 0.026 } as const;
const COAT: Rgba = [0.9, 0.9, 0.92, 1];
const TROUSERS: Rgba = [0.25, 0.28, 0.34, 1];
const SKIN: Rgba = [0.86, 0.66, 0.54, 1];
/** A leg's swing to each side for each m of step, at most, rad; and a step's length, share of stature [D]. */
const STEP = 0.36;
const MOST_SWING = 0.5;

interface Part {
  readonly name: string;
  readonly radius: number;
  /** From top to bottom of the capsule about its joint, m. */
  readonly length: number;
  readonly at: Vec3;
  readonly colour: Rgba;
  /** Swings with this sign; the trunk does not. */
  readonly swings: 0 | 1 | -1;
}

const partsOf = (h: number): readonly Part[] => {
  const hip = (LENGTH.ankleHeight + LENGTH.shank + LENGTH.thigh) * h;
  const shoulder = hip + LENGTH.trunk * h;
  const sides = [
    ["left", 1],
    ["right", -1],
  ] as const;
  return [
    {
      name: "trunk",
      radius: RADIUS.trunk * h,
      length: LENGTH.trunk * h,
      at: [0, 0, shoulder],
      colour: COAT,
      swings: 0,
    },
    { name: "head", radius: RADIUS.head * h, length: 0.13 * h, at: [0, 0, h], colour: SKIN, swings: 0 },
    ...sides.flatMap(([side, sign]): Part[] => [
      {
        name: `${side}_leg`,
        radius: RADIUS.thigh * h,
        length: hip,
        at: [0, sign * LENGTH.hipHalfBreadth * h, hip],
        colour: TROUSERS,
        swings: sign,
      },
      {
        name: `${side}_arm`,
        radius: RADIUS.arm * h,
        length: (LENGTH.upperArm + LENGTH.forearm + LENGTH.hand) * h,
        at: [0, sign * LENGTH.shoulderHalfBreadth * 1.15 * h, shoulder],
        colour: COAT,
        swings: sign === 1 ? -1 : 1,
      },
    ]),
  ];
};

function linkOf({ name, radius, length, at, colour }: Part): Link {
  const pose = { ...IDENTITY, position: [0, 0, -length / 2] as const };
  const shape = { kind: "capsule", radius: metres(radius), length: metres(length - 2 * radius) } as const;
  const solid: Collision = { name, pose, shape, friction: 0.6, softness: undefined };
  return {
    name,
    pose: { ...IDENTITY, position: at },
    inertial: undefined,
    collisions: [solid],
    visuals: [{ name: `${name}_visual`, pose, shape, colour }],
    sensors: [],
  };
}

const modelOf = ({ name, stature, path: [start = [0, 0]] }: Bystander): Model => ({
  name,
  pose: { ...IDENTITY, position: [start[0], start[1], 0] },
  fixed: true,
  posed: true,
  selfCollide: false,
  links: partsOf(stature).map(linkOf),
  joints: [],
});

/** Any scene with these people in it; `moveBystanders` walks them once it runs. */
export const withBystanders = (scene: Scene, people: readonly Bystander[]): Scene => ({
  ...scene,
  models: [...scene.models, ...people.map(modelOf)],
});

/** What walks them in the world made of that scene: to be told the time once a tick. */
export function moveBystanders(sim: Simulation, people: readonly Bystander[]): (now: Seconds) => void {
  const movers = people.map((one) => moverOf(sim, one));
  const move = (now: Seconds) => {
    for (const mover of movers) mover(now);
  };
  move(seconds(0));
  return move;
}

function moverOf(sim: Simulation, person: Bystander): (now: Seconds) => void {
  const parts = partsOf(person.stature).map((part) => ({
    ...part,
    mocap: sim.model.body_mocapid[sim.index("mjOBJ_BODY", bodyName(person.name, part.name))] ?? -1,
  }));
  return (now) => {
    const gone = Math.max(0, now - (person.from ?? 0)) * person.speed;
    const { x, y, yaw, moving } = placeOn(person.path, gone);
    const step = STEP * person.stature;
    const swing = moving
      ? Math.min(MOST_SWING, step / (0.98 * person.stature)) * Math.cos((Math.PI * gone) / step)
      : 0;
    for (const { mocap, at, swings } of parts) {
      const turned = fromRollPitchYaw(0, swings * swing, 0);
      const pose = compose(
        { position: [x, y, 0], rotation: fromRollPitchYaw(0, 0, yaw) },
        { position: at, rotation: turned },
      );
      const [qx, qy, qz, qw] = pose.rotation;
      sim.data.mocap_pos.set(pose.position, 3 * mocap);
      sim.data.mocap_quat.set([qw, qx, qy, qz], 4 * mocap);
    }
  };
}

/** Where one is who has gone so far along a path, m, and where they face. */
function placeOn(path: Bystander["path"], gone: number) {
  let left = gone;
  let yaw = 0;
  for (const [i, [x, y]] of path.entries()) {
    const next = path[i + 1];
    if (next === undefined) return { x, y, yaw, moving: false };
    const [dx, dy] = [next[0] - x, next[1] - y];
    const length = Math.hypot(dx, dy);
    yaw = Math.atan2(dy, dx);
    if (left < length) return { x: x + (dx * left) / length, y: y + (dy * left) / length, yaw, moving: true };
    left -= length;
  }
  throw new Error("bystander: expected a path of at least one corner");
}
