// What only a simulator knows: where every link is, the resident's true landmarks and angles, and forces on them.
import { bodyLengths, type PlainLengths } from "../../core/body/segments.ts";
import { LANDMARKS, type LandmarkName } from "../../core/body/skeleton.ts";
import type { Vec3 } from "../../core/frames.ts";
import { Person, type LinkPoses, type WorldTruth } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import { metres, radians, type Seconds } from "../../core/units.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import { rotate } from "../sdf/pose.ts";
import type { World } from "../world.ts";
import { legMoments, type LegMoments } from "./leg-moments.ts";

export interface Truth {
  linkPoses(stamp: Stamp): LinkPoses;
  person(stamp: Stamp): Person;
  world(stamp: Stamp, slip: Seconds): WorldTruth;
}

type Anchor = readonly [link: string, offset: Vec3];

/** Where each landmark sits on which link, m in the link's frame. Points of the face and hand are anatomical averages. */
function anchors(stature: number): Readonly<Record<LandmarkName, Anchor>> {
  const l: PlainLengths = bodyLengths(metres(stature));
  const face = (x: number, y: number, z: number): Anchor => ["head", [x * stature, y * stature, z * stature]];
  const side = (name: "left" | "right", y: 1 | -1) => ({
    [`${name}_eye_inner`]: face(0.062, y * 0.01, 0.1),
    [`${name}_eye`]: face(0.06, y * 0.018, 0.1),
    [`${name}_eye_outer`]: face(0.055, y * 0.027, 0.1),
    [`${name}_ear`]: face(0.012, y * 0.046, 0.09),
    [`mouth_${name}`]: face(0.062, y * 0.014, 0.06),
    [`${name}_shoulder`]: [`${name}_upper_arm`, [0, 0, 0]],
    [`${name}_elbow`]: [`${name}_forearm`, [0, 0, 0]],
    [`${name}_wrist`]: [`${name}_hand`, [0, 0, 0]],
    [`${name}_pinky`]: [`${name}_hand`, [-0.02 * stature, 0, -0.5 * l.hand]],
    [`${name}_index`]: [`${name}_hand`, [0.012 * stature, 0, -0.55 * l.hand]],
    [`${name}_thumb`]: [`${name}_hand`, [0.03 * stature, 0, -0.35 * l.hand]],
    [`${name}_hip`]: [`${name}_thigh`, [0, 0, 0]],
    [`${name}_knee`]: [`${name}_shank`, [0, 0, 0]],
    [`${name}_ankle`]: [`${name}_foot`, [0, 0, 0]],
    [`${name}_heel`]: [`${name}_foot`, [-l.heel, 0, -0.6 * l.ankleHeight]],
    [`${name}_foot_index`]: [`${name}_foot`, [l.foot - l.heel, 0, -0.8 * l.ankleHeight]],
  });
  return { nose: face(0.072, 0, 0.085), ...side("left", 1), ...side("right", -1) } as unknown as Readonly<
    Record<LandmarkName, Anchor>
  >;
}

