// How rows clear that do so on mode change and on restart, as people meet it: what they may do meanwhile, and what they are told.
import { describe, expect, test } from "vitest";
import { seconds } from "../units.ts";
import { BORNE, Rehearsal, started } from "./rehearsal.ts";
import { isLatched } from "./supervisor.ts";

const A_WHILE = seconds(0.6);
const LIFTED = { ...BORNE, wayBack: true } as const;
const PRESSED = { ...LIFTED, held: true } as const;

describe("SR-46 a supply that fails with a person in the arms", () => {
  const failing = { supplyFails: true };
  const failed = () =>
    started()
      .see(LIFTED)
      .see({ ...LIFTED, ...failing });

  test("holds them, and somebody on site lowers them at once: no reset comes before", () => {
    const robot = failed();
    expect(robot.verdict).toMatchObject({ motion: "protectiveStop", demand: "lower", needsReset: false });
    expect(robot.verdict.possible).toEqual(["may.lower"]);
    expect(robot.see({ ...PRESSED, ...failing }).motion).toBe("lowering");
  });
  test("does not end a lowering that is under way, which ends in a stop", () => {
    const robot = started().see(LIFTED).see(PRESSED);
    expect(robot.see({ ...PRESSED, ...failing }).motion).toBe("lowering");
    expect(robot.see({ ...LIFTED, ...failing }).verdict).toMatchObject({
      motion: "protectiveStop",
      needsConfirmation: true,
    });
  });
  test("and comes back leaves the way down alone: nothing is reset, confirmed or started before nobody is borne", () => {
    const robot = failed().see({ ...LIFTED, wanted: true }, seconds(9));
    expect(robot.verdict).toMatchObject({ motion: "protectiveStop", demand: "lower" });
    expect([robot.reset(), robot.confirm(), robot.start()]).toEqual([
      "reason.reset_not_needed",
      "reason.lower_first",
      "reason.confirm_first",
    ]);
    expect(robot.see(PRESSED).motion).toBe("lowering");
  });
  test("starts nothing by itself once they are down and free: confirmation on site and start come first", () => {
    const robot = failed().see({ wanted: true }, A_WHILE);
    expect(robot.verdict).toMatchObject({ motion: "protectiveStop", demand: "none", needsReset: false });
    expect([robot.reset(), robot.start(), robot.confirm(), robot.start()]).toEqual([
      "reason.reset_not_needed",
      "reason.confirm_first",
      undefined,
      undefined,
    ]);
    expect(robot.see().motion).toBe("ready");
  });
  test("and still fails once they are free is a stop, which waits for its reset", () => {
    const robot = failed().see(failing, A_WHILE);
    expect(robot.verdict).toMatchObject({ demand: "stop", needsReset: true });
    expect(robot.reset()).toBe("reason.cause_remains");
  });
  test("SR-38 outlives a power cut: who was to be lowered then finds a robot that waits for a reset", () => {
    const { supervisor } = failed();
    expect(isLatched(supervisor)).toBe(true);
    expect(new Rehearsal(undefined, isLatched(supervisor)).see().verdict.needsReset).toBe(true);
    expect(isLatched(failed().see({}, A_WHILE).supervisor)).toBe(false);
  });
  test("SR-35 from elsewhere nobody goes on with a consent of before: it counts as a stop to that", () =>
    expect(isLatched(failed().see(LIFTED).supervisor)).toBe(true));
});

describe("SR-56 a force or tilt sensor that always reads the same", () => {
  const frozen = { senseFrozen: seconds(1) };
  const stopped = () =>
    started()
      .see(LIFTED)
      .see({ ...LIFTED, ...frozen });

  test("is not reset in this life, however long it has been well since, and people are told what helps", () => {
    const robot = started().see(frozen).see({}, seconds(60));
    expect(robot.reset()).toBe("reason.needs_restart");
    expect(robot.verdict).toMatchObject({ motion: "protectiveStop", possible: ["may.restart"] });
    expect(robot.verdict.reasons.slice(0, 3)).toEqual([
      "reason.sense_frozen",
      "reason.needs_restart",
      "reason.needs_reset",
    ]);
  });
  test("leaves the way down to whoever is in the arms; they come first, and the restart after them", () => {
    const robot = stopped().see(LIFTED, A_WHILE);
    expect(robot.verdict.possible).toEqual(["may.lower"]);
    expect(robot.see(PRESSED).motion).toBe("lowering");
    const down = robot.see({ ...BORNE, lowered: true }, A_WHILE).verdict;
    expect(down.possible).toEqual(["may.restart"]);
    expect(stopped().see(BORNE, A_WHILE).verdict.possible).toEqual(["may.lower_by_hand", "may.restart"]);
  });
  test("does not keep an emergency stop shut: released and reset it is a protective stop, and they are lowered", () => {
    const robot = stopped()
      .see({ ...LIFTED, estopPressed: true })
      .see(LIFTED, A_WHILE);
    expect(robot.motion).toBe("emergencyStop");
    expect(robot.reset()).toBeUndefined();
    expect(robot.see(LIFTED).see(PRESSED).motion).toBe("lowering");
  });
  test("SR-38 is forgotten by the next life, which still waits for reset, confirmation and start", () => {
    const next = new Rehearsal(undefined, isLatched(stopped().supervisor)).see({}, A_WHILE);
    expect(next.start()).toBe("reason.reset_first");
    expect([next.reset(), next.confirm(), next.start()]).toEqual([undefined, undefined, undefined]);
    expect(next.see().motion).toBe("ready");
  });
});
