// The group of the simulated ward: physics and its sensors in a thread that does nothing else, for it must keep time.
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../../sim/resident/parameters.ts";
import { worldNode } from "../../sim/world.node.ts";
import type { RideOptions } from "../options.ts";
import type { OpenedGroup } from "../threads/group.ts";

/** The resident of the simulator is a synthetic person: that their picture is shown harms nobody. */
const SYNTHETIC = { picture_refused: false } as const;

export const open = async ({ seed, world }: RideOptions): Promise<OpenedGroup> => ({
  nodes: [worldNode(await loadEngine(), { ...DEFAULT_RESIDENT, seed }, world)],
  parameters: { world: SYNTHETIC },
});
