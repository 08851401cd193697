// Turns a scene into MJCF: bodies, joints, geoms, sensors and motors. MuJoCo's w-first quaternions begin here.
import type { Quat, Vec3 } from "../../core/frames.ts";
import type { Collision, Joint, Link, Model, Pose, Scene, Shape } from "../sdf/model.ts";
import { compose, invert, multiply } from "../sdf/pose.ts";

/** A position servo on one axis of a joint: effort = stiffness·(target − q) − damping·q̇, within lower..upper. */
export interface Motor {
  /** `model/joint`, see `axisName`. */
  readonly axis: string;
  /** N/m or N·m/rad. */
  readonly stiffness: number;
  /** N·s/m or N·m·s/rad. */
  readonly damping: number;
  /** N or N·m. */
  readonly lower: number;
  readonly upper: number;
}

/** Two bodies that can be joined at a point while the world runs: `sim/mujoco/grips.ts`. They begin apart. */
export interface Tie {
  readonly name: string;
  readonly first: string;
  readonly second: string;
  /** Bodies of the second's model that the first does not bump into, for it closes around them; these never touch. */
  readonly around: readonly string[];
}

/** Reflected inertia of every driven or muscled hinge, kg·m²: keeps light distal links well conditioned at 2 ms. */
const ARMATURE = 0.01;
/** Dry friction that holds all but still: by default MuJoCo lets a loaded spindle creep a centimetre a second. */
const DRY = "0.9999 0.9999 0.001 0.5 2";
/** A tie gives way like the flesh of a hand: time constant, s, and damping ratio [D]. */
const TIE = "0.02 1";
/** Each model that moves has a bit of its own in MuJoCo's 32-bit contact masks; one is for what is fixed. */
const MOST_MOVING = 30;
/** Friction 0..2 becomes a priority, so that of two surfaces the more slippery one decides, as in ODE. */
const FRICTION_STEPS = 100;

export const bodyName = (model: string, link: string): string => `${model}/${link}`;
export const axisName = (model: string, joint: string, index = 0): string =>
  index === 0 ? `${model}/${joint}` : `${model}/${joint}/${index + 1}`;

const text = (values: readonly number[]): string =>
  values.map((value) => Number(value.toFixed(12))).join(" ");
const wxyz = ([x, y, z, w]: Quat): readonly number[] => [w, x, y, z];
const place = ({ position, rotation }: Pose): string =>
  `pos="${text(position)}" quat="${text(wxyz(rotation))}"`;

/** MJCF for the scene. Throws when a joint kind cannot be made. */
export function toMjcf(scene: Scene, motors: readonly Motor[] = [], ties: readonly Tie[] = []): string {
  const fixedBit = 1;
  const bits = new Map(scene.models.filter((m) => !m.fixed).map((m, i) => [m.name, 2 ** (i + 1)]));
  if (bits.size > MOST_MOVING)
    throw new Error(`${scene.name}: expected at most ${MOST_MOVING} models that move, got ${bits.size}`);
  const every = [...bits.values()].reduce((sum, bit) => sum + bit, fixedBit);
  const bodies = scene.models.map((model) => {
    const own = bits.get(model.name) ?? fixedBit;
    const meets = model.selfCollide ? every : every - own;
    return modelBodies(model, `contype="${own}" conaffinity="${meets}"`);
  });
  const actuators = motors.map(
    ({ axis, stiffness, damping, lower, upper }) =>
      `<position name="${axis}" joint="${axis}" kp="${stiffness}" kv="${damping}" forcerange="${lower} ${upper}"/>`,
  );
  return `<mujoco model="${scene.name}">
<compiler angle="radian" autolimits="true"/>
<size memory="8M"/>
<option timestep="${scene.step}" gravity="${text(scene.gravity)}" integrator="implicitfast" cone="elliptic" impratio="5"/>
<worldbody>
${bodies.join("")}</worldbody>
<actuator>
${actuators.join("\n")}
</actuator>
${tied(ties)}<sensor>
${scene.models.map(sensors).join("")}</sensor>
</mujoco>
`;
}

const tied = (ties: readonly Tie[]): string =>
  ties.length === 0
    ? ""
    : `<equality>${ties.map((tie) => `<connect name="${tie.name}" body1="${tie.first}" body2="${tie.second}" anchor="0 0 0" active="false" solref="${TIE}"/>`).join("")}</equality>
<contact>${ties.flatMap(({ first, around }) => around.map((other) => `<exclude body1="${first}" body2="${other}"/>`)).join("")}</contact>\n`;

function modelBodies(model: Model, mask: string): string {
  const joints = new Map(model.joints.map((joint) => [joint.child, joint]));
  const roots = model.links.filter((link) => (joints.get(link.name)?.parent ?? "world") === "world");
  return roots.map((link) => body(model, link, invert(model.pose), joints, mask)).join("");
}

