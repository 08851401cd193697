// Where the links of a model are when its joints are moved.
import type { Joint, Link, Model, Pose } from "./model.ts";
import { compose, IDENTITY, invert } from "./pose.ts";

/** Joint positions by the joint's name, m or rad; a joint that is not named is at zero. */
export type Positions = Readonly<Record<string, number>>;

/**
 * X_ML of every link, in the model's frame, by the link's name.
 * Throws for a position that belongs to no joint, or to one with two axes or three.
 */
export function linkPoses(model: Model, positions: Positions = {}): ReadonlyMap<string, Pose> {
  const above = new Map(model.joints.map((joint) => [joint.child, joint]));
  const links = new Map(model.links.map((link) => [link.name, link]));
  for (const name of Object.keys(positions))
    if (model.joints.find((joint) => joint.name === name)?.axes.length !== 1)
      throw new Error(`${model.name}: expected a joint "${name}" with one axis`);
  const found = new Map<string, Pose>();

  function find(link: Link): Pose {
    const known = found.get(link.name);
    if (known) return known;
    const joint = above.get(link.name);
    const parent = joint && links.get(joint.parent);
    const X_ML = joint
      ? compose(
          parent ? compose(find(parent), compose(invert(parent.pose), link.pose)) : link.pose,
          moved(joint, positions[joint.name] ?? 0),
        )
      : link.pose;
    found.set(link.name, X_ML);
    return X_ML;
  }
  for (const link of model.links) find(link);
  return found;
}

/** How a joint at `position` displaces its child, in the child's own frame. */
function moved(joint: Joint, position: number): Pose {
  const direction = joint.axes[0]?.direction;
  if (direction === undefined || position === 0) return IDENTITY;
  const [x, y, z] = direction;
  if (joint.kind === "prismatic")
    return { position: [x * position, y * position, z * position], rotation: [0, 0, 0, 1] };
  const [sin, cos] = [Math.sin(position / 2), Math.cos(position / 2)];
  // the axis passes through the joint's origin, not the link's
  const about: Pose = { position: joint.pose.position, rotation: [0, 0, 0, 1] };
  const turn: Pose = { position: [0, 0, 0], rotation: [x * sin, y * sin, z * sin, cos] };
  return compose(compose(about, turn), invert(about));
}
