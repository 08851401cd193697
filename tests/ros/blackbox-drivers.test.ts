// The ears of the black box on ROS 2: what no group of ours says is recorded as it is heard by DDS.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { rosTopics, topics } from "../../core/topics.ts";
import { openRecording } from "../../robot/blackbox/read.ts";
import { NODE, ROOT } from "../../scripts/machine.js";
import { whyNoRos } from "./harness.ts";
import { messagesIn, pathsIn, read } from "./recorded.ts";
import { freePort } from "./ros-ride.ts";
import { ros2 } from "./ros2.ts";

const open: { stop(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0).toReversed()) one.stop();
});

describe.skipIf(whyNoRos !== undefined)(`on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`, () => {
  test("what a robot's drivers and a twist say is recorded as it is heard", async () => {
    const folder = mkdtempSync(join(tmpdir(), "blackbox-"));
    open.push({ stop: () => rmSync(folder, { recursive: true, force: true }) });
    const port = String(await freePort());
    const words = ["blackbox", "--hardware", "--port", port, "--blackbox", folder];
    const group = spawn(NODE, ["launch/ros/group.ts", ...words], { cwd: ROOT, stdio: "inherit" });
    const ended = new Promise((resolve) => group.once("exit", resolve));
    open.push({ stop: () => void group.kill("SIGKILL") });
    const say = (name: string, type: string, text: string) =>
      ros2("topic", "pub", "-w", "1", "--times", "5", "--rate", "20", name, type, text);
    await say("/joint_states", "sensor_msgs/msg/JointState", "{name: [lift_joint], position: [0.2]}");
    await say("/cmd_vel", "geometry_msgs/msg/TwistStamped", "{twist: {linear: {x: 0.1}}}");
    group.kill("SIGTERM");
    await ended;
    const messages = messagesIn(folder);
    // the first may come before the two have found each other
    const lifted = read(messages, topics.jointStates).map(({ position }) => position[0]);
    expect(lifted.slice(0, 3)).toEqual([0.2, 0.2, 0.2]);
    expect(lifted.length).toBeLessThan(6);
    const driven = read(messages, rosTopics.cmdVel).map(({ twist }) => twist.linear.x);
    expect(driven.slice(0, 3)).toEqual([0.1, 0.1, 0.1]);
    expect(openRecording(pathsIn(folder)[0] ?? "").about["simulated"]).toBe("false");
  });
});