/** A link and all that hangs on it; `X_PM` is the model's frame seen from the parent body. */
function body(
  model: Model,
  link: Link,
  X_PM: Pose,
  joints: ReadonlyMap<string, Joint>,
  mask: string,
): string {
  const joint = joints.get(link.name);
  const root = joint === undefined || joint.parent === "world";
  const X_PL = root ? compose(model.pose, link.pose) : compose(X_PM, link.pose);
  const children = model.links.filter((other) => joints.get(other.name)?.parent === link.name);
  const free = !joint && !model.fixed ? `<freejoint name="${model.name}"/>` : "";
  const posed = model.posed === true ? ' mocap="true"' : "";
  return `<body name="${bodyName(model.name, link.name)}"${posed} ${place(X_PL)}>
${free}${joint ? jointAxes(model, joint) : ""}${inertial(model, link)}
${link.collisions.map((one) => geom(model, link, one, mask)).join("")}${sites(model, link, joint)}
${children.map((child) => body(model, child, invert(link.pose), joints, mask)).join("")}</body>
`;
}

function jointAxes(model: Model, joint: Joint): string {
  if (joint.kind === "ball")
    return `<joint name="${axisName(model.name, joint.name)}" type="ball" pos="${text(joint.pose.position)}"/>`;
  const type = joint.kind === "prismatic" ? "slide" : "hinge";
  return joint.axes
    .map((axis, i) => {
      const limited = Number.isFinite(axis.lower) && Number.isFinite(axis.upper);
      return (
        `<joint name="${axisName(model.name, joint.name, i)}" type="${type}" pos="${text(joint.pose.position)}"` +
        ` axis="${text(axis.direction)}" damping="${axis.damping}" frictionloss="${axis.friction}" armature="${ARMATURE}"` +
        (axis.friction > 0 ? ` solimpfriction="${DRY}"` : "") +
        (limited ? ` range="${axis.lower} ${axis.upper}"/>` : "/>")
      );
    })
    .join("");
}

function inertial(model: Model, link: Link): string {
  if (!link.inertial || model.fixed) return "";
  const { mass, centre, inertia: i } = link.inertial;
  const tensor = [i.xx, i.yy, i.zz, i.xy, i.xz, i.yz];
  return `<inertial pos="${text(centre)}" mass="${mass}" fullinertia="${text(tensor)}"/>`;
}

function size(shape: Shape): string {
  if (shape.kind === "box") return `type="box" size="${text(shape.size.map((edge) => edge / 2))}"`;
  if (shape.kind === "sphere") return `type="sphere" size="${shape.radius}"`;
  if (shape.kind === "ellipsoid") return `type="ellipsoid" size="${text(shape.radii)}"`;
  if (shape.kind === "plane")
    return `type="plane" size="${text([...shape.size.map((edge) => edge / 2), 1])}"`;
  return `type="${shape.kind}" size="${text([shape.radius, shape.length / 2])}"`;
}

/** Turns z onto the plane's normal. */
function normalTurn([x, y, z]: Vec3): Quat {
  const length = Math.hypot(x, y, z);
  const w = 1 + z / length;
  if (w < 1e-9) return [1, 0, 0, 0];
  const norm = Math.hypot(-y / length, x / length, w);
  return [-y / length / norm, x / length / norm, 0, w / norm];
}

function geom(model: Model, link: Link, one: Collision, mask: string): string {
  const pose =
    one.shape.kind === "plane"
      ? { ...one.pose, rotation: multiply(one.pose.rotation, normalTurn(one.shape.normal)) }
      : one.pose;
  const friction = one.friction ?? 1;
  const priority = Math.round((2 - friction) * FRICTION_STEPS);
  // The surface's relaxation time kd/kp is kept; MuJoCo takes the stiffness from it and the masses that meet.
  const soft = one.softness
    ? ` solref="${text([one.softness.damping / one.softness.stiffness / 2, 1])}"`
    : "";
  return `<geom name="${bodyName(model.name, link.name)}/${one.name}" ${size(one.shape)} ${place(pose)} ${mask} friction="${Math.max(friction, 1e-4)} .005 .0001" priority="${priority}"${soft}/>\n`;
}

function sites(model: Model, link: Link, joint: Joint | undefined): string {
  const own = link.sensors.map(
    (sensor) => `<site name="${model.name}/${sensor.name}" ${place(sensor.pose)}/>`,
  );
  const onJoint = (joint?.sensors ?? []).map(
    (sensor) =>
      `<site name="${model.name}/${sensor.name}" ${place(compose(joint?.pose ?? sensor.pose, sensor.pose))}/>`,
  );
  return [...own, ...onJoint].join("");
}

function sensors(model: Model): string {
  const list = [
    ...model.links.flatMap((link) => link.sensors),
    ...model.joints.flatMap((joint) => joint.sensors),
  ];
  return list
    .map(({ kind, name }) => {
      const id = `${model.name}/${name}`;
      if (kind === "force_torque")
        return `<force name="${id}/force" site="${id}"/><torque name="${id}/torque" site="${id}"/>\n`;
      if (kind !== "imu") return "";
      return `<accelerometer name="${id}/acceleration" site="${id}"/><gyro name="${id}/rate" site="${id}"/><framequat name="${id}/orientation" objtype="site" objname="${id}"/>\n`;
    })
    .join("");
}
