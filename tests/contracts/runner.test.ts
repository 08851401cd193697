// The contract of a runner, asked of virtual time and of worker threads alike; tests/ros asks it of ROS 2.
import { describe, expect, test } from "vitest";
import { actions, services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { contractOf } from "./contract.ts";
import { openEmbedded, openVirtual } from "./harness.ts";
import { spoken } from "./nodes.ts";

const whole = { tellsWhy: true, waitsForFeedback: true } as const;
contractOf({ name: "virtual time", open: openVirtual, parallel: false, ...whole });
contractOf({ name: "worker threads", open: openEmbedded, parallel: true, ...whole });

describe("on worker threads", () => {
  test("a group that died is started anew, and what was asked of it ends as unreachable", async () => {
    const harness = await openEmbedded({ a: ["fragile", "server"] });
    const ended: string[] = [];
    let joined = false;
    await harness.until(() => {
      harness.call(services.injectFault, { fault: "join", on: true }, (answer) => (joined ||= answer.ok));
      return joined;
    });
    harness.send(
      actions.standUp,
      { rise_time: seconds(9) },
      { ended: (outcome) => void ended.push(outcome) },
    );
    harness.publish(topics.heard, spoken("break", seconds(0)));
    await harness.until(() => ended.length === 1);
    joined = false;
    await harness.until(() => {
      harness.call(services.injectFault, { fault: "again", on: true }, (answer) => (joined ||= answer.ok));
      return joined;
    });
    await harness.stop();
    expect(ended).toEqual(["unreachable"]);
  });
});
