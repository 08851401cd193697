// Stands at the hardware port inside the control group and tells, across threads, when commands become motion and when zero.
import { BroadcastChannel } from "node:worker_threads";
import { defineNode } from "../../core/node.ts";
import { SafetyState, type HardwareCommand } from "../../core/messages.ts";
import { secondsOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";

/** What the witness saw change. */
export interface Witnessed {
  readonly moving: boolean;
  /** a protective stop is in force: zero follows from it and from nothing else */
  readonly stopped: boolean;
  /** of the graph's clock, when the command was at the port */
  readonly at: Seconds;
  /** when the stop lane last heard a stop, by the same clock; NaN before the first */
  readonly laneAt: Seconds;
}

const isZero = ({ drive, joint_velocities: joints }: HardwareCommand): boolean =>
  [drive.linear.x, drive.angular.z, ...joints].every((velocity) => velocity === 0);

/** Steps in the turn of the event loop in which the gate publishes, and sees every command. */
export const witnessNode = (channelName: string) =>
  defineNode({
    name: "port_witness",
    period: seconds(1),
    subscribes: {
      command: topics.hardwareCommand,
      safety: topics.safetyState,
      signal: topics.operatorSignal,
    },
    wakes: ["command"],
    start(io) {
      const channel = new BroadcastChannel(channelName);
      let moving = false;
      let laneAt = seconds(NaN);
      return {
        step() {
          for (const { message } of io.take.signal())
            if (message.stop_pressed) laneAt = secondsOf(message.header.stamp);
          const command = io.latest.command?.message;
          if (command === undefined || moving === !isZero(command)) return;
          moving = !moving;
          const stopped = io.latest.safety?.message.motion === SafetyState.PROTECTIVE_STOP;
          channel.postMessage({ moving, stopped, at: io.now(), laneAt } satisfies Witnessed);
        },
        stop: () => channel.close(),
      };
    },
  });
