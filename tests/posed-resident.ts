// A resident and the robot in given poses, as the simulator would tell them: for tests that need no physics.
import { bodyLengths } from "../core/body/segments.ts";
import { rotate } from "../core/frames.ts";
import type { Quat, Vec3 } from "../core/frames.ts";
import type { LinkPoses, Pose } from "../core/messages.ts";
import { stampOf } from "../core/time.ts";
import { degrees } from "../core/units.ts";
import type { Metres, Seconds } from "../core/units.ts";
import { compose } from "../sim/sdf/pose.ts";

type Placed = { position: Vec3; rotation: Quat };
export type Body = ReadonlyMap<string, Placed>;

const about = (axis: 0 | 1 | 2, angle: number): Quat => {
  const q: [number, number, number, number] = [0, 0, 0, Math.cos(angle / 2)];
  q[axis] = Math.sin(angle / 2);
  return q;
};
const ease = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** Joint angles in degrees, flexion positive. */
interface Angles {
  readonly pelvis: number;
  readonly trunk: number;
  readonly head: number;
  readonly hip: number;
  readonly knee: number;
  readonly shoulder: number;
  readonly elbow: number;
}

/** Every link of the body, ankles at their height above the floor, feet flat, facing +x. */
function bodyOf(stature: Metres, a: Angles): Map<string, Placed> {
  const l = bodyLengths(stature);
  const body = new Map<string, Placed>([
    ["pelvis", { position: [0, 0, 0], rotation: about(1, degrees(a.pelvis)) }],
  ]);
  const put = (parent: string, name: string, position: Vec3, rotation: Quat) => {
    const on = body.get(parent);
    if (on !== undefined) body.set(name, compose(on, { position, rotation }));
  };
  const flexed = (angle: number) => about(1, 0 - degrees(angle));
  put("pelvis", "thorax", [0, 0, l.lumbar], about(1, degrees(a.trunk)));
  put("thorax", "head", [0, 0, l.trunk - l.lumbar + 0.012 * stature], about(1, degrees(a.head)));
  for (const [side, y] of [
    ["left", 1],
    ["right", -1],
  ] as const) {
    const shoulder: Vec3 = [0, y * l.shoulderHalfBreadth, l.trunk - l.lumbar];
    put("thorax", `${side}_upper_arm`, shoulder, flexed(a.shoulder));
    put(`${side}_upper_arm`, `${side}_forearm`, [0, 0, 0 - l.upperArm], flexed(a.elbow));
    put(`${side}_forearm`, `${side}_hand`, [0, 0, 0 - l.forearm], flexed(0));
    put("pelvis", `${side}_thigh`, [0, y * l.hipHalfBreadth, 0], flexed(a.hip));
    put(`${side}_thigh`, `${side}_shank`, [0, 0, 0 - l.thigh], about(1, degrees(a.knee)));
    put(`${side}_shank`, `${side}_foot`, [0, 0, 0 - l.shank], flexed(a.pelvis - a.hip + a.knee));
  }
  return body;
}

/** Where the ankles stand in the ward, in front of the chair. */
const ANKLES_X = -0.62;

/**
 * A resident on the way from the ward's chair (0) to standing (1): leaning forward, then rising.
 * Joint angles follow the shape of DOMAIN §2.1; they are for looking at, not for mechanics.
 */
export function risingResident(stature: Metres, share: number): Body {
  const up = ease(0.3, 0.95, share);
  const lean = ease(0, 0.35, share) * (1 - ease(0.4, 0.95, share));
  const knee = 95 + (4 - 95) * up;
  const pelvis = 32 * lean - 4 * (1 - share);
  const shank = 14 * (1 - up) + 8 * lean;
  const body = bodyOf(stature, {
    pelvis,
    trunk: 4 + 12 * lean,
    head: -12 * lean,
    hip: knee - shank + pelvis,
    knee,
    shoulder: 22 + 25 * lean - 14 * up,
    elbow: 45 - 30 * up,
  });
  const foot = body.get("left_foot")?.position ?? [0, 0, 0];
  const shift: Vec3 = [ANKLES_X - foot[0], 0, bodyLengths(stature).ankleHeight - foot[2]];
  return new Map(
    [...body].map(
      ([
        name,
        {
          position: [x, y, z],
          rotation,
        },
      ]) => [name, { position: [x + shift[0], y + shift[1], z + shift[2]], rotation }],
    ),
  );
}

/** The transfer robot facing the chair, its arms raised by `lift` and closed by `close`, m. */
export function facingRobot(x: number, lift: number, close: number): Body {
  const half: Quat = about(2, Math.PI);
  const still: Quat = [0, 0, 0, 1];
  const wheel = about(0, -Math.PI / 2);
  const links: readonly (readonly [string, Vec3, Quat])[] = [
    ["base_link", [0, 0, 0], still],
    ["left_wheel", [0, 0.29, 0.1], wheel],
    ["right_wheel", [0, -0.29, 0.1], wheel],
    ["lift_link", [0.05, 0, 0.7 + lift], still],
    ["left_arm", [0.08, 0.26 - close, 0.7 + lift], still],
    ["right_arm", [0.08, close - 0.26, 0.7 + lift], still],
  ];
  return new Map(
    links.map(([name, at, rotation]) => {
      const [px, py, pz] = rotate(half, at);
      const turned = compose(
        { position: [0, 0, 0], rotation: half },
        { position: [0, 0, 0], rotation },
      ).rotation;
      return [name, { position: [px + x, py, pz], rotation: turned }];
    }),
  );
}

const poseMessage = ({ position: [x, y, z], rotation: [qx, qy, qz, qw] }: Placed): Pose => ({
  position: { x, y, z },
  orientation: { x: qx, y: qy, z: qz, w: qw },
});

/** The message of the simulator for these bodies. */
export function linkPoses(time: Seconds, models: Readonly<Record<string, Body>>): LinkPoses {
  const all = Object.entries(models).flatMap(([model, body]) =>
    [...body].map(([link, pose]) => ({ name: `${model}/${link}`, pose: poseMessage(pose) })),
  );
  return {
    header: { stamp: stampOf(time), frame_id: "map" },
    names: all.map(({ name }) => name),
    poses: all.map(({ pose }) => pose),
  };
}
