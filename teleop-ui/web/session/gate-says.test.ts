// What a person is told of the gate's report, and what not.
import { expect, test } from "vitest";
import type { GateReport } from "../../../core/messages.ts";
import { afterReport, heldBackBy, NONE_REFUSED, refusedNow } from "./gate-says.ts";

const report = (change: Partial<GateReport>): GateReport => ({
  header: { stamp: { sec: 1, nanosec: 0 }, frame_id: "base_link" },
  source: "",
  limiting: [],
  reject_reasons: [],
  reject_counts: [],
  no_way_back: true,
  lowered: false,
  ...change,
});

test("what holds motion back is told once, and neither ordinary limits nor a lock", () => {
  const limiting = ["base_x.speed", "lift_joint.acceleration", "locked", "near", "near.stop"];
  const ends = ["lift_joint.range", "left_arm_joint.range", "contact.force.stop"];
  expect(heldBackBy(report({ limiting: [...limiting, ...ends] }))).toEqual([
    "limit.near",
    "limit.range",
    "limit.contact.force",
  ]);
});

test("an order is told as refused when its count grows and three seconds on, and not for what was counted before", () => {
  const counted = (sec: number, stale: number, early: number) =>
    report({
      header: { stamp: { sec, nanosec: 0 }, frame_id: "base_link" },
      reject_reasons: ["stale", "not_neutral"],
      reject_counts: [stale, early],
    });
  const told: string[][] = [];
  let refusals = NONE_REFUSED;
  for (const next of [
    counted(1, 7, 0),
    counted(2, 7, 1),
    counted(5, 8, 1),
    counted(6, 8, 1),
    counted(9, 8, 1),
  ]) {
    refusals = afterReport(refusals, next);
    told.push([...refusedNow(refusals)]);
  }
  const [early, stale] = ["refused.not_neutral", "refused.stale"];
  expect(told).toEqual([[], [early], [early, stale], [stale], []]);
});
