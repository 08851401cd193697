// A second seat beside the one on which the resident begins, and whether somebody sits on it.
import type { Vec3 } from "../core/frames.ts";
import type { Model, Scene } from "./sdf/model.ts";
import { compose, fromRollPitchYaw, IDENTITY, invert } from "./sdf/pose.ts";
import { raisedBed } from "./bed-seat.ts";
import { braked } from "./wheelchair-seat.ts";
import { seatOf } from "./ward.ts";

/** The name of its model. */
export const OTHER_SEAT = "other_seat";
/** m above the seat: the pelvis of who sits is lower, of who stands before it higher [D]. */
const SITS_BELOW = 0.25;

const at = (x: number, y: number, yaw: number) => ({
  position: [x, y, 0] as const,
  rotation: fromRollPitchYaw(0, 0, yaw),
});
/**
 * Before the foot end of the bed, turned half towards who sits on its edge (m and rad of the ward); and along the wheelchair,
 * on the right of who sits in it [D].
 */
const PLACES = {
  wheelchair: () => ({ ...braked("set"), pose: at(-0.45, -1, Math.PI / 3) }),
  bed: () => ({ ...raisedBed(), pose: at(-0.8, -1, 0) }),
} as const satisfies Readonly<Record<string, () => Model>>;
export type OtherSeat = keyof typeof PLACES;

/** The scene with this seat too; the ward's own bed, which stands where it would, is taken away. */
export const besideOther =
  (seat: OtherSeat) =>
  (scene: Scene): Scene => ({
    ...scene,
    models: [...scene.models.filter(({ name }) => name !== "bed"), { ...PLACES[seat](), name: OTHER_SEAT }],
  });

/** Whether a pelvis at this place of the world, m, is that of somebody on the seat of this model. Throws without such a seat. */
export function sitsOn(scene: Scene, model: string): (pelvis: Vec3) => boolean {
  const { pose, size } = seatOf(scene, model);
  const back = invert(pose);
  const [length, width, thickness] = size;
  return (pelvis) => {
    const [x, y, z] = compose(back, { ...IDENTITY, position: pelvis }).position;
    const isOver = Math.abs(x) <= length / 2 && Math.abs(y) <= width / 2;
    return isOver && z > 0 && z <= thickness / 2 + SITS_BELOW;
  };
}
