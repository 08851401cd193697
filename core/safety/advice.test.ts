// The advice: every reason why it does not move, and exactly what may be done.
import { describe, expect, test } from "vitest";
import { seconds } from "../units.ts";
import { started } from "./rehearsal.ts";
import { POSSIBLE, REASONS } from "./texts.ts";

const A_WHILE = seconds(0.6);

describe("advice", () => {
  test("a ready robot has no reason against moving and says what may be done", () => {
    expect(started().verdict).toMatchObject({
      reasons: [],
      possible: ["may.start_task", "may.drive", "may.stop"],
    });
  });
  test("names the worst reason first and the acts in their order last", () => {
    const { reasons } = started().see({ linkAge: seconds(1), residentStopped: true }).verdict;
    expect(reasons).toEqual([
      "reason.resident_stop",
      "reason.link_silent",
      "reason.needs_reset",
      "reason.needs_confirmation",
      "reason.needs_start",
    ]);
  });
  test("offers exactly the act that would be accepted", () => {
    const rehearsal = started().see({ operatorStopped: true }).see({}, A_WHILE);
    const offered = () => rehearsal.verdict.possible;
    expect(offered()).toEqual(["may.reset"]);
    rehearsal.reset();
    expect(offered()).toEqual(["may.confirm_on_site"]);
    rehearsal.confirm();
    expect(offered()).toEqual(["may.start"]);
  });
  test("tells to release a pressed emergency stop", () =>
    expect(started().see({ estopPressed: true }).verdict.possible).toEqual(["may.release_estop"]));
  test("has text keys that are unique and of one form", () => {
    const keys = [...REASONS, ...POSSIBLE];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^(reason|may)\.[a-z_]+$/);
  });
});
