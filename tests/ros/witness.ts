// What the robot does, heard on ROS by this process itself: the drives' commands, the wheels, what is seen and what is allowed, with their stamps and when they came.
import { defineNode } from "../../core/node.ts";
import type { HardwareCommand, Odometry, Person, SafetyState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { Hub } from "../../launch/hub.ts";
import { openRcl } from "../../launch/ros/rcl.ts";
import { runRosGroup } from "../../launch/ros/run-group.ts";

interface Heard<M> {
  readonly message: M;
  /** ms, performance.now() */
  readonly came: number;
}
export interface Witness {
  readonly commands: readonly Heard<HardwareCommand>[];
  readonly wheels: readonly Heard<Odometry>[];
  readonly people: readonly Heard<Person>[];
  readonly states: readonly Heard<SafetyState>[];
}

const node = defineNode({
  name: "witness",
  period: seconds(3600),
  subscribes: {
    command: topics.hardwareCommand,
    odometry: topics.odometry,
    person: topics.person,
    state: topics.safetyState,
  },
  start: () => ({ step: () => {} }),
});

let opened: Promise<Witness> | undefined;
/** Once a process: a context of ROS is opened once. */
export const witness = (): Promise<Witness> =>
  (opened ??= openRcl().then(async (rcl) => {
    const hub = new Hub();
    const commands: Heard<HardwareCommand>[] = [];
    const wheels: Heard<Odometry>[] = [];
    const people: Heard<Person>[] = [];
    const states: Heard<SafetyState>[] = [];
    const note =
      <M>(all: Heard<M>[]) =>
      (message: unknown) =>
        void all.push({ message: message as M, came: performance.now() });
    hub.subscribe(topics.hardwareCommand, note(commands));
    hub.subscribe(topics.odometry, note(wheels));
    hub.subscribe(topics.person, note(people));
    hub.subscribe(topics.safetyState, note(states));
    await runRosGroup(rcl, "witness", { nodes: [node] }, { hubOf: () => hub }, (why) => {
      throw new Error(why);
    });
    return { commands, wheels, people, states };
  }));
