// The group of the simulated ward: physics and its sensors, or the link to Gazebo's, in a thread that does nothing else, for it must keep time.
import { openGazebo } from "../../sim/gazebo/open.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../../sim/resident/parameters.ts";
import { worldNode } from "../../sim/world.node.ts";
import type { RideOptions } from "../options.ts";
import type { OpenedGroup } from "../threads/group.ts";

/** The resident of the simulator is a synthetic person: that their picture is shown harms nobody. */
const SYNTHETIC = { picture_refused: false } as const;

export async function open({ seed, world, gazebo }: RideOptions): Promise<OpenedGroup> {
  const engine = await loadEngine();
  const resident = { ...DEFAULT_RESIDENT, seed };
  return {
    nodes: [gazebo ? await openGazebo(engine, resident) : worldNode(engine, resident, world)],
    parameters: { world: SYNTHETIC },
  };
}
