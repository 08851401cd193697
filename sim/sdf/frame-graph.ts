// Where each named frame of a model is: links, joints and frames resolved into the model's own frame.
import { child, fail, nameOf, numbers, type Element } from "./element.ts";
import type { Pose } from "./model.ts";
import { compose, fromRollPitchYaw, IDENTITY, invert } from "./pose.ts";

export interface FrameGraph {
  /** X_MF of a named frame, in the model's frame. Throws when there is no such frame or when it hangs on itself. */
  find(name: string, askedBy: Element): Pose;
  /** The `<pose>` of an element, in the frame `home`, whatever `relative_to` says; `home` when there is none. */
  poseIn(home: string, at: Element): Pose;
}

/** The six numbers of a `<pose>`, without its `relative_to`; the identity when there is none. */
export function rawPose(at: Element): Pose {
  const pose = child(at, "pose");
  if (!pose || pose.text === "") return IDENTITY;
  const degrees = pose.attributes["degrees"] === "true" ? Math.PI / 180 : 1;
  const [x = 0, y = 0, z = 0, roll = 0, pitch = 0, yaw = 0] = numbers(pose, 6);
  return {
    position: [x, y, z],
    rotation: fromRollPitchYaw(roll * degrees, pitch * degrees, yaw * degrees),
  };
}

const relativeTo = (at: Element): string | undefined =>
  child(at, "pose")?.attributes["relative_to"] || undefined;

/** SDF 1.9's default frames: a link stands in its model, a joint in its child, a frame in what it is attached to. */
function defaultFrame(at: Element): string {
  if (at.name === "joint") return child(at, "child")?.text ?? fail(at, "expected a <child>");
  if (at.name === "frame") return at.attributes["attached_to"] || "__model__";
  return "__model__";
}

export function frameGraph(model: Element): FrameGraph {
  const named = new Map<string, Element>();
  for (const one of model.children.filter(
    (e) => e.name === "link" || e.name === "joint" || e.name === "frame",
  )) {
    const name = nameOf(one);
    if (named.has(name)) fail(one, `the name is used twice in this model`);
    named.set(name, one);
  }
  const found = new Map<string, Pose>([["__model__", IDENTITY]]);
  const open = new Set<string>();

  function find(name: string, askedBy: Element): Pose {
    const known = found.get(name);
    if (known) return known;
    const one = named.get(name);
    if (!one)
      return fail(askedBy, `unknown frame "${name}"; expected one of ${[...named.keys()].join(", ")}`);
    if (open.has(name)) fail(one, `its pose hangs on itself: ${[...open, name].join(" → ")}`);
    open.add(name);
    const pose = compose(find(relativeTo(one) ?? defaultFrame(one), one), rawPose(one));
    open.delete(name);
    found.set(name, pose);
    return pose;
  }

  return {
    find,
    poseIn(home, at) {
      const other = relativeTo(at);
      if (other === undefined || other === home) return rawPose(at);
      return compose(invert(find(home, at)), compose(find(other, at), rawPose(at)));
    },
  };
}
