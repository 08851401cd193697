// A ward in which the resident sits on the edge of an adjustable bed, as high as a wheelchair, the rails of that side taken off.
import { BED, WHEELCHAIR } from "./generator/dimensions.ts";
import { readModel } from "./library.ts";
import { standing } from "./resting/beds.ts";
import type { Link, Model, Scene } from "./sdf/model.ts";
import { compose, fromRollPitchYaw, IDENTITY } from "./sdf/pose.ts";
import { chairSeat } from "./ward.ts";

/**
 * m: as high as the seat of a wheelchair, as for a transfer. At its lowest the frame is where the robot's lidar looks, 0.25 m
 * above the floor, and so are rails that are let down: the gate takes them for something that its legs, which would pass
 * beneath, must not come near, and lets nobody dock [measured].
 */
const RAISED = WHEELCHAIR.seatHeight - BED.low - BED.mattress;
/** Who sits on the left side faces x. */
const TURNED = { ...IDENTITY, rotation: fromRollPitchYaw(0, 0, -Math.PI / 2) };
/** One sits on the foot end's mattress, which does not tilt. */
const isPlatform = ({ name }: Link) => name === "platform";
const isRail = ({ name }: Link) => name.startsWith("left_") && name.endsWith("_rail");

/** The scene with a bed in place of its model `chair`, the edge of the mattress where the front edge of the seat was. Throws without one. */
export function onBedEdge(scene: Scene): Scene {
  const among = (chair: Model): Scene => ({
    ...scene,
    models: scene.models.map((one) => (one.name === "chair" ? chair : one)),
  });
  const pose = scene.models.find(({ name }) => name === "chair")?.pose ?? IDENTITY;
  const [was, is] = [chairSeat(scene).edge, chairSeat(among(bed(pose, 0, 0))).edge];
  return among(bed(pose, was[0] - is[0], was[1] - is[1]));
}

/** A model whose own x is where one faces, as a chair's is, all parts of it shifted by x and y, m. */
function bed(pose: Model["pose"], x: number, y: number): Model {
  const model = raisedBed();
  const shift = { ...TURNED, position: [x, y, 0] as const };
  return {
    ...model,
    name: "chair",
    pose,
    links: model.links.map((link) => ({ ...link, pose: compose(shift, link.pose) })),
  };
}

/** As high as a wheelchair, without the rails on its left; the mattress of its foot end is its `seat`. */
export function raisedBed(): Model {
  const model = standing(readModel("adjustable_bed"), undefined, RAISED);
  const links = model.links.filter((link) => !isRail(link));
  return { ...model, links: links.map((link) => (isPlatform(link) ? withSeat(link) : link)) };
}

const withSeat = (link: Link): Link => ({
  ...link,
  collisions: link.collisions.map((one) => (one.name === "mattress" ? { ...one, name: "seat" } : one)),
});
