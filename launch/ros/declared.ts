// Opens every group of a ride once to read what its nodes declare; nothing of it runs.
import { rideGroups } from "../groups.ts";
import type { RideOptions } from "../options.ts";
import type { OpenGroup } from "../threads/group.ts";
import type { Declared } from "./policy.ts";
import { worldClock } from "./world-clock.ts";

/** Whoever calls it ends the process: ports and eyes stay open. */
export const declaredGroups = (options: RideOptions): Promise<readonly Declared[]> =>
  Promise.all(
    rideGroups(options, "ros").map(async ({ name, module, governsTime }) => {
      const { open } = (await import(module)) as { readonly open: OpenGroup };
      const { nodes } = await open(options as never, governsTime && worldClock(governsTime).time);
      return { name, nodes, tellsTime: governsTime !== undefined };
    }),
  );
