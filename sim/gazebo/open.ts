// Joins the ward of a running Gazebo, as this machine's environment says, and gives its node.
import type { AnyNode } from "../../core/node.ts";
import type { Engine } from "../mujoco/engine.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import { awaitGazebo, gazeboLink } from "./link.ts";
import { optionsFromEnvironment } from "./transport/environment.ts";
import { openTransport } from "./transport/transport.ts";
import { gazeboWorldNode } from "./world.node.ts";

/** As sim/models/ward.sdf names it. */
const WORLD = "ward";

/** Throws, within ten seconds and a little, when no Gazebo answers; then says what was looked for and what to start. */
export async function openGazebo(engine: Engine, resident: ResidentParameters): Promise<AnyNode> {
  const transport = await openTransport(optionsFromEnvironment());
  const link = gazeboLink(transport, WORLD);
  try {
    await awaitGazebo(link, WORLD);
  } catch (error) {
    await link.close();
    throw error;
  }
  return gazeboWorldNode(engine, link, resident);
}
