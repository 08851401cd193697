// Stories of the supervisor: boot, stop, reset, confirmation, start, and a person in the arms through all of it.
import { describe, expect, test } from "vitest";
import { milliseconds, seconds } from "../units.ts";
import type { Observations } from "./observations.ts";
import { BORNE, Rehearsal, started } from "./rehearsal.ts";

/** Long enough for a cause that is gone to be forgotten. */
const A_WHILE = seconds(0.6);
/** A person half way up, a way back known. */
const LIFTED = { ...BORNE, wayBack: true } as const;
const HOLD = { ...LIFTED, held: true } as const;

describe("SR-31 boot", () => {
  test("is safe idle, and neither silence nor calm leads out of it", () => {
    const silent: Partial<Observations> = {
      estopAge: seconds(Infinity),
      linkAge: seconds(Infinity),
      load: "unknown",
    };
    expect(new Rehearsal().see(silent, seconds(1)).verdict).toMatchObject({
      motion: "safeIdle",
      needsReset: false,
    });
    expect(new Rehearsal().see({ wanted: true }, seconds(1)).motion).toBe("safeIdle");
  });
  test("asks for confirmation on site, then start, and nothing else", () => {
    const rehearsal = new Rehearsal().see();
    expect(rehearsal.start()).toBe("reason.confirm_first");
    expect(rehearsal.reset()).toBe("reason.reset_not_needed");
    expect(rehearsal.confirm(false)).toBe("reason.not_on_site");
    expect(rehearsal.confirm()).toBeUndefined();
    expect(rehearsal.confirm()).toBe("reason.confirmation_not_needed");
    expect(rehearsal.start()).toBeUndefined();
    expect(rehearsal.motion).toBe("ready");
    expect(rehearsal.start()).toBe("reason.start_not_needed");
    expect(rehearsal.unknownAct()).toBe("reason.unknown_act");
  });
  test("does not start while the emergency stop circuit is silent", () => {
    const rehearsal = new Rehearsal().see({ estopAge: seconds(Infinity) });
    rehearsal.confirm();
    expect(rehearsal.start()).toBe("reason.cause_remains");
  });
});

describe("SR-27 after a protective stop", () => {
  const stopped = () => started().see({ wanted: true, operatorStopped: true }).see({ wanted: true }, A_WHILE);
  test("nothing moves until reset, confirmation and start, in that order", () => {
    const rehearsal = stopped();
    expect(rehearsal.verdict).toMatchObject({ motion: "protectiveStop", speedScale: 0, needsReset: true });
    expect(rehearsal.start()).toBe("reason.reset_first");
    expect(rehearsal.confirm()).toBe("reason.reset_first");
    expect(rehearsal.reset()).toBeUndefined();
    expect(rehearsal.see({ wanted: true }).verdict).toMatchObject({
      motion: "protectiveStop",
      needsReset: false,
    });
    expect(rehearsal.start()).toBe("reason.confirm_first");
    expect(rehearsal.confirm()).toBeUndefined();
    expect(rehearsal.see({ wanted: true }).motion).toBe("protectiveStop");
    expect(rehearsal.start()).toBeUndefined();
    expect(rehearsal.motion).toBe("ready");
    expect(rehearsal.see({ wanted: true }).motion).toBe("moving");
  });
  test("a reset is refused while the cause is there, and for half a second after", () => {
    const rehearsal = started().see({ residentStopped: true });
    expect(rehearsal.reset()).toBe("reason.cause_remains");
    rehearsal.see({}, milliseconds(400));
    expect(rehearsal.reset()).toBe("reason.cause_remains");
    rehearsal.see({}, milliseconds(120));
    expect(rehearsal.reset()).toBeUndefined();
  });
  test("another stop takes the reset and the confirmation back", () => {
    const rehearsal = stopped();
    rehearsal.reset();
    rehearsal.confirm();
    rehearsal.see({ operatorStopped: true });
    expect(rehearsal.verdict).toMatchObject({ needsReset: true, needsConfirmation: true, needsStart: true });
  });
  test("an act that follows a stop in the same moment is refused", () => {
    const rehearsal = stopped();
    rehearsal.stop();
    expect(rehearsal.reset()).toBe("reason.cause_remains");
  });
});

