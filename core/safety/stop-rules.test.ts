// The ten rules of stop and reset (DOMAIN §1.2), each named once, on the supervisor as it is.
import { describe, expect, test } from "vitest";
import { Lease } from "../messages.ts";
import { seconds } from "../units.ts";
import { authorise, NOBODY } from "./authority.ts";
import { LIMITS } from "./limits.ts";
import { BORNE, CALM, Rehearsal, started } from "./rehearsal.ts";
import { rules } from "./rules.ts";

const A_WHILE = seconds(0.6);
const LIFTED = { ...BORNE, wayBack: true } as const;
/** A supervisor in each of its eight states. */
const everywhere = (): Rehearsal[] => [
  new Rehearsal().see(),
  started(),
  started().see({ wanted: true }),
  started().see({ linkAge: seconds(1) }),
  started()
    .see(LIFTED)
    .see({ ...LIFTED, held: true }),
  started().see({ operatorStopped: true }),
  started().see({ estopPressed: true }),
  started().see({ clockWrong: true }),
];

describe("the ten rules", () => {
  test("R1 an emergency stop is one within a step, from every state, and stays", () => {
    const before = everywhere();
    expect(new Set(before.map(({ motion }) => motion)).size).toBe(8);
    for (const one of before) {
      expect(one.see({ estopPressed: true }).motion).toBe("emergencyStop");
      expect(one.see({ wanted: true }, A_WHILE).motion).toBe("emergencyStop");
    }
  });
  test("R2 a reset needs the button released and the cause gone, and leads to standing still", () => {
    const stop = started().see({ estopPressed: true });
    expect(stop.reset()).toBe("reason.estop_pressed");
    stop.see({ wanted: true }, A_WHILE);
    expect(stop.reset()).toBeUndefined();
    expect(stop.see({ wanted: true }).verdict).toMatchObject({ motion: "protectiveStop", speedScale: 0 });
    const cause = started().see({ contactShare: 2 });
    expect(cause.reset()).toBe("reason.cause_remains");
  });
  test("R3 motion after a stop needs a start of its own, and a confirmation on site before it", () => {
    const stop = started().see({ operatorStopped: true }).see({}, A_WHILE);
    stop.reset();
    expect([stop.start(), stop.confirm(false)]).toEqual(["reason.confirm_first", "reason.not_on_site"]);
    stop.confirm();
    expect(stop.see({ wanted: true }).motion).toBe("protectiveStop");
    stop.start();
    expect(stop.see({ wanted: true }).motion).toBe("moving");
  });
  test("R4 nothing starts by itself on power, reconnection or restart, and a latched stop outlives them", () => {
    for (const latched of [false, true]) {
      const boot = new Rehearsal(undefined, latched).see({ wanted: true }, A_WHILE);
      expect(boot.verdict).toMatchObject({ motion: "safeIdle", needsStart: true, needsReset: latched });
    }
    const lost = started()
      .see({ ...LIFTED, linkAge: seconds(1) })
      .see({ ...LIFTED, wanted: true }, A_WHILE);
    expect(lost.motion).toBe("protectiveStop");
  });
  test("R5 a protective stop is no emergency stop: it holds, and needs no button", () => {
    const { verdict } = started().see({ contactShare: 2 });
    expect(verdict).toMatchObject({ motion: "protectiveStop", demand: "stop" });
    expect(verdict.possible).not.toContain("may.release_estop");
  });
  test("R6 with a person borne every stop holds, and lowering by hold-to-run stays possible", () => {
    const { verdict } = started().see({ ...LIFTED, contactShare: 2 });
    expect(verdict.possible).toContain("may.lower");
  });
  test("R7 what is old, unknown or silent is never calm", () => {
    const ages = Object.keys(CALM).filter((key) => key.endsWith("Age"));
    expect(ages.length).toBeGreaterThanOrEqual(10);
    for (const age of ages)
      for (const unknown of [seconds(9), seconds(Infinity), seconds(NaN)])
        expect(started().see({ ...LIFTED, [age]: unknown }).verdict.demand, age).not.toBe("none");
  });
  test("R8 one source has the lease, and another has another epoch", () => {
    const kim = { session: "a", operator: "Kim", onSite: true, wantsCommand: true };
    const claims = { present: [kim], acts: [], humanInput: false, loaded: false, stopped: false };
    const working = authorise(NOBODY, { ...claims, task: "planner" });
    const driving = authorise(working, { ...claims, task: "planner", humanInput: true });
    expect([working.kind, driving.kind, driving.epoch - working.epoch]).toEqual([
      Lease.TASK,
      Lease.ON_SITE,
      1,
    ]);
  });
  test("R9 whatever stops it is said, with the requirement it serves and the acts it waits for", () => {
    for (const one of everywhere().filter(({ verdict }) => verdict.demand !== "none")) {
      expect(one.verdict.reasons).toEqual(expect.arrayContaining(one.verdict.broken.map(({ when }) => when)));
      expect(one.verdict.broken[0]?.requirement).toMatch(/^SR-\d+$/);
    }
  });
  test("R10 detection takes 100 ms at most but for a lost link, which takes half a second", () => {
    expect([LIMITS.estopAge, LIMITS.sensorAge, LIMITS.forceLasts].every((age) => age <= 0.1)).toBe(true);
    expect([LIMITS.linkAge <= 0.5, LIMITS.taskSilence <= 0.2, LIMITS.holdAge <= 0.2]).toEqual([
      true,
      true,
      true,
    ]);
    expect(rules.filter(({ lasts = 0 }) => lasts > LIMITS.tiltLasts)).toEqual([]);
  });
});
