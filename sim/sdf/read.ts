// Reads SDF 1.9 into a scene: world, included models, frames, links, joints. One clear error for a broken file.
import { seconds } from "../../core/units.ts";
import { all, child, fail, nameOf, need, numberIn, parseXml, vector, type Element } from "./element.ts";
import { frameGraph, rawPose } from "./frame-graph.ts";
import { readJoint } from "./joints.ts";
import type { Link, Model, Scene } from "./model.ts";
import { readSensor } from "./sensors.ts";
import { readCollision, readInertial, readVisual } from "./shapes.ts";
import { worldFrames, type WorldFrames } from "./world-frames.ts";

/** Gives the text of an included file by its `<uri>`, or undefined when there is none. */
export type Include = (uri: string) => string | undefined;

/** SDF's default step, for a world that names none. */
const DEFAULT_STEP = 0.001;

/**
 * Reads a world and all it includes. Throws one Error that names file, element and what was expected:
 * broken XML, another version than 1.x, unknown frames, shapes, joints or sensors, impossible numbers.
 */
export function readScene(text: string, file: string, include: Include = () => undefined): Scene {
  const world = need(sdfRoot(text, file), "world");
  const physics = child(world, "physics");
  const gravity = child(world, "gravity");
  const frames = worldFrames(world);
  const models = world.children.flatMap((one): Model[] => {
    if (one.name === "model") return [{ ...readModel(one), pose: frames.poseOf(one) }];
    return one.name === "include" ? [includedModel(one, include, frames)] : [];
  });
  const names = new Set<string>();
  for (const { name } of models) {
    if (names.has(name)) fail(world, `two models are named "${name}"`);
    names.add(name);
  }
  return {
    name: nameOf(world),
    step: seconds(numberIn(physics, "max_step_size", DEFAULT_STEP) || DEFAULT_STEP),
    gravity: gravity ? vector(gravity) : [0, 0, -9.8],
    models,
  };
}

/** Reads the single model of a model file. */
export function readModelFile(text: string, file: string): Model {
  return readModel(need(sdfRoot(text, file), "model"));
}

function sdfRoot(text: string, file: string): Element {
  const root = parseXml(text, file);
  if (root.name !== "sdf") fail(root, `expected <sdf> as the root`);
  if (!/^1\.\d+$/.test(root.attributes["version"] ?? "")) fail(root, `expected version="1.9"`);
  return root;
}

/** A model from its own file, with the name, the pose and the `<static>` that the include may give it instead. */
function includedModel(at: Element, include: Include, frames: WorldFrames): Model {
  const uri = need(at, "uri").text;
  const text = include(uri) ?? fail(at, `cannot find "${uri}"`);
  const model = readModelFile(text, uri);
  return {
    ...model,
    pose: frames.poseOf(at, model.pose),
    name: child(at, "name")?.text ?? model.name,
    fixed: isTrue(child(at, "static")) ?? model.fixed,
  };
}

const isTrue = (at: Element | undefined): boolean | undefined =>
  at && (at.text === "true" || at.text === "1");

function readModel(at: Element): Model {
  if (child(at, "model") ?? child(at, "include")) fail(at, "nested models are not supported");
  const frames = frameGraph(at);
  const links = all(at, "link").map((link): Link => {
    const name = nameOf(link);
    const inertial = child(link, "inertial");
    return {
      name,
      pose: frames.find(name, link),
      inertial: inertial && readInertial(inertial, name, frames),
      collisions: all(link, "collision").map((one) => readCollision(one, name, frames)),
      visuals: all(link, "visual").map((one) => readVisual(one, name, frames)),
      sensors: all(link, "sensor").map((one) => readSensor(one, frames.poseIn(name, one))),
    };
  });
  if (links.length === 0) fail(at, "expected at least one <link>");
  const model: Model = {
    name: nameOf(at),
    pose: rawPose(at),
    fixed: isTrue(child(at, "static")) ?? false,
    selfCollide: isTrue(child(at, "self_collide")) ?? false,
    links,
    joints: all(at, "joint").map((joint) => readJoint(joint, frames)),
  };
  checkTree(at, model);
  return model;
}

/** Every joint joins known links, and no link has two parents (a loop would need a constraint we do not make). */
function checkTree(at: Element, model: Model): void {
  const names = new Set(model.links.map((link) => link.name));
  const children = new Set<string>();
  for (const joint of model.joints) {
    if (joint.parent !== "world" && !names.has(joint.parent))
      fail(at, `joint "${joint.name}": unknown parent "${joint.parent}"`);
    if (!names.has(joint.child)) fail(at, `joint "${joint.name}": unknown child "${joint.child}"`);
    if (children.has(joint.child)) fail(at, `link "${joint.child}" has two parents`);
    children.add(joint.child);
  }
  const moving = model.links.filter((link) => !model.fixed && !link.inertial);
  if (moving[0]) fail(at, `link "${moving[0].name}" moves but has no <inertial>`);
}
