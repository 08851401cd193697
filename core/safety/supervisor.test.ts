// Stories of the supervisor: boot, stop, reset, confirmation, start.
import { describe, expect, test } from "vitest";
import { milliseconds, newtons, seconds } from "../units.ts";
import type { Observations } from "./observations.ts";
import { BORNE, Rehearsal, started } from "./rehearsal.ts";

/** Long enough for a cause that is gone to be forgotten. */
const A_WHILE = seconds(0.6);

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

describe("SR-38 boot with a latched stop", () => {
  test("asks for reset, confirmation and start in that order, and nothing before leads out of safe idle", () => {
    const rehearsal = new Rehearsal(undefined, true).see({ wanted: true });
    expect(rehearsal.verdict).toMatchObject({
      motion: "safeIdle",
      needsReset: true,
      possible: ["may.reset"],
    });
    expect([rehearsal.start(), rehearsal.confirm()]).toEqual(["reason.reset_first", "reason.reset_first"]);
    expect([rehearsal.reset(), rehearsal.confirm(), rehearsal.start()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(rehearsal.see().motion).toBe("ready");
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

test("before anything has spoken nothing is latched: safe idle waits for confirmation and start, and for no reset", () => {
  const silent = seconds(Infinity);
  const unknown = { load: "unknown", supportForce: newtons(NaN), supportLimit: newtons(NaN) } as const;
  const ages = { estopAge: silent, wrenchAge: silent, contactAge: silent, jointAge: silent, imuAge: silent };
  const booted = new Rehearsal().see({ ...unknown, ...ages }, seconds(1));
  expect(booted.verdict).toMatchObject({ motion: "safeIdle", needsReset: false, needsStart: true });
});
