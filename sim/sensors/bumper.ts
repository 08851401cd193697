// A bumper of a mobile base: pressed, and by what force, by whatever its collision touches.
import type { Bumper } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import { newtons } from "../../core/units.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { touchReader } from "../mujoco/touch.ts";
import type { Scene } from "../sdf/model.ts";

/** Bumper.msg [D]: more than the base's own shaking, far less than the 65 N that half of ISO/TS 15066 leaves a shin. */
const PRESSED = 5;
/** Hz */
const RATE = 50;

/** The message with what follows from its force. A force that is no number presses. */
export const pressedBy = (message: Bumper): Bumper => ({ ...message, pressed: !(message.force < PRESSED) });

/** The bumper that is a model's collision of this name. Throws when it has none. */
export function bumper(
  sim: Simulation,
  scene: Scene,
  model: string,
  collision = "bumper",
): { readonly rate: number; read(stamp: Stamp): Bumper } {
  const links = scene.models.find(({ name }) => name === model)?.links ?? [];
  const link = links.find(({ collisions }) => collisions.some(({ name }) => name === collision));
  if (link === undefined) throw new Error(`${model}: expected a collision "${collision}"`);
  const geom = sim.index("mjOBJ_GEOM", `${bodyName(model, link.name)}/${collision}`);
  const read = touchReader(sim, (a, b) => a === geom || b === geom);
  return {
    rate: RATE,
    read(stamp) {
      const force = read().reduce((sum, touch) => sum + Math.hypot(...touch.force), 0);
      const header = { stamp, frame_id: link.name };
      return pressedBy({ header, name: collision, pressed: false, force: newtons(force) });
    },
  };
}
