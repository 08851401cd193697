// Drives a graph on ROS 2: each group a process, and a probe in this one that says, hears, asks and sends.
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { defineNode } from "../../core/node.ts";
import { actions, services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { requestAction } from "../../launch/actions.ts";
import { Hub } from "../../launch/hub.ts";
import { openRcl } from "../../launch/ros/rcl.ts";
import { runRosGroup } from "../../launch/ros/run-group.ts";
import type { Groups, Harness, Open, Parameters } from "../contracts/harness.ts";

/** Why ROS 2 cannot be tried here, or undefined where it can. */
export const whyNoRos = await openRcl().then(
  () => undefined,
  (error: unknown) => (error instanceof Error ? error.message : String(error)),
);

/** ms until two processes have found each other and are still silent. */
const LONG = 30_000;
const probe = defineNode({
  name: "probe",
  period: seconds(3600),
  subscribes: { said: topics.said },
  publishes: { heard: topics.heard, image: topics.image, task: topics.taskState },
  calls: { fault: services.injectFault, reset: services.resetWorld },
  requests: { standUp: actions.standUp },
  start: () => ({ step: () => {} }),
});

/** Of this process: a context of ROS is opened once. */
let probing: Promise<Hub> | undefined;
const probeHub = (): Promise<Hub> =>
  (probing ??= openRcl().then(async (rcl) => {
    const hub = new Hub();
    await runRosGroup(rcl, "probe", { nodes: [probe] }, { hubOf: () => hub }, (why) => {
      throw new Error(why);
    });
    return hub;
  }));

/** Starts the contract's nodes as a process of ROS 2; resolves when it is up. */
export function begin(
  name: string,
  nodes: Groups[string],
  parameters: Parameters = {},
  told: (line: string) => void = () => {},
  rosArgs: readonly string[] = [],
) {
  const options = JSON.stringify({ name, nodes, parameters });
  const child = spawn(process.execPath, [
    join(import.meta.dirname, "contract-group.ts"),
    options,
    ...rosArgs,
  ]);
  const { promise, resolve, reject } = Promise.withResolvers<ChildProcess>();
  let last = "";
  child.stdout.on("data", (text: Buffer) => String(text).includes("up") && resolve(child));
  child.stderr.on("data", (text: Buffer) => {
    for (const line of String(text)
      .split("\n")
      .filter((one) => one.startsWith("group ")))
      told((last = line));
  });
  child.once("exit", () => reject(new Error(last)));
  return promise;
}

export const openRos: Open = (groups, parameters) => openKillable(groups, parameters);

/** The same, whose groups can be killed as a crash would. */
export const openKillable = async (
  groups: Groups,
  parameters: Parameters = {},
): Promise<Harness & { kill(): void }> => {
  const errors: string[] = [];
  const hub = await probeHub();
  const undo: (() => void)[] = [];
  const children = await Promise.all(
    Object.entries(groups).map(([name, nodes]) =>
      begin(name, nodes, parameters, (line) => errors.push(line)),
    ),
  );
  return {
    errors,
    kill: () => children.forEach((child) => child.kill("SIGKILL")),
    publish: (topic, message) => hub.publish(topic, message),
    on: (topic, heard) => void undo.push(hub.subscribe(topic, (message) => heard(message as never))),
    call: (service, request, done) =>
      void hub.ask(service.name, request, (reply) => {
        if (reply.kind !== "end") return;
        if (reply.outcome === "succeeded") done({ ok: true, response: reply.payload as never });
        else done({ ok: false, why: "unreachable", detail: reply.detail });
      }),
    send: (action, goal, events) => requestAction(hub.ask.bind(hub), action, () => {})(goal, events),
    until: async (holds) => {
      const end = performance.now() + LONG;
      while (!holds()) {
        if (performance.now() > end) throw new Error(`still not: ${String(holds)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    stop: async () => {
      undo.splice(0).forEach((drop) => drop());
      await Promise.all(
        children.map(async (child) => {
          const gone = new Promise((resolve) => child.once("exit", resolve));
          if (child.exitCode !== null || child.signalCode !== null) return;
          child.kill("SIGTERM");
          await gone;
        }),
      );
    },
  };
};
