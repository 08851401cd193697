// A running Gazebo as our world needs it: what its topics last said, and what can be asked of it.
import { setTimeout as pause } from "node:timers/promises";
import { seconds } from "../../core/units.ts";
import { decodeGz, encodeGz, type GzMessages, type GzType } from "./messages.ts";
import { secondsIn } from "./senses.ts";
import type { Transport } from "./transport/transport.ts";

/** The newest message of a topic, once. */
export interface Channel<T> {
  take(): T | undefined;
}

/** Gazebo's time, s, and when that was heard, s of this machine's monotonic clock. */
export interface Tick {
  readonly sim: number;
  readonly heardAt: number;
}

export interface GazeboLink {
  readonly transport: Transport;
  channel<T extends GzType>(topic: string, type: T): Channel<GzMessages[T]>;
  /** Every word of Gazebo's clock since it was last asked. */
  ticks(): readonly Tick[];
  twist(topic: string): (forward: number, turn: number) => void;
  number(topic: string): (value: number) => void;
  /** Whether a Gazebo with this world is there, running or paused. */
  isThere(): boolean;
  pause(paused: boolean): Promise<void>;
  /** Steps a paused world so many times; back when it has been told to. */
  step(times: number): Promise<void>;
  /** How many times faster than real time the world may run, and the length of its steps, s. */
  rate(factor: number, step: number): Promise<void>;
  /** Takes a model away. Back once the world is without it. */
  remove(model: string): Promise<void>;
  /** Brings a model in. Back once the world has it. */
  create(model: string, sdf: string): Promise<void>;
  close(): Promise<void>;
}

/** [ms] for an answer, and for its effect to show: Gazebo answers that a request is queued, not that it was done. */
const PATIENCE = 5000;
const LOOK = 50;
/** gz-msgs, entity.proto */
const MODEL = 2;
/** A graph that stands still must not pile up what Gazebo says meanwhile. */
const MOST_TICKS = 100_000;

/** Joins the world of this name. Nothing is waited for: see `awaitGazebo`. */
export function gazeboLink(transport: Transport, world: string): GazeboLink {
  const at = `/world/${world}`;
  let ticks: Tick[] = [];
  let models: ReadonlySet<string> = new Set();
  transport.subscribe(`${at}/clock`, "Clock", (bytes) => {
    const sim = secondsIn(decodeGz("Clock", bytes).sim);
    if (ticks.length < MOST_TICKS) ticks.push({ sim, heardAt: performance.now() / 1000 });
  });
  transport.subscribe(`${at}/dynamic_pose/info`, "Pose_V", (bytes) => {
    models = new Set(decodeGz("Pose_V", bytes).pose.map(({ name }) => name));
  });

  async function order<T extends GzType>(service: string, type: T, message: GzMessages[T]): Promise<void> {
    const name = { name: `${at}/${service}`, request: type, response: "Boolean" };
    const reply = await transport.ask(name, encodeGz(type, message), PATIENCE);
    if (!reply.ok) throw new Error(`gazebo: ${name.name} is ${reply.why}`);
    if (!decodeGz("Boolean", reply.bytes).data) throw new Error(`gazebo: ${name.name} was refused`);
  }
  async function seen(what: string, isTrue: () => boolean): Promise<void> {
    const end = performance.now() + PATIENCE;
    while (!isTrue()) {
      if (performance.now() > end) throw new Error(`gazebo: ${what} was accepted, but is not to be seen`);
      await pause(LOOK);
    }
  }

  return {
    transport,
    channel(topic, type) {
      let newest: GzMessages[typeof type] | undefined;
      transport.subscribe(topic, type, (bytes) => (newest = decodeGz(type, bytes)));
      return {
        take() {
          const taken = newest;
          newest = undefined;
          return taken;
        },
      };
    },
    ticks() {
      const heard = ticks;
      ticks = [];
      return heard;
    },
    twist(topic) {
      const said = transport.advertise(topic, "Twist");
      return (forward, turn) =>
        said.publish(
          encodeGz("Twist", { linear: { x: forward, y: 0, z: 0 }, angular: { x: 0, y: 0, z: turn } }),
        );
    },
    number(topic) {
      const said = transport.advertise(topic, "Double");
      return (data) => said.publish(encodeGz("Double", { data }));
    },
    isThere: () => transport.server(`${at}/control`) !== undefined,
    pause: (paused) => order("control", "WorldControl", { pause: paused }),
    step: (times) => order("control", "WorldControl", { pause: true, multi_step: times }),
    rate: (factor, step) =>
      order("set_physics", "Physics", { real_time_factor: factor, max_step_size: step }),
    async remove(model) {
      await order("remove", "Entity", { name: model, type: MODEL });
      await seen(`removing "${model}"`, () => !models.has(model));
    },
    async create(model, sdf) {
      await order("create", "EntityFactory", { sdf });
      await seen(`creating "${model}"`, () => models.has(model));
    },
    close: () => transport.close(),
  };
}

/** Waits until Gazebo is there, and sets it running. Throws one error that says what was looked for, where, and what to start. */
export async function awaitGazebo(link: GazeboLink, world: string, patience = seconds(10)): Promise<void> {
  const end = performance.now() + patience * 1000;
  while (!link.isThere()) {
    if (performance.now() > end) {
      const { partition, interfaces, group, messagePort } = link.transport.options;
      throw new Error(
        `no Gazebo answers: looked ${patience} s for world "${world}" in partition "${partition}", ` +
          `by ${group}:${messagePort} on ${interfaces.join(", ")}. ` +
          `Write the world and see how to start it: npm run gazebo. ` +
          `GZ_PARTITION and GZ_IP (Fortress: IGN_PARTITION, IGN_IP) must be the same for both.`,
      );
    }
    await pause(LOOK);
  }
  await link.pause(false);
}
