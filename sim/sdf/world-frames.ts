// Where what stands in a world is: poses of models, includes and frames, each relative to another of them.
import { all, child, fail, nameOf, need, type Element } from "./element.ts";
import { rawPose } from "./frame-graph.ts";
import type { Pose } from "./model.ts";
import { compose, IDENTITY } from "./pose.ts";

/** `home` is the pose within the element's own file, taken where the element gives none. */
export interface WorldFrames {
  /** X_WF of an element with a `<pose>`. Throws for an unknown frame and for one that hangs on itself. */
  poseOf(at: Element, home?: Pose): Pose;
}

/** The `<frame>`s of a world, and the `<model>`s and `<include>`s that have a name and a pose of their own. */
export function worldFrames(world: Element): WorldFrames {
  const named = new Map<string, Element>();
  for (const one of [...all(world, "frame"), ...all(world, "model")]) named.set(nameOf(one), one);
  for (const one of all(world, "include")) {
    const name = child(one, "name")?.text;
    if (name !== undefined && child(one, "pose")) named.set(name, one);
  }
  const open = new Set<Element>();

  function poseOf(at: Element, home: Pose = IDENTITY): Pose {
    if (!child(at, "pose")) return compose(find(base(at), at), home);
    return compose(find(base(at), at), rawPose(at));
  }
  const base = (at: Element): string =>
    child(at, "pose")?.attributes["relative_to"] || at.attributes["attached_to"] || "world";

  function find(name: string, askedBy: Element): Pose {
    if (name === "world") return IDENTITY;
    const one = named.get(name);
    if (!one)
      return fail(
        need(askedBy, "pose"),
        `unknown frame "${name}"; expected one of ${["world", ...named.keys()].join(", ")}`,
      );
    if (open.has(one)) return fail(one, "its pose hangs on itself");
    open.add(one);
    const pose = poseOf(one);
    open.delete(one);
    return pose;
  }
  return { poseOf };
}
