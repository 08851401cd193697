// What a motion laboratory would measure of a person: trunk, hips, pelvis, margin of stability, and what is on the floor.
import type { Vec3 } from "../../core/frames.ts";
import { contains, hullOf, nearestOf, nowhere } from "../../core/motion/polygon.ts";
import { radians, type Radians, type Seconds } from "../../core/units.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { touchReader } from "../mujoco/touch.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { Scene } from "../sdf/model.ts";
import { rotate } from "../sdf/pose.ts";

/** One moment. A velocity is that of the moment before, so that at the first touch it is the speed of the impact. */
export interface Sample {
  readonly time: Seconds;
  /** The hip joints' height, m, and as a share of what it is in standing. */
  readonly pelvisHeight: number;
  readonly stance: number;
  /** The pelvis's vertical velocity, m/s. */
  readonly pelvisUp: number;
  /** Mid hip to mid shoulder against the vertical, rad: forward positive, and to any side. */
  readonly trunkLean: Radians;
  readonly trunkTilt: Radians;
  /** Mean hip flexion, rad. */
  readonly hipFlexion: Radians;
  /** From the extrapolated centre of mass to the edge of the base of support, m (Hof 2005); negative outside, or with no base. */
  readonly margin: number;
  /** The links other than feet that touch the floor. */
  readonly down: readonly string[];
}

/** A world with a person in it. */
interface Body {
  readonly sim: Simulation;
  readonly scene: Scene;
  readonly resident: ResidentParameters;
}

/** A sole's corner nearer to the floor than this carries, m. */
const ON_FLOOR = 0.015;
const GRAVITY = 9.81;

/** Reads a person's kinematics; to be asked once a tick, `period` apart. */
export function kinematics({ sim, scene, resident }: Body, period: Seconds): () => Sample {
  const body = (link: string) => sim.index("mjOBJ_BODY", bodyName("resident", link));
  const [pelvis, hips, shoulders] = [
    body("pelvis"),
    [body("left_thigh"), body("right_thigh")],
    [body("left_upper_arm"), body("right_upper_arm")],
  ] as const;
  const hipAxes = ["left", "right"].map((side) => sim.address(`resident/${side}_thigh_joint`).position);
  const root = sim.address("resident").velocity;
  const corners = soleCorners(scene).map(({ link, at }) => ({ body: body(link), at }));
  const touching = floorTouches(sim, scene);
  const standing = 0.53 * resident.stature;
  const found = nowhere();
  let before: Vec3 | undefined;
  let pelvisUp = 0;

  const at = (of: number): Vec3 => {
    const { xpos } = sim.views();
    return [xpos[3 * of] ?? NaN, xpos[3 * of + 1] ?? NaN, xpos[3 * of + 2] ?? NaN];
  };
  const middle = ([a, b]: readonly [number, number]): Vec3 => {
    const [p, q] = [at(a), at(b)];
    return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2];
  };

  function base(): readonly (readonly [x: number, y: number])[] {
    const { xquat } = sim.views();
    return corners.flatMap(({ body: foot, at: corner }) => {
      const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(4 * foot, 4 * foot + 4);
      const [dx, dy, dz] = rotate([x, y, z, w], corner);
      const [fx, fy, fz] = at(foot);
      return fz + dz < ON_FLOOR ? [[fx + dx, fy + dy] as const] : [];
    });
  }

  function margin(): number {
    const { centre } = sim.views();
    const mass: Vec3 = [
      centre[3 * pelvis] ?? NaN,
      centre[3 * pelvis + 1] ?? NaN,
      centre[3 * pelvis + 2] ?? NaN,
    ];
    const last = before ?? mass;
    before = mass;
    const perSpeed = Math.sqrt(mass[2] / GRAVITY) / period;
    const [x, y] = [mass[0] + (mass[0] - last[0]) * perSpeed, mass[1] + (mass[1] - last[1]) * perSpeed];
    const hull = hullOf(base());
    if (hull.length < 6) return -Infinity;
    nearestOf(hull, x, y, found);
    return (contains(hull, x, y) ? 1 : -1) * Math.sqrt(found.squared);
  }

  return () => {
    const { qpos, qvel } = sim.views();
    const [hip, shoulder] = [middle(hips), middle(shoulders)];
    const [dx, dy, dz] = [shoulder[0] - hip[0], shoulder[1] - hip[1], shoulder[2] - hip[2]];
    const upBefore = pelvisUp;
    pelvisUp = qvel[root + 2] ?? NaN;
    return {
      time: sim.time as Seconds,
      pelvisHeight: hip[2],
      stance: hip[2] / standing,
      pelvisUp: upBefore,
      trunkLean: radians(Math.atan2(dx, dz)),
      trunkTilt: radians(Math.atan2(Math.hypot(dx, dy), dz)),
      hipFlexion: radians(hipAxes.reduce((sum, place) => sum + (qpos[place] ?? NaN), 0) / hipAxes.length),
      margin: margin(),
      down: touching(),
    };
  };
}

/** The lower corners of both soles, m in their link's frame. */
function soleCorners(scene: Scene): { readonly link: string; readonly at: Vec3 }[] {
  const person = scene.models.find(({ name }) => name === "resident");
  return (person?.links ?? []).flatMap(({ name, collisions }) =>
    collisions.flatMap(({ name: solid, shape, pose: { position } }) => {
      if (solid !== "sole" || shape.kind !== "box") return [];
      const [length, width, height] = shape.size;
      return [-0.5, 0.5].flatMap((x) =>
        [-0.5, 0.5].map((y) => ({
          link: name,
          at: [position[0] + x * length, position[1] + y * width, position[2] - height / 2] as const,
        })),
      );
    }),
  );
}

/** Which of the person's links touch the floor, feet left out. */
function floorTouches(sim: Simulation, scene: Scene): () => string[] {
  const geoms = (model: string) =>
    (scene.models.find(({ name }) => name === model)?.links ?? []).flatMap((link) =>
      link.collisions.map(({ name }): [number, string] => [
        sim.index("mjOBJ_GEOM", `${bodyName(model, link.name)}/${name}`),
        link.name,
      ]),
    );
  const floor = new Map(geoms("floor"));
  const person = new Map(geoms("resident").filter(([, link]) => !link.endsWith("_foot")));
  const read = touchReader(sim, (a, b) => (floor.has(a) && person.has(b)) || (floor.has(b) && person.has(a)));
  return () =>
    [...new Set(read().map(({ first, second }) => person.get(first) ?? person.get(second) ?? ""))].toSorted();
}
