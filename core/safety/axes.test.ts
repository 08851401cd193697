// Advice for each axis: what it may do now, and every reason why not more, in the states that differ.
import { describe, expect, test } from "vitest";
import { AXES } from "../motion/limits.ts";
import { seconds } from "../units.ts";
import { BORNE, started, Rehearsal } from "./rehearsal.ts";

const LIFTED = { ...BORNE, wayBack: true } as const;
const axis = (rehearsal: Rehearsal, name: (typeof AXES)[number]) => {
  const found = rehearsal.verdict.axes.find((one) => one.axis === name);
  if (found === undefined) throw new Error(`no advice for ${name}`);
  const { drive, task, lower, reasons } = found;
  return { may: [drive ? "drive" : "", task ? "task" : "", lower ? "lower" : ""].filter(Boolean), reasons };
};

describe("advice for an axis", () => {
  test("is given for each, in their order", () =>
    expect(started().verdict.axes.map((one) => one.axis)).toEqual([...AXES]));
  test("lets a ready robot's base be driven and all of it be moved by a task, with no reason against it", () => {
    expect(axis(started(), "base_x")).toEqual({ may: ["drive", "task"], reasons: [] });
    expect(axis(started(), "base_yaw")).toEqual({ may: ["drive", "task"], reasons: [] });
    expect(axis(started(), "lift_joint")).toEqual({ may: ["task"], reasons: [] });
  });
  test("keeps hands off the base with somebody in the arms", () => {
    const lifted = started().see({ ...LIFTED, wanted: true });
    expect(axis(lifted, "base_x")).toEqual({ may: ["task", "lower"], reasons: ["reason.person_in_arms"] });
    expect(axis(lifted, "left_arm_joint")).toEqual({ may: ["task", "lower"], reasons: [] });
  });
  test("names what blocks a drive, and nothing that only slows", () => {
    const slow = started().see({ roundTrip: seconds(1) });
    expect(axis(slow, "base_x")).toEqual({ may: ["task"], reasons: ["reason.round_trip_long"] });
    expect(axis(slow, "lift_joint").reasons).toEqual([]);
    expect(axis(started().see({ scanAge: seconds(1) }), "base_x").reasons).toEqual([]);
  });
  test("names every cause and every act that is waited for when it stands", () => {
    const stopped = started().see({ contactShare: 2, linkAge: seconds(1), scanAge: seconds(1) });
    expect(axis(stopped, "lift_joint")).toEqual({
      may: [],
      reasons: [
        "reason.contact_force",
        "reason.link_silent",
        "reason.needs_reset",
        "reason.needs_confirmation",
        "reason.needs_start",
      ],
    });
  });
  test("says why nobody can be lowered: what forbids it, a reset, no way, or that they are down", () => {
    const why = (rehearsal: Rehearsal) => axis(rehearsal, "lift_joint").reasons;
    expect(why(started().see({ ...LIFTED, seatGone: true }))).toEqual(["reason.seat_gone"]);
    expect(why(started().see(BORNE))).toEqual(["reason.no_way_down"]);
    expect(why(started().see({ ...BORNE, lowered: true }))).toEqual(["reason.already_down"]);
    const released = started()
      .see({ ...LIFTED, estopPressed: true })
      .see(LIFTED, seconds(0.6));
    expect(why(released)).toEqual(["reason.needs_reset", "reason.needs_confirmation", "reason.needs_start"]);
    expect(axis(released, "lift_joint").may).toEqual([]);
    const trusted = started()
      .see({ ...LIFTED, clockWrong: true })
      .see(LIFTED, seconds(0.6));
    expect(axis(trusted, "lift_joint")).toEqual(axis(released, "lift_joint"));
    expect(why(started().see({ ...BORNE, personAge: seconds(0.3) }))).toEqual(["reason.no_way_down"]);
    expect(why(started().see({ ...LIFTED, clockWrong: true }))[0]).toBe("reason.clock_wrong");
  });
  test("lets nothing but lowering go on while it lowers", () => {
    const lowering = started()
      .see(LIFTED)
      .see({ ...LIFTED, held: true });
    expect(axis(lowering, "lift_joint")).toEqual({ may: ["lower"], reasons: ["reason.lowering"] });
  });
  test("lets nothing move at boot", () =>
    expect(axis(new Rehearsal().see(), "base_x")).toEqual({
      may: [],
      reasons: ["reason.needs_confirmation", "reason.needs_start"],
    }));
});
