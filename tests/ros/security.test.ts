// SROS 2 with the permissions that our nodes declare: the ride takes place under enforcement, and neither a stranger nor another group moves the robot.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { SafetyState, TaskState } from "../../core/messages.ts";
import { topics, type Topic } from "../../core/topics.ts";
import { rosName } from "../../launch/ros/names.ts";
import { enclaveOf } from "../../launch/ros/policy.ts";
import { NODE, ROOT } from "../../scripts/machine.js";
import { whyNoRos } from "./harness.ts";
import { sitDown } from "./page.ts";
import { startRosRide } from "./ros-ride.ts";
import { ros2 } from "./ros2.ts";

const run = promisify(execFile);
/** ms: for a machine that is busy. */
const LONG = 600_000;
const why =
  whyNoRos ??
  ((await ros2("security", "-h")).includes("create_keystore") ? undefined : "ros2 security is not there");

const open: { stop(): Promise<void> | void }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.stop();
});

/** A keystore with the keys and permissions of every group, as docs/on-a-robot.md makes it; this process and what it starts are told of it. */
async function enforce(folder: string): Promise<void> {
  const { stdout: policy } = await run(NODE, ["launch/ros.ts", "policy"], { cwd: ROOT });
  const [store, file] = [join(folder, "keystore"), join(folder, "policy.xml")];
  writeFileSync(file, policy);
  const enclaves = [...policy.matchAll(/<enclave path="([^"]*)"/g)].map(([, path = ""]) => path);
  await run("ros2", ["security", "create_keystore", store]);
  await run("ros2", ["security", "generate_artifacts", "-k", store, "-p", file, "-e", ...enclaves]);
  Object.assign(process.env, {
    ROS_SECURITY_KEYSTORE: store,
    ROS_SECURITY_ENABLE: "true",
    ROS_SECURITY_STRATEGY: "Enforce",
  });
}

/** Whether a program with the keys of this group may publish on each of these topics. */
async function mayPublish(group: string, node: string, asked: readonly Topic[]): Promise<readonly boolean[]> {
  const pairs = asked.map(({ name, type }) => `${type}=${rosName(name)}`);
  const words = [join(import.meta.dirname, "insider.py"), node, ...pairs];
  const { stdout } = await run("python3", [...words, "--ros-args", "--enclave", enclaveOf(group)]);
  const told = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Readonly<Record<string, boolean>>;
  return asked.map(({ name }) => told[rosName(name)] ?? false);
}

describe.skipIf(why !== undefined)(`SROS 2${why === undefined ? "" : `: ${why}`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "security-"));
  beforeAll(() => enforce(folder), 120_000);

  test(
    "under enforcement the robot sees, moves and is stopped; strangers hear nothing, and each group says what is its own",
    { timeout: LONG },
    async () => {
      open.push({ stop: () => rmSync(folder, { recursive: true }) });
      const ride = await startRosRide(["--seed", "3", "--blackbox", join(folder, "box")]);
      open.push(ride);
      const page = await sitDown(ride.host);
      open.push({ stop: () => page.leave() });
      await page.keepGoing();
      await page.untilPhase(TaskState.APPROACH);
      await page.untilState(({ motion }) => motion === SafetyState.MOVING);
      const { hardwareCommand, safetyState, operatorMotion, taskMotion } = topics;
      const moving = [hardwareCommand, safetyState, operatorMotion, taskMotion];
      expect(await mayPublish("control", "gate", moving)).toEqual([true, true, false, false]);
      expect(await mayPublish("gateway", "gateway", moving)).toEqual([false, false, true, false]);
      expect(await mayPublish("planner", "stand_up", moving)).toEqual([false, false, false, true]);
      expect(await mayPublish("blackbox", "black_box", moving)).toEqual([false, false, false, false]);
      process.env["ROS_SECURITY_ENABLE"] = "false";
      expect(await ros2("topic", "list", "--no-daemon")).not.toContain("safety");
      expect(await page.lane.stop()).toBe(true);
      await page.untilState(({ needs_reset: stopped }) => stopped);
    },
  );
});
