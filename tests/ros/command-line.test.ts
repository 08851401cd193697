// ROS's own command line beside our nodes: topics, services, actions, parameters and lifecycles mean what they mean everywhere.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { topics } from "../../core/topics.ts";
import type { Harness } from "../contracts/harness.ts";
import { openRos, whyNoRos } from "./harness.ts";
import { eventually, ros2 } from "./ros2.ts";

describe.skipIf(whyNoRos !== undefined)(`on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`, () => {
  let harness: Harness;
  const said: string[] = [];
  beforeAll(async () => {
    harness = await openRos({ a: ["parrot", "server"], b: ["eye"] });
    harness.on(topics.said, ({ key }) => said.push(key));
  }, 60_000);
  afterAll(() => harness?.stop());

  test("a topic that the command line says is heard, with a Korean word whole", async () => {
    const message = '{key: "안녕하세요", resident: "김"}';
    await ros2("topic", "pub", "--once", "-w", "1", "/resident/heard", "care_interfaces/msg/Spoken", message);
    await harness.until(() => said.includes("안녕하세요"));
  });
  test("a service answers", () =>
    eventually(
      [
        "service",
        "call",
        "/sim/inject_fault",
        "care_interfaces/srv/InjectFault",
        '{fault: estop, "on": false}',
      ],
      /refused=True, reason='estop'/,
    ));
  test("an action gives feedback and its result", () =>
    eventually(
      [
        "action",
        "send_goal",
        "--feedback",
        "/task/stand_up",
        "care_interfaces/action/StandUp",
        "{rise_time: 0.0}",
      ],
      /phase: 1[\s\S]*SUCCEEDED/,
    ));
  test("a parameter is described with its unit, and takes no value out of its range", async () => {
    await eventually(["param", "describe", "/eye", "busy"], /how long one look takes \[s\], 0 to 1/);
    expect(await ros2("param", "set", "/eye", "busy", "7.0")).toMatch(/Setting parameter failed/);
    expect(await ros2("param", "set", "/eye", "busy", "0.25")).toMatch(/successful/);
    expect(await ros2("param", "get", "/eye", "busy")).toContain("0.25");
  });
  test("a node that is deactivated hears and says nothing more, until it is activated", async () => {
    await eventually(["lifecycle", "get", "/parrot"], "active");
    expect(await ros2("lifecycle", "set", "/parrot", "deactivate")).toContain("successful");
    const before = said.length;
    await ros2(
      "topic",
      "pub",
      "--once",
      "-w",
      "1",
      "/resident/heard",
      "care_interfaces/msg/Spoken",
      "{key: deaf}",
    );
    expect(said.length).toBe(before);
    expect(await ros2("lifecycle", "set", "/parrot", "activate")).toContain("successful");
    await ros2(
      "topic",
      "pub",
      "--once",
      "-w",
      "1",
      "/resident/heard",
      "care_interfaces/msg/Spoken",
      "{key: back}",
    );
    await harness.until(() => said.includes("back"));
  });
  test("a node that is cleaned up and configured anew starts from its beginning", async () => {
    for (const transition of ["deactivate", "cleanup", "configure", "activate"])
      expect(await ros2("lifecycle", "set", "/parrot", transition)).toContain("successful");
    await ros2(
      "topic",
      "pub",
      "--once",
      "-w",
      "1",
      "/resident/heard",
      "care_interfaces/msg/Spoken",
      "{key: anew}",
    );
    await harness.until(() => said.includes("anew"));
  });
});
