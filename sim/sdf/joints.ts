// Reads joints: kind, parent and child, axes in the child's frame, limits and friction.
import type { Vec3 } from "../../core/frames.ts";
import { all, child, fail, nameOf, need, numberIn, vector, type Element } from "./element.ts";
import { rawPose, type FrameGraph } from "./frame-graph.ts";
import type { Axis, Joint } from "./model.ts";
import { compose, conjugate, invert, rotate } from "./pose.ts";
import { readSensor } from "./sensors.ts";

/** SDF writes "no limit" as ±1e16 and an unlimited effort as -1. */
const UNLIMITED = 1e15;
const AXES = { fixed: 0, ball: 0, revolute: 1, continuous: 1, prismatic: 1, universal: 2 } as const;
const isKind = (kind: string): kind is Joint["kind"] => kind in AXES;

const bound = (value: number): number => (Math.abs(value) >= UNLIMITED ? Math.sign(value) * Infinity : value);
const capacity = (value: number): number => (value < 0 || value >= UNLIMITED ? Infinity : value);

function readAxis(at: Element, joint: Element, frames: FrameGraph): Axis {
  const xyz = need(at, "xyz");
  const name = nameOf(joint);
  const expressedIn = xyz.attributes["expressed_in"] || name;
  const inModel = rotate(frames.find(expressedIn, xyz).rotation, vector(xyz));
  const inChild = rotate(conjugate(frames.find(need(joint, "child").text, joint).rotation), inModel);
  const limit = child(at, "limit");
  const dynamics = child(at, "dynamics");
  const lower = bound(numberIn(limit, "lower", -Infinity));
  const upper = bound(numberIn(limit, "upper", Infinity));
  if (!(lower <= upper)) fail(at, `expected lower ≤ upper, got ${lower} and ${upper}`);
  return {
    direction: unit(inChild, xyz),
    lower,
    upper,
    effort: capacity(numberIn(limit, "effort", Infinity)),
    velocity: capacity(numberIn(limit, "velocity", Infinity)),
    damping: numberIn(dynamics, "damping", 0),
    friction: numberIn(dynamics, "friction", 0),
  };
}

function unit([x, y, z]: Vec3, at: Element): Vec3 {
  const length = Math.hypot(x, y, z);
  if (!(length > 0)) fail(at, "expected a direction that is not zero");
  return [x / length, y / length, z / length];
}

export function readJoint(at: Element, frames: FrameGraph): Joint {
  const name = nameOf(at);
  const kind = at.attributes["type"] ?? "";
  if (!isKind(kind))
    return fail(at, `unknown joint type "${kind}"; expected one of ${Object.keys(AXES).join(", ")}`);
  const childLink = need(at, "child").text;
  const elements = [...all(at, "axis"), ...all(at, "axis2")];
  if (elements.length !== AXES[kind])
    fail(at, `expected ${AXES[kind]} axes for ${kind}, got ${elements.length}`);
  return {
    name,
    kind,
    parent: need(at, "parent").text,
    child: childLink,
    pose: compose(invert(frames.find(childLink, at)), frames.find(name, at)),
    axes: elements.map((axis) => readAxis(axis, at, frames)),
    sensors: all(at, "sensor").map((sensor) => readSensor(sensor, rawPose(sensor))),
  };
}
