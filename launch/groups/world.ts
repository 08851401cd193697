// The group of the simulated ward: physics and its sensors, or the link to Gazebo's, in a thread that does nothing else, for it must keep time.
import type { AnyNode } from "../../core/node.ts";
import { openGazebo } from "../../sim/gazebo/open.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { momentDesk } from "../../sim/moments/desk.ts";
import { openShelf } from "../../sim/moments/shelf.ts";
import { DEFAULT_RESIDENT } from "../../sim/resident/parameters.ts";
import { eyesPaceNode } from "../../sim/eyes-pace.node.ts";
import { simTimeNode } from "../../sim/sim-time.node.ts";
import type { TimeControl } from "../../sim/time-control.ts";
import { worldNode } from "../../sim/world.node.ts";
import { MOMENTS, type RideOptions } from "../options.ts";
import type { OpenedGroup } from "../threads/group.ts";

/** The resident of the simulator is a synthetic person: that their picture is shown harms nobody. */
const SYNTHETIC = { picture_refused: false } as const;

export async function open(
  { seed, world, gazebo, from }: RideOptions,
  time: TimeControl | undefined,
): Promise<OpenedGroup> {
  const engine = await loadEngine();
  const resident = { ...DEFAULT_RESIDENT, seed };
  const parameters = { world: SYNTHETIC };
  if (gazebo) return { nodes: [await openGazebo(engine, resident)], parameters };
  const desk = momentDesk();
  const ward = worldNode(engine, resident, { file: world }, desk);
  if (time === undefined) return { nodes: [ward], parameters };
  return {
    nodes: [timely(ward, time), eyesPaceNode(time), simTimeNode(time, desk, openShelf(MOMENTS, from))],
    parameters,
  };
}

/** The world, without which no time passes. */
const timely = (world: AnyNode, time: TimeControl): AnyNode => ({
  ...world,
  start(io) {
    const ward = world.start(io);
    const step = () => {
      const until = io.now();
      ward.step();
      time.lived("world", until);
    };
    return { ...ward, step };
  },
});
