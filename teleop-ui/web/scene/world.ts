// The ward and the robot: everything that has shapes in the SDF, standing where the link poses say it stands.
import { Group, type Object3D } from "three";
import type { LinkPoses } from "../../../core/messages.ts";
import { place } from "./axes.ts";
import { groupOf } from "./shapes.ts";
import type { Visuals } from "./visuals.ts";

/** The resident is drawn from the true joints, whose number and names do not change with the body's size. */
const DRAWN_ELSEWHERE = "resident";

export class World {
  readonly root = new Group();
  readonly #links = new Map<string, Object3D>();

  show({ models }: Visuals) {
    this.root.clear();
    this.#links.clear();
    for (const model of models) {
      if (model.name === DRAWN_ELSEWHERE) continue;
      const whole = new Group();
      whole.position.set(...model.pose.position);
      whole.quaternion.set(...model.pose.rotation);
      for (const link of model.links) {
        const group = groupOf(link);
        group.position.set(...link.pose.position);
        group.quaternion.set(...link.pose.rotation);
        whole.add(group);
        this.#links.set(`${model.name}/${link.name}`, group);
      }
      this.root.add(whole);
    }
  }

  /** Link poses are in the map frame: a link that has one leaves its model and stands in the room itself. */
  move({ names, poses }: LinkPoses) {
    names.forEach((name, i) => {
      const link = this.#links.get(name);
      const pose = poses[i];
      if (!link || !pose) return;
      if (link.parent !== this.root) this.root.add(link);
      place(link, pose);
    });
  }
}
