// The two conditions of the stop bench as groups of an embedded graph: as it always is, and flooded with a hung gateway.
import { freePort, type RideOptions } from "../options.ts";
import { rideGroups } from "../groups.ts";
import type { GroupDeclaration } from "../threads/graph.ts";

export type Condition = "quiet" | "flood";
export interface BenchOptions extends RideOptions {
  /** Name of the BroadcastChannel on which the witness speaks. */
  readonly channel: string;
}

const HOST = "127.0.0.1";
const IN_PLACE: Readonly<Record<Condition, Readonly<Record<string, string>>>> = {
  quiet: { control: "control" },
  flood: { control: "control", gateway: "stalled-gateway", camera: "fast-camera" },
};

export async function rideOptions(): Promise<BenchOptions> {
  const [port, lanePort] = [await freePort(0, HOST), await freePort(0, HOST)];
  return {
    port,
    lanePort,
    host: HOST,
    headless: true,
    seed: 1,
    world: undefined,
    channel: `witness ${port}`,
  };
}

/** Every group of the ride, some of them in another form. */
export const groupsUnder = (condition: Condition, options: BenchOptions): GroupDeclaration[] =>
  rideGroups(options).map((group) => {
    const other = IN_PLACE[condition][group.name];
    return other === undefined
      ? group
      : { ...group, module: new URL(`groups/${other}.ts`, import.meta.url).href };
  });
