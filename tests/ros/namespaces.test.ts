// Two robots in one domain: each in a namespace of its own, and neither hears what the other is told.
import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { begin, whyNoRos } from "./harness.ts";
import { eventually, ros2 } from "./ros2.ts";

const ROOMS = ["room_3", "room_4"] as const;

describe.skipIf(whyNoRos !== undefined)(`on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`, () => {
  let robots: ChildProcess[] = [];
  beforeAll(async () => {
    robots = await Promise.all(
      ROOMS.map((room) =>
        begin(room, ["parrot", "server"], {}, () => {}, ["--ros-args", "-r", `__ns:=/${room}`]),
      ),
    );
  }, 60_000);
  afterAll(() => robots.forEach((robot) => robot.kill("SIGTERM")));

  test("all topics, services and actions are within the robot's namespace, and none beside it", async () => {
    await eventually(["topic", "list"], /\/room_3\/resident\/said\n[^]*\/room_4\/resident\/said\n/);
    const listed = await ros2("topic", "list", "--include-hidden-topics");
    for (const room of ROOMS) {
      expect(listed).toContain(`/${room}/resident/heard\n`);
      expect(listed).toContain(`/${room}/task/stand_up/_action/status\n`);
      await eventually(["service", "list"], `/${room}/sim/inject_fault`);
    }
    // of a node itself: the list may still hold what an earlier test has left
    const own = [...(await ros2("node", "info", "/room_3/parrot")).matchAll(/^ {4}(\/[^:]+): /gm)];
    const outside = own.map(([, name]) => name).filter((name) => !name?.startsWith("/room_3/"));
    expect(own.length).toBeGreaterThan(10);
    expect(outside.filter((name) => name !== "/rosout" && name !== "/parameter_events")).toEqual([]);
  });
  test("the one answers what it is asked, and the other says nothing", async () => {
    const echo = ros2("topic", "echo", "--once", "--field", "key", "/room_4/resident/said");
    const other = ros2("topic", "echo", "--once", "--timeout", "5", "/room_3/resident/said");
    await ros2(
      ...["topic", "pub", "--times", "20", "--rate", "5", "-w", "1", "/room_4/resident/heard"],
      ...["care_interfaces/msg/Spoken", "{key: four}"],
    );
    expect(await echo).toContain("four");
    expect(await other).not.toContain("key");
  });
});
