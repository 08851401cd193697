// The contract of a runner: what every node may rely on, wherever it runs.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Image } from "../../core/messages.ts";
import { actions, services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import type { Groups, Harness, Open, Parameters } from "./harness.ts";
import { spoken, taskState } from "./nodes.ts";

const header = { stamp: { sec: 0, nanosec: 0 }, frame_id: "" };
const picture = (height: number): Image => ({
  header,
  height,
  width: 1,
  encoding: "rgba8",
  is_bigendian: 0,
  step: 4,
  data: new Uint8Array(1_000_000).fill(height % 256),
});

/** What of the contract a runner cannot keep as the others do. */
interface Runner {
  readonly name: string;
  readonly open: Open;
  /** a slow reader and its speaker run beside each other: what comes meanwhile is passed over */
  readonly parallel: boolean;
  /** who refuses a goal can say why */
  readonly tellsWhy: boolean;
  /** a result does not overtake the feedback before it */
  readonly waitsForFeedback: boolean;
}

export const contractOf = ({ name: runner, open, parallel, tellsWhy, waitsForFeedback }: Runner) =>
  describe(`on ${runner}`, () => {
    let harness: Harness;
    let said: string[];
    const start = async (groups: Groups, parameters: Parameters = {}) => {
      harness = await open(groups, parameters);
      harness.on(topics.said, ({ key }) => said.push(key));
      // Joined when a question finds its way: asked of whichever group has the server.
      let joined = false;
      await harness.until(() => {
        harness.call(services.injectFault, { fault: "join", on: true }, (answer) => (joined ||= answer.ok));
        return joined;
      });
    };
    beforeEach(() => void (said = []));
    afterEach(() => harness.stop());

    test("each event arrives once and in order, though the node has a long period", async () => {
      await start({ a: ["parrot"], b: ["server"] });
      const keys = Array.from({ length: 500 }, (_, i) => `word ${i}`);
      for (const key of keys) harness.publish(topics.heard, spoken(key, seconds(0)));
      await harness.until(() => said.length >= keys.length);
      expect(said).toEqual(keys);
    });

    test("a slow reader of a stream gets the newest, not the queue, and the bytes whole", async () => {
      // so slow that 50 pictures are said meanwhile on a busy machine too
      await start({ a: ["eye"], b: ["server"] }, { eye: { busy: parallel ? 0.2 : 0.03 } });
      for (let height = 1; height <= 50; height += 1) harness.publish(topics.image, picture(height));
      await harness.until(() => said.includes("50:1000000:50"));
      if (parallel) expect(said.length).toBeLessThan(10);
      expect(said.at(-1)).toBe("50:1000000:50");
    });

    test("a latecomer finds what is latched and never an old command", async () => {
      harness = await open({ a: ["server"] });
      await harness.stop();
      await start({ a: ["latecomer"], b: ["server"] });
      harness.publish(topics.taskState, taskState("stand_up"));
      await harness.until(() => said.length > 0);
      expect(said[0]).toBe("stand_up/none");
    });

    test("a service answers across groups", async () => {
      await start({ a: ["server"] });
      let reason = "";
      harness.call(services.injectFault, { fault: "estop", on: true }, (answer) => {
        if (answer.ok) reason = answer.response.reason;
      });
      await harness.until(() => reason !== "");
      expect(reason).toBe("estop");
    });

    test("a service nobody serves is unreachable, at once and by name", async () => {
      await start({ a: ["server"] });
      let detail = "";
      harness.call(services.resetWorld, {} as never, (answer) => {
        if (!answer.ok) detail = answer.detail;
      });
      await harness.until(() => detail !== "");
      expect(detail).toContain("/sim/reset");
    });

    test("an action gives its feedback in order and one result", async () => {
      await start({ a: ["server"] });
      const heard: unknown[] = [];
      harness.send(
        actions.standUp,
        { rise_time: seconds(0) },
        {
          feedback: ({ phase }) => heard.push(phase),
          ended: (outcome, result) => heard.push(outcome, result?.duration),
        },
      );
      await harness.until(() => heard.includes("succeeded"));
      const phases = waitsForFeedback ? [1, 2, 3] : [1, 2, 3].slice(0, heard.indexOf("succeeded"));
      expect(heard).toEqual([...phases, "succeeded", 3]);
    });

    test("a goal can be cancelled, a second one is busy, a bad one is refused with the reason", async () => {
      await start({ a: ["server"] });
      const ended: string[] = [];
      const note = (name: string) => ({
        ended: (outcome: string, _result: unknown, detail: string) =>
          void ended.push(`${name} ${outcome} ${detail}`.trim()),
      });
      const first = harness.send(actions.standUp, { rise_time: seconds(9) }, note("first"));
      harness.send(actions.standUp, { rise_time: seconds(0) }, note("second"));
      await harness.until(() => ended.length === 1);
      first.cancel();
      await harness.until(() => ended.length === 2);
      harness.send(actions.standUp, { rise_time: seconds(-1) }, note("third"));
      await harness.until(() => ended.length === 3);
      const because = (why: string) => (tellsWhy ? ` ${why}` : "");
      expect(ended.map((end) => (tellsWhy ? end : end.replace(/ \/.*/, "")))).toEqual([
        `second rejected${because("busy")}`,
        "first canceled",
        `third rejected${because("rise_time below 0 s")}`,
      ]);
    });

    test("a node that throws is named, and the others go on", async () => {
      await start({ a: ["fragile"], b: ["parrot", "server"] });
      harness.publish(topics.heard, spoken("break", seconds(0)));
      await harness.until(() => harness.errors.length > 0);
      expect(harness.errors[0]).toContain("node fragile: this glass is thin");
      harness.publish(topics.heard, spoken("still here", seconds(0)));
      await harness.until(() => said.includes("still here"));
    });

    test("a parameter out of its range stops the start, naming node, parameter and range", async () => {
      await start({ a: ["server"] });
      await expect(open({ a: ["eye"] }, { eye: { busy: 7 } })).rejects.toThrow(
        "node eye: parameter busy: expected 0 to 1 s, got 7",
      );
      await expect(open({ a: ["eye"] }, { eye: { lazy: 1 } })).rejects.toThrow(
        "unknown parameter lazy; expected one of busy",
      );
    });
  });
