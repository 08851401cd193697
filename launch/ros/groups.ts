// The groups of a ride as processes of ROS 2: what each is started with, and what follows when one dies. The one definition that `npm run ros` and `ros2 launch` read.
import { rideGroups } from "../groups.ts";
import type { RideOptions } from "../options.ts";
import { enclaveOf } from "./policy.ts";

export interface RosGroup {
  readonly name: string;
  /** "end": without it there is nothing to hold on to, and all ends (the simulated world). "again": it is started anew, the robot holds. */
  readonly onDeath: "end" | "again";
  /** What stands behind `--ros-args`, before what the user says. */
  readonly rosArgs: readonly string[];
}
/** s between a group's death and its new start. */
export const AGAIN = 0.5;

/**
 * Of these the ride consists. Where our own world is time, it tells it within its namespace, so that each of several robots has
 * its own, and all others hear it there.
 */
export function rosGroups(options: RideOptions): readonly RosGroup[] {
  const groups = rideGroups(options, "ros");
  const isSimulated = groups.some(({ governsTime }) => governsTime !== undefined);
  return groups.map(({ name, onDeath, governsTime }) => ({
    name,
    onDeath,
    rosArgs: [
      "--enclave",
      enclaveOf(name),
      ...(isSimulated ? ["-r", "/clock:=clock"] : []),
      ...(isSimulated && governsTime === undefined ? ["-p", "use_sim_time:=true"] : []),
    ],
  }));
}
