// Turns a model into URDF, as ROS wants it in /robot_description: links, joints, and a frame for every sensor.
import type { Vec3 } from "../../core/frames.ts";
import type { Axis, Joint, Link, Model, Pose, Sensor } from "../sdf/model.ts";
import { compose, conjugate, fromRollPitchYaw, IDENTITY, invert, rotate } from "../sdf/pose.ts";
import { element, number, numbers } from "../xml.ts";
import { linkUrdf, materialName, origin } from "./shapes.ts";

/** From a body that looks along x to an optical frame: z ahead, x to the right (REP-103). */
const OPTICAL: Pose = { position: [0, 0, 0], rotation: fromRollPitchYaw(-Math.PI / 2, 0, -Math.PI / 2) };
const WORLD = "world";

/**
 * The URDF of one model. Every link of the SDF is a link here, with the same frame and name, and the root is the
 * origin; sensors that measure from a
 * place of their own are links too (`imu`, `lidar`, `camera` and `camera_optical`), named as their messages' frame_id.
 * Throws for what URDF has not: several roots, a ball joint, a joint with two axes, ellipsoids, planes.
 */
export function toUrdf(model: Model): string {
  const above = new Map(model.joints.map((joint) => [joint.child, joint]));
  const roots = model.links.filter((link) => !above.has(link.name));
  const fast = model.joints.some((joint) => joint.parent === WORLD);
  if (roots.length + (fast ? 1 : 0) !== 1)
    throw new Error(`${model.name}: URDF needs one root, got ${roots.map((link) => link.name).join(", ")}`);
  const colours = new Map(
    model.links.flatMap((link) => link.visuals.map(({ colour }) => [materialName(colour), colour] as const)),
  );
  const body = [
    ...[...colours].map(([name, colour]) =>
      element("material", { name }, element("color", { rgba: numbers(colour) }, [])),
    ),
    ...(fast ? [frame(WORLD)] : []),
    ...model.links.flatMap((link) => [
      linkUrdf(link),
      ...link.sensors.flatMap((one) => sensorFrames(link, one)),
    ]),
    ...model.joints.flatMap((joint) => jointUrdf(model, joint)),
  ];
  return `<?xml version="1.0"?>\n<!-- Generated from the SDF model ${model.name}. -->\n${element("robot", { name: model.name }, body)}\n`;
}

const frame = (name: string): string => element("link", { name }, []);
const link = (tag: "parent" | "child", name: string): string => element(tag, { link: name }, []);

function fixed(name: string, parent: string, child: string, X_PC: Pose): string {
  return element("joint", { name, type: "fixed" }, [
    origin(X_PC),
    link("parent", parent),
    link("child", child),
  ]);
}

/** Forces are told in the frame of their link and touch is told by its place in the map: neither has a frame of its own. */
function sensorFrames({ name: parent }: Link, { name, kind, pose }: Sensor): string[] {
  if (kind === "contact" || kind === "force_torque") return [];
  const own = [frame(name), fixed(`${name}_mount`, parent, name, pose)];
  if (kind !== "camera" && kind !== "thermal_camera") return own;
  const optical = `${name}_optical`;
  return [...own, frame(optical), fixed(`${optical}_mount`, name, optical, OPTICAL)];
}

/** URDF's link frame is its joint's: where SDF puts the joint elsewhere in the link, a frame without mass stands between. */
function jointUrdf(model: Model, joint: Joint): string[] {
  const child = find(model, joint.child);
  const parent = joint.parent === WORLD ? undefined : find(model, joint.parent);
  const X_PC = parent ? compose(invert(parent.pose), child.pose) : child.pose;
  if (joint.kind === "fixed") return [fixed(joint.name, joint.parent, child.name, X_PC)];
  const axis = joint.axes[0];
  if (axis === undefined || joint.axes.length !== 1)
    throw new Error(`${model.name}: URDF has no ${joint.kind} joint (${joint.name})`);
  const apart = !isIdentity(joint.pose);
  const end = apart ? `${joint.name}_frame` : child.name;
  const direction = rotate(conjugate(joint.pose.rotation), axis.direction);
  const moving = element("joint", { name: joint.name, type: kindOf(joint, axis) }, [
    origin(compose(X_PC, joint.pose)),
    link("parent", joint.parent),
    link("child", end),
    ...axisUrdf(joint, axis, direction),
  ]);
  if (!apart) return [moving];
  return [moving, frame(end), fixed(`${end}_mount`, end, child.name, invert(joint.pose))];
}

const isBounded = ({ lower, upper }: Axis): boolean => Number.isFinite(lower) && Number.isFinite(upper);
const kindOf = ({ kind }: Joint, axis: Axis): string =>
  kind === "revolute" && !isBounded(axis) ? "continuous" : kind;

/** Throws where a limit that URDF requires is missing. */
function axisUrdf(joint: Joint, axis: Axis, direction: Vec3): string[] {
  const { effort, velocity, lower, upper, damping, friction } = axis;
  if (!(Number.isFinite(effort) && Number.isFinite(velocity)))
    throw new Error(`joint ${joint.name}: URDF needs its <effort> and <velocity> limits`);
  const ends = isBounded(axis) ? { lower: number(lower), upper: number(upper) } : {};
  if (joint.kind === "prismatic" && !isBounded(axis))
    throw new Error(`joint ${joint.name}: URDF needs its <lower> and <upper> limits`);
  return [
    element("axis", { xyz: numbers(direction) }, []),
    element("limit", { ...ends, effort: number(effort), velocity: number(velocity) }, []),
    element("dynamics", { damping: number(damping), friction: number(friction) }, []),
  ];
}

function find(model: Model, name: string): Link {
  const found = model.links.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${model.name}: expected a link "${name}"`);
  return found;
}

const isIdentity = ({ position, rotation }: Pose): boolean =>
  [...position, ...rotation].every(
    (value, i) => Math.abs(value - ([...IDENTITY.position, ...IDENTITY.rotation][i] ?? 0)) < 1e-12,
  );
