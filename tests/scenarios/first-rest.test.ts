// A task and the gate, whatever is lost between them: a task that holds the lease is followed in the end.
import { describe, expect, test } from "vitest";
import { SafetyState } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds } from "../../core/units.ts";
import { STILL } from "../../planner/stand-up/moves.ts";
import { asker } from "../../planner/stand-up/request.ts";
import { Bench } from "./kinematic-robot.ts";

/** A task that begins when it may, wants to rise, and of whose requests those of these numbers never arrive. */
const lossyTask = (isLost: (number: number) => boolean) =>
  defineNode({
    name: "task",
    period: milliseconds(20),
    subscribes: { lease: topics.lease, gate: topics.gateReport, safety: topics.safetyState },
    publishes: { motion: topics.taskMotion },
    start: ({ latest, now, publish }) => {
      const ask = asker();
      return {
        step() {
          const motion = latest.safety?.message.motion;
          if (motion !== SafetyState.READY && motion !== SafetyState.MOVING) return;
          const known = { lease: latest.lease?.message, report: latest.gate?.message };
          const asked = ask(now(), { ...STILL, lift: 0.05 }, known);
          if (!isLost(asked.sequence)) publish.motion(asked);
        },
      };
    },
  });

describe("SR-23 a task is followed only once it was heard to rest, and it rests until it was", () => {
  test.each(Array.from({ length: 12 }, (_, lost) => [lost]))("with its first %i requests lost", (lost) => {
    const bench = new Bench(lossyTask((number) => number <= lost)).start();
    expect(bench.wait(1.5).lift).toBeGreaterThan(0.22);
  });
  test("with every rest lost but one in three", () => {
    let rests = 0;
    const bench = new Bench(lossyTask((number) => number < 40 && (rests += 1) % 3 !== 0)).start();
    expect(bench.wait(2.5).lift).toBeGreaterThan(0.22);
  });
});