test("a hold clears by itself half a second after its cause, and not before", () => {
  const rehearsal = started().see({ linkAge: seconds(1) });
  expect(rehearsal.motion).toBe("holding");
  expect(rehearsal.see({}, milliseconds(400)).motion).toBe("holding");
  expect(rehearsal.see({}, milliseconds(120)).motion).toBe("ready");
});
test("a cause that comes and goes keeps its rule broken", () => {
  const rehearsal = started().see({ linkAge: seconds(1) });
  for (let n = 0; n < 20; n += 1) {
    rehearsal.see({}, milliseconds(300)).see({ linkAge: seconds(1) });
    expect(rehearsal.motion).toBe("holding");
  }
});
test("a tilt that comes and goes still counts: it drains at half the rate it fills", () => {
  const rehearsal = started();
  for (let n = 0; n < 20; n += 1)
    rehearsal
      .see({ ...BORNE, trunkTilt: 1 as Observations["trunkTilt"] }, milliseconds(100))
      .see(BORNE, milliseconds(100));
  expect(rehearsal.motion).toBe("protectiveStop");
});

describe("with a person borne", () => {
  const stopped = () =>
    started()
      .see({ ...LIFTED, wanted: true })
      .see({ ...LIFTED, operatorStopped: true });
  test("SR-33 a stop holds, and lowering goes on for exactly as long as hold-to-run is pressed", () => {
    const rehearsal = stopped();
    expect(rehearsal.verdict).toMatchObject({ motion: "protectiveStop", notLowerable: false });
    expect(rehearsal.verdict.possible).toContain("may.lower");
    expect(rehearsal.see(HOLD).motion).toBe("lowering");
    expect(rehearsal.see(HOLD, seconds(1)).motion).toBe("lowering");
    expect(rehearsal.see(LIFTED).verdict).toMatchObject({ motion: "protectiveStop", needsReset: true });
  });
  test("lowering needs neither the person seen, nor contact data, nor the task", () => {
    const blind = { personAge: seconds(9), taskSilence: seconds(9), contactAge: seconds(9) };
    const rehearsal = started().see({ ...LIFTED, ...blind });
    expect(rehearsal.see({ ...HOLD, ...blind }).motion).toBe("lowering");
  });
  test("a finger left on the button does not lower: it must be released and pressed again", () => {
    const rehearsal = started().see(HOLD);
    rehearsal.see({ ...HOLD, operatorStopped: true });
    expect(rehearsal.see(HOLD, seconds(1)).motion).toBe("protectiveStop");
    expect(rehearsal.see(LIFTED).see(HOLD).motion).toBe("lowering");
  });
  test("SR-33 a new stop ends lowering, and a new press goes on with it", () => {
    const rehearsal = stopped().see(HOLD);
    expect(rehearsal.see({ ...HOLD, contactShare: 2 }).motion).toBe("protectiveStop");
    expect(rehearsal.see({ ...HOLD, contactShare: 2 }, seconds(1)).motion).toBe("protectiveStop");
    expect(rehearsal.see({ ...LIFTED, contactShare: 2 }).see({ ...HOLD, contactShare: 2 }).motion).toBe(
      "lowering",
    );
  });
  test("nothing lowers in an emergency stop; its release and a reset lead to lowering", () => {
    const rehearsal = started().see({ ...LIFTED, estopPressed: true });
    expect(rehearsal.see({ ...LIFTED, estopPressed: true }).see({ ...HOLD, estopPressed: true }).motion).toBe(
      "emergencyStop",
    );
    expect(rehearsal.reset()).toBe("reason.estop_pressed");
    expect(rehearsal.see(LIFTED, A_WHILE).see(HOLD).motion).toBe("emergencyStop");
    rehearsal.see(LIFTED);
    expect(rehearsal.reset()).toBeUndefined();
    expect(rehearsal.motion).toBe("protectiveStop");
    expect(rehearsal.see(LIFTED).see(HOLD).motion).toBe("lowering");
  });
  test("an operator's press beats the task: it lowers in the middle of a lift", () =>
    expect(
      started()
        .see({ ...LIFTED, wanted: true })
        .see({ ...HOLD, wanted: true }).motion,
    ).toBe("lowering"));
  test("without a way back it says so, and that lowering is by hand", () => {
    const { verdict } = started().see({ ...BORNE, operatorStopped: true });
    expect(verdict.notLowerable).toBe(true);
    expect(verdict.reasons).toContain("reason.no_way_down");
    expect(verdict.possible).toContain("may.lower_by_hand");
    expect(verdict.possible).not.toContain("may.lower");
  });
  test("once they are down nobody is sent to lower them by hand", () => {
    const { verdict } = started().see({ ...BORNE, operatorStopped: true, lowered: true });
    expect(verdict.reasons).not.toContain("reason.no_way_down");
    expect(verdict.possible).not.toContain("may.lower_by_hand");
  });
  test("silent joints forbid lowering", () => {
    const rehearsal = stopped().see({ ...LIFTED, jointAge: seconds(1) });
    expect(rehearsal.see({ ...HOLD, jointAge: seconds(1) }).motion).toBe("protectiveStop");
  });
});