/** `moments` are those of the resident's legs now. */
export function truth(world: World, moments: () => LegMoments = legMoments(world)): Truth {
  const { sim, scene, resident } = world;
  const moving = scene.models.filter((model) => !model.fixed);
  const names = moving.flatMap((model) => model.links.map((link) => bodyName(model.name, link.name)));
  const ids = names.map((name) => sim.index("mjOBJ_BODY", name));
  const id = (link: string) => sim.index("mjOBJ_BODY", bodyName("resident", link));
  const pair = (link: string) => [id(`left_${link}`), id(`right_${link}`)] as const;
  const places = anchors(resident.stature);
  const marks = LANDMARKS.map((name) => ({ body: id(places[name][0]), offset: places[name][1] }));
  const [pelvis, thighs, upperArms] = [id("pelvis"), pair("thigh"), pair("upper_arm")];
  const angleAt = (joint: string) => sim.address(`resident/${joint}_joint`).position;
  const [hips, knees] = [
    [angleAt("left_thigh"), angleAt("right_thigh")],
    [angleAt("left_shank"), angleAt("right_shank")],
  ] as const;
  const l: PlainLengths = bodyLengths(resident.stature);
  const standing = l.ankleHeight + l.shank + l.thigh;

  function point(body: number, offset: Vec3): Vec3 {
    const { xpos, xquat } = sim.views();
    const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(4 * body, 4 * body + 4);
    const [dx, dy, dz] = rotate([x, y, z, w], offset);
    return [(xpos[3 * body] ?? NaN) + dx, (xpos[3 * body + 1] ?? NaN) + dy, (xpos[3 * body + 2] ?? NaN) + dz];
  }
  const at = (body: number): Vec3 => point(body, [0, 0, 0]);
  const angle = (place: number) => radians(sim.views().qpos[place] ?? NaN);

  /** The trunk, mid hip to mid shoulder, against the vertical; the resident's forward is their pelvis's x, level. */
  function trunk(): { readonly lean: number; readonly tilt: number } {
    const mean = (a: Vec3, b: Vec3): Vec3 => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
    const [leftHip, rightHip] = [at(thighs[0]), at(thighs[1])];
    const middle = mean(leftHip, rightHip);
    const shoulders = mean(at(upperArms[0]), at(upperArms[1]));
    const [ax, ay] = leftHip;
    const [bx, by] = rightHip;
    const across = Math.hypot(ax - bx, ay - by);
    const left = [(ax - bx) / across, (ay - by) / across] as const;
    const [dx, dy, dz] = [shoulders[0] - middle[0], shoulders[1] - middle[1], shoulders[2] - middle[2]];
    const forward = dx * left[1] - dy * left[0];
    const sideways = dx * left[0] + dy * left[1];
    return { lean: Math.atan2(forward, dz), tilt: Math.atan2(sideways, Math.hypot(dz, forward)) };
  }

  return {
    linkPoses(stamp) {
      const { xpos, xquat } = sim.views();
      const poses = ids.map((body) => ({
        position: { x: xpos[3 * body] ?? NaN, y: xpos[3 * body + 1] ?? NaN, z: xpos[3 * body + 2] ?? NaN },
        orientation: {
          x: xquat[4 * body + 1] ?? NaN,
          y: xquat[4 * body + 2] ?? NaN,
          z: xquat[4 * body + 3] ?? NaN,
          w: xquat[4 * body] ?? NaN,
        },
      }));
      return { header: { stamp, frame_id: "map" }, names, poses };
    },
    person(stamp) {
      const { lean, tilt } = trunk();
      return {
        header: { stamp, frame_id: "map" },
        seen: true,
        confidence: 1,
        posture: posture(at(pelvis)[2] / standing, lean),
        posture_confidence: 1,
        trunk_lean: radians(lean),
        trunk_tilt: radians(tilt),
        left_knee: angle(knees[0]),
        right_knee: angle(knees[1]),
        left_hip: angle(hips[0]),
        right_hip: angle(hips[1]),
        landmarks: [],
        world: [],
        points: marks.map(({ body, offset }) => {
          const [x, y, z] = point(body, offset);
          return { x, y, z };
        }),
      };
    },
    world(stamp, slip) {
      const { lean, tilt } = trunk();
      const { padForce, seatForce } = world.touched();
      const { hip, knee } = moments();
      return {
        header: { stamp, frame_id: "map" },
        pelvis_height: metres(sim.views().xpos[3 * pelvis + 2] ?? NaN),
        standing_height: metres(standing),
        trunk_lean: radians(lean),
        trunk_tilt: radians(tilt),
        pad_force: padForce,
        seat_force: seatForce,
        hip_moment: hip,
        knee_moment: knee,
        passer_force: world.passed(),
        body_mass: resident.bodyMass,
        stature: resident.stature,
        leg_strength: resident.legStrength,
        slip,
      };
    },
  };
}

/** Truth's own borders: the trunk down is lying, hips above 92 % of their standing height is standing. */
const LYING_LEAN = 1.05;
const STANDING_SHARE = 0.92;
const SITTING_SHARE = 0.75;

function posture(height: number, lean: number): number {
  if (!(Math.abs(lean) < LYING_LEAN)) return Person.POSTURE_LYING;
  if (height >= STANDING_SHARE) return Person.POSTURE_STANDING;
  return height <= SITTING_SHARE ? Person.POSTURE_SITTING : Person.POSTURE_OTHER;
}
