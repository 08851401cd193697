// The conditions of the stop bench: the whole ride as it always is, and flooded with pictures beside a hung gateway; switched while it runs.
import { join } from "node:path";
import { freePort, RECORDINGS, type RideOptions } from "../options.ts";
import { rideGroups } from "../groups.ts";
import type { GroupDeclaration } from "../threads/graph.ts";

export const CONDITIONS = ["quiet", "flood"] as const;
export type Condition = (typeof CONDITIONS)[number];

export interface BenchOptions extends RideOptions {
  /** Name of the BroadcastChannel on which the witness speaks. */
  readonly channel: string;
  /** Shared by all threads; its one number is the place of the condition in `CONDITIONS`. */
  readonly condition: Int32Array<SharedArrayBuffer>;
}

const HOST = "127.0.0.1";
/** Groups of the ride in another form, which is the same while it is quiet. */
const IN_PLACE: ReadonlySet<string> = new Set(["control", "gateway", "camera"]);

export async function rideOptions(): Promise<BenchOptions> {
  const [port, lanePort] = [await freePort(0, HOST), await freePort(0, HOST)];
  const condition = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  return {
    port,
    lanePort,
    host: HOST,
    headless: true,
    seed: 1,
    world: undefined,
    gazebo: false,
    hardware: false,
    ros2Control: false,
    nav2: false,
    time: { paused: false, speed: 1 },
    from: undefined,
    blackBox: join(RECORDINGS, "../bench-blackbox"),
    session: `bench-${port}`,
    channel: `witness ${port}`,
    condition,
  };
}

export const groupsOf = (options: BenchOptions): GroupDeclaration[] =>
  rideGroups(options).map((group) =>
    IN_PLACE.has(group.name)
      ? { ...group, module: new URL(`groups/${group.name}.ts`, import.meta.url).href }
      : group,
  );

export const isFlooded = ({ condition }: BenchOptions): boolean =>
  CONDITIONS[Atomics.load(condition, 0)] === "flood";
export const begin = ({ condition }: BenchOptions, wanted: Condition): void =>
  void Atomics.store(condition, 0, CONDITIONS.indexOf(wanted));
