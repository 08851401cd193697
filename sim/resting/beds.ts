// Where people rest in and around an adjustable bed that stands in a scene: along its middle, near a side, on its edge, or beside it.
import type { Vec3 } from "../../core/frames.ts";
import { BED } from "../generator/dimensions.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { Model, Scene } from "../sdf/model.ts";
import { compose, toRollPitchYaw } from "../sdf/pose.ts";
import type { Resting } from "./people.ts";

/** To the left or right of who lies on their back in it. */
export type Side = "left" | "right";
const SIGN = { left: 1, right: -1 } as const;

/** Above the crown of who lies in bed, m; hips behind the edge of who sits there, and the hips' height, share of stature [D]. */
const HEADROOM = 0.12;
const BEHIND_EDGE = 0.07;
const HIPS = 0.53;
/** Who lies beside a bed does so this far from its middle, m [D]. */
const BESIDE = 1.05;
const TOP = BED.low + BED.mattress;

/** What stands on the floor; all else rises with the lying surface. */
const STANDS = "chassis";

/** The bed as it stands, braked, its spindles locked, `raised` m, with the rails of one side let down or all raised. */
export const standing = (bed: Model, open?: Side, raised = 0): Model => ({
  ...bed,
  fixed: true,
  joints: [],
  links: bed.links.map((link) => {
    const isDown = open !== undefined && link.name.startsWith(`${open}_`) && link.name.endsWith("_rail");
    const up = (link.name === STANDS ? 0 : raised) - (isDown ? BED.railDrop : 0);
    const [x, y, z] = link.pose.position;
    return { ...link, pose: { ...link.pose, position: [x, y, z + up] } };
  }),
});

/** A place in the bed's own frame, x to its foot end, as somebody rests there. Throws when the scene has no such bed. */
function place(scene: Scene, name: string, [x, y, z]: Vec3, turned: number): Resting["on"] {
  const bed = scene.models.find((model) => model.name === name);
  if (bed === undefined) throw new Error(`${scene.name}: expected a bed "${name}"`);
  const { position } = compose(bed.pose, { position: [x, y, z], rotation: [0, 0, 0, 1] });
  return {
    x: position[0],
    y: position[1],
    z: position[2],
    yaw: toRollPitchYaw(bed.pose.rotation)[2] + turned,
  };
}

const hipsFromHeadEnd = ({ stature }: ResidentParameters) => HEADROOM + (1 - HIPS) * stature - BED.length / 2;

/** On the back, `aside` m from the middle to the left. */
export const inBed = (scene: Scene, bed: string, p: ResidentParameters, aside = 0): Resting["on"] =>
  place(scene, bed, [hipsFromHeadEnd(p), aside, TOP], 0);

/** Sits on its edge, with the feet on the floor. */
export const onEdge = (scene: Scene, bed: string, p: ResidentParameters, side: Side): Resting["on"] =>
  place(
    scene,
    bed,
    [0, SIGN[side] * (BED.width / 2 - BEHIND_EDGE * p.stature), TOP],
    (SIGN[side] * Math.PI) / 2,
  );

/** On the floor beside it. */
export const besideBed = (scene: Scene, bed: string, side: Side): Resting["on"] =>
  place(scene, bed, [0, SIGN[side] * BESIDE, 0], 0);
