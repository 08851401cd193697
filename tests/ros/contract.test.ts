// The contract of a runner, asked of ROS 2: each group a process, joined by DDS. Skipped, with a word, where ROS 2 is not sourced.
import { expect, test } from "vitest";
import { actions, services } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { contractOf } from "../contracts/contract.ts";
import { openKillable, openRos, whyNoRos } from "./harness.ts";

/** An action of ROS has no word for why a goal is refused, and its result and its feedback go separate ways. */
const limits = { tellsWhy: false, waitsForFeedback: false } as const;
if (whyNoRos === undefined) contractOf({ name: "ROS 2", open: openRos, parallel: true, ...limits });

if (whyNoRos === undefined)
  test("what was asked of a group that is killed ends as unreachable, once DDS misses it", async () => {
    const harness = await openKillable({ a: ["server"] });
    const ended: string[] = [];
    let joined = false;
    await harness.until(() => {
      harness.call(services.injectFault, { fault: "join", on: true }, (answer) => (joined ||= answer.ok));
      return joined;
    });
    const goal = { rise_time: seconds(9) };
    harness.send(actions.standUp, goal, { ended: (outcome) => void ended.push(outcome) });
    await new Promise((resolve) => setTimeout(resolve, 500));
    harness.kill();
    await harness.until(() => ended.length === 1);
    expect(ended).toEqual(["unreachable"]);
    await harness.stop();
  });
else test.skip(`ROS 2: ${whyNoRos}`, () => {});
