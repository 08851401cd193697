// Plays a recorded ride to supervisor and gate as they run, on its own time, and takes the time of each of their steps.
import { SafetyState, type HardwareCommand } from "../../../core/messages.ts";
import type { AnyNode } from "../../../core/node.ts";
import { services, topics, type Topic } from "../../../core/topics.ts";
import { seconds, type Seconds } from "../../../core/units.ts";
import { gateNode } from "../../../robot/gate.node.ts";
import { safetyNode } from "../../../robot/safety.node.ts";
import { hostNode, type HostedNode } from "../../host.ts";
import { Hub } from "../../hub.ts";
import type { Recording } from "./recording.ts";

/** µs of each step, wakes too. */
export interface Times {
  readonly supervisor: number[];
  readonly gate: number[];
}

export interface Silence {
  readonly topic: Topic;
  readonly from: Seconds;
}
/** What followed a silence. */
export interface Followed {
  /** s from the last message to the supervisor's demand to hold or worse; NaN when it made none */
  readonly demanded: number;
  /** s from the last message to zero at the hardware; NaN when the robot stood already, or never stood */
  readonly stood: number;
}

/** s that a silence is waited for to be noticed. */
const PATIENCE = 1;

/** Nodes on one hub whose steps are timed. */
class Player {
  readonly #hub = new Hub();
  readonly #nodes: readonly { readonly hosted: HostedNode; readonly times: number[]; beats: number }[];
  readonly #woken = new Set<string>();
  readonly #start: Seconds;
  now: Seconds;

  /** Switched on at `start`. */
  constructor(times: Times, start: Seconds) {
    this.#start = start;
    this.now = start;
    const host = (spec: AnyNode, into: number[]) => {
      const wake = (name: string) => void this.#woken.add(name);
      return {
        hosted: hostNode(spec, this.#hub, { now: () => this.now, wake }),
        times: into,
        beats: 0,
      };
    };
    this.#nodes = [host(safetyNode, times.supervisor), host(gateNode, times.gate)];
  }

  on<M>(topic: Topic<M>, heard: (message: M) => void): void {
    this.#hub.subscribe(topic, (message) => heard(message as M));
  }

  /** Steps whatever is due before `to`, and goes there. */
  go(to: Seconds): void {
    for (;;) {
      const due = ({ beats, hosted }: { readonly beats: number; readonly hosted: HostedNode }) =>
        this.#start + beats * hosted.period;
      const [next] = this.#nodes.toSorted((a, b) => due(a) - due(b));
      if (next === undefined || due(next) > to) break;
      this.now = seconds(Math.max(this.now, due(next)));
      next.beats += 1;
      this.#step(next);
      this.#settle();
    }
    this.now = seconds(Math.max(this.now, to));
  }

  hear(topic: Topic, message: unknown): void {
    this.#hub.publish(topic, message);
    this.#settle();
  }

  act(act: number): void {
    const payload = { act, operator_name: "care_worker", on_site: true };
    this.#hub.ask(services.operatorAct.name, payload, () => {});
    this.#settle();
  }

  #settle(): void {
    for (const node of this.#nodes) if (this.#woken.delete(node.hosted.name)) this.#step(node);
  }

  #step({ hosted, times }: { readonly hosted: HostedNode; readonly times: number[] }): void {
    const begin = performance.now();
    hosted.step();
    times.push(1000 * (performance.now() - begin));
  }
}

/** Plays until the end, or until a silence has been followed. */
export function play({ heard, acts, duration }: Recording, times: Times, silence?: Silence): Followed {
  const player = new Player(times, heard[0]?.at ?? seconds(0));
  const follower = follow(player, silence);
  const left = [...acts];
  for (const { at, topic, message } of heard) {
    for (; left[0] !== undefined && left[0].at <= at; left.shift()) player.act(left[0].act);
    player.go(at);
    if (follower.passes(at, topic)) player.hear(topic, message);
    if (silence !== undefined && at > silence.from + PATIENCE) break;
  }
  if (silence === undefined) player.go(duration);
  return follower.followed;
}

/** Takes a topic away from a moment on, and watches what becomes of it. */
function follow(player: Player, silence: Silence | undefined) {
  const followed = { demanded: NaN, stood: NaN };
  let [last, moved] = [NaN, false];
  const note = (what: "demanded" | "stood") => {
    const isAfter = silence !== undefined && player.now > silence.from;
    if (isAfter && Number.isNaN(followed[what])) followed[what] = player.now - last;
  };
  player.on(topics.safetyState, ({ demand }) => {
    if (demand >= SafetyState.DEMAND_HOLD) note("demanded");
  });
  player.on(topics.hardwareCommand, (command) => {
    const isBefore = silence !== undefined && player.now <= silence.from;
    if (isBefore) moved = moves(command);
    if (moved && !moves(command)) note("stood");
  });
  return {
    followed,
    passes(at: Seconds, topic: Topic): boolean {
      if (topic.name !== silence?.topic.name) return true;
      if (at <= silence.from) last = at;
      return at <= silence.from;
    },
  };
}

const moves = ({ drive, joint_velocities }: HardwareCommand) =>
  [drive.linear.x, drive.angular.z, ...joint_velocities].some((velocity) => velocity !== 0);
