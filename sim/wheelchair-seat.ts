// A ward in which the resident's chair is a wheelchair: its brakes set or open, its leg rests taken off, as for standing up.
import { BRAKES } from "./generator/dimensions.ts";
import { readModel } from "./library.ts";
import type { Joint, Model, Scene } from "./sdf/model.ts";
import { IDENTITY } from "./sdf/pose.ts";
import { chairSeat } from "./ward.ts";

export type WheelchairBrakes = "set" | "open";

const WHEELS: readonly string[] = ["left_wheel_joint", "right_wheel_joint"];
const isLegRest = (link: string) => link.endsWith("_leg_rest");

/** The scene with a wheelchair in place of its model `chair`, the front edge of the seat where it was. Throws without one. */
export const inWheelchair =
  (brakes: WheelchairBrakes) =>
  (scene: Scene): Scene => {
    const chair = { ...braked(brakes), name: "chair" };
    const among = (pose: Model["pose"]): Scene => ({
      ...scene,
      models: scene.models.map((one) => (one.name === "chair" ? { ...chair, pose } : one)),
    });
    const here = scene.models.find(({ name }) => name === "chair")?.pose ?? IDENTITY;
    const [was, is] = [chairSeat(scene).edge, chairSeat(among({ ...here, position: [0, 0, 0] })).edge];
    return among({ ...here, position: [was[0] - is[0], was[1] - is[1], 0] });
  };

/** With its brakes like this, its leg rests off. */
export function braked(brakes: WheelchairBrakes): Model {
  const model = readModel("wheelchair");
  const resisting = (joint: Joint): Joint =>
    WHEELS.includes(joint.name)
      ? { ...joint, axes: joint.axes.map((axis) => ({ ...axis, friction: FRICTION[brakes] })) }
      : joint;
  return {
    ...model,
    links: model.links.filter(({ name }) => !isLegRest(name)),
    joints: model.joints.filter(({ child }) => !isLegRest(child)).map(resisting),
  };
}

/** N·m of each wheel. */
const FRICTION: Readonly<Record<WheelchairBrakes, number>> = {
  set: BRAKES.wheelchair.set,
  open: BRAKES.wheelchair.free,
};
