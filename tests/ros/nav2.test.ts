// /drive_to before an rclpy peer that speaks as Nav2 does: a goal goes through, its twists become somebody's requests, and a load ends it.
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  DriveTo_Result as Result,
  Lease,
  SafetyState,
  type DriveTo_Feedback,
  type MotionRequest,
} from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { ready } from "../../core/safety/rehearsal.ts";
import { actions, topics } from "../../core/topics.ts";
import { milliseconds } from "../../core/units.ts";
import { requestAction } from "../../launch/actions.ts";
import { Hub } from "../../launch/hub.ts";
import { openRcl } from "../../launch/ros/rcl.ts";
import { runRosGroup } from "../../launch/ros/run-group.ts";
import { pose } from "../../robot/navigation/nav2-peer.ts";
import { lease as leaseAt } from "../../robot/requests.ts";
import { NODE } from "../../scripts/machine.js";
import { whyWithout } from "./harness.ts";
import { tell, type Line, type Teller } from "./lines.ts";
import { ros2 } from "./ros2.ts";

interface Told extends Line {
  readonly x?: number;
  readonly frame?: string;
  readonly how?: string;
}
let load: number = SafetyState.LOAD_NONE;
const robot = defineNode({
  name: "robot",
  period: milliseconds(20),
  publishes: { safety: topics.safetyState, lease: topics.lease },
  subscribes: { asked: topics.operatorMotion },
  requests: { go: actions.driveTo },
  start: ({ now, publish }) => ({
    step() {
      publish.safety(ready(now(), { load }));
      publish.lease(leaseAt(now(), { kind: Lease.ON_SITE, holder: "Kim" }).message);
    },
  }),
});
const group = (name: string, ...rosArgs: string[]) =>
  tell<Line>(NODE, ["launch/ros/group.ts", name, "--nav2", "--ros-args", ...rosArgs]);

const lacking = whyWithout("nav2_msgs");
describe.skipIf(lacking !== undefined)(`on ROS 2${lacking === undefined ? "" : `: ${lacking}`}`, () => {
  const hub = new Hub();
  const asked: MotionRequest[] = [];
  const feedback: DriveTo_Feedback[] = [];
  let peer: Teller<Told>;
  const open: Teller<Line>[] = [];
  const moved = () => asked.filter(({ drive }) => drive.linear.x === 0.2);
  const go = (x: number) => {
    const { promise, resolve } = Promise.withResolvers<readonly [string, Result | undefined]>();
    const sent = requestAction(hub.ask.bind(hub), actions.driveTo, () => {})(
      { pose: pose(x), operator_name: "Kim" },
      {
        feedback: (one) => void feedback.push(one as DriveTo_Feedback),
        ended: (outcome, result) => resolve([outcome, result as Result | undefined]),
      },
    );
    return { ended: promise, cancel: () => sent.cancel() };
  };
  /** The same once it is begun: until then discovery or the relay's first word may be missing. */
  const begun = async (x: number) => {
    for (;;) {
      const errand = go(x);
      const from = peer.lines.length;
      const first = await Promise.race([errand.ended, peer.find(({ kind }) => kind === "goal", from)]);
      if (!Array.isArray(first)) return errand;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  beforeAll(async () => {
    hub.subscribe(topics.operatorMotion, (message) => asked.push(message as MotionRequest));
    await runRosGroup(await openRcl(), "robot", { nodes: [robot] }, { hubOf: () => hub }, (why) => {
      throw new Error(why);
    });
    peer = tell<Told>("python3", [join(import.meta.dirname, "nav2-peer.py")]);
    open.push(peer, group("twist", "-p", "operator:=Kim"), group("navigation"));
    await peer.find(({ kind }) => kind === "up");
  }, 60_000);
  beforeEach(() => {
    asked.length = 0;
    load = SafetyState.LOAD_NONE;
  });
  afterAll(() => open.forEach((one) => one.kill()));

  test("a goal is Nav2's, its twists become requests of who is in command, and its end is told", async () => {
    const { ended } = await begun(-1);
    expect(peer.lines.findLast(({ kind }) => kind === "goal")).toMatchObject({
      x: -1,
      frame: "map",
      tree: "",
    });
    const [outcome, result] = await ended;
    expect([outcome, result?.code, result?.reason]).toEqual(["succeeded", Result.ARRIVED, ""]);
    expect(moved().length).toBeGreaterThan(5);
    expect(moved().at(-1)).toMatchObject({
      source: "Kim",
      epoch: 5,
      nonce: 77,
      header: { frame_id: "base_link" },
    });
    expect(feedback.at(-1)).toMatchObject({ distance: 1.5, time_left: 7, recoveries: 2 });
  });
  test("somebody who is touched ends it: Nav2 is cancelled, and says so", async () => {
    const { ended } = await begun(1);
    await until(() => moved().length > 3);
    const from = peer.lines.length;
    load = SafetyState.LOAD_TOUCHING;
    await peer.find(({ kind, how }) => kind === "end" && how === "canceled", from);
    const [outcome, result] = await ended;
    expect([outcome, result?.code, result?.reason]).toEqual([
      "aborted",
      Result.STOPPED,
      "reason.person_in_arms",
    ]);
    expect((await go(1).ended)[1]).toMatchObject({ code: Result.REFUSED, reason: "reason.person_in_arms" });
  });
  test("who asked takes it back, and a place that Nav2 refuses is told of", async () => {
    const errand = await begun(1);
    errand.cancel();
    expect((await errand.ended)[1]).toMatchObject({ code: Result.CANCELED, reason: "" });
    expect((await go(101).ended)[1]).toMatchObject({ code: Result.FAILED, reason: "reason.nav2_refuses" });
  });
  test("ROS's own command line sends it somewhere, and reads how it ended", async () => {
    const goal =
      "{operator_name: Kim, pose: {header: {frame_id: map}, pose: {position: {x: -1.0}, orientation: {w: 1.0}}}}";
    const said = await ros2(
      "action",
      "send_goal",
      "--feedback",
      "/drive_to",
      "care_interfaces/action/DriveTo",
      goal,
    );
    expect(said).toMatch(/distance: 1.5[^]*SUCCEEDED/);
    const nobody = goal.replace("Kim", "Lee");
    expect(
      await ros2("action", "send_goal", "/drive_to", "care_interfaces/action/DriveTo", nobody),
    ).toContain("reason.not_in_command");
  });
});
