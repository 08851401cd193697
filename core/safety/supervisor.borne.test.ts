// Stories of the supervisor with a person in the arms: lowering, what interrupts it, what forbids it, and what does not.
import { describe, expect, test } from "vitest";
import { newtons, seconds } from "../units.ts";
import { BORNE, started } from "./rehearsal.ts";

/** Long enough for a cause that is gone to be forgotten. */
const A_WHILE = seconds(0.6);
/** A person half way up, a way back known. */
const LIFTED = { ...BORNE, wayBack: true } as const;
const HOLD = { ...LIFTED, held: true } as const;

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
  test("SR-35 commanded from elsewhere it stands still with a person borne; who is beside them may lower", () => {
    const remote = { unansweredOnSite: true };
    const rehearsal = started().see({ ...LIFTED, ...remote, wanted: true });
    expect(rehearsal.verdict).toMatchObject({
      motion: "holding",
      reasons: ["reason.remote_without_consent"],
    });
    expect(rehearsal.verdict.possible).toContain("may.consent");
    expect(rehearsal.see({ ...HOLD, ...remote }).motion).toBe("lowering");
    expect(rehearsal.see({ ...LIFTED, ...remote, wanted: true }).motion).toBe("holding");
    expect(rehearsal.see({ ...LIFTED, wanted: true }, A_WHILE).motion).toBe("moving");
    expect(started().see({ ...remote, wanted: true }).motion).toBe("moving");
  });
  test("SR-37 nobody lowers onto a seat that is gone; once it is back they do", () => {
    const rehearsal = started().see({ ...LIFTED, seatGone: true });
    expect(rehearsal.see({ ...HOLD, seatGone: true }).motion).toBe("holding");
    expect(rehearsal.verdict.reasons).toEqual(["reason.seat_gone"]);
    expect(rehearsal.verdict.possible).toContain("may.bring_seat");
    expect(rehearsal.see(LIFTED, A_WHILE).see(HOLD).motion).toBe("lowering");
  });
  test("SR-33 a new stop ends lowering, and a new press goes on with it", () => {
    const rehearsal = stopped().see(HOLD);
    expect(rehearsal.see({ ...HOLD, contactShare: 2 }).motion).toBe("protectiveStop");
    expect(rehearsal.see({ ...HOLD, contactShare: 2 }, seconds(1)).motion).toBe("protectiveStop");
    expect(rehearsal.see({ ...LIFTED, contactShare: 2 }).see({ ...HOLD, contactShare: 2 }).motion).toBe(
      "lowering",
    );
  });
  test("SR-39 legs that give way while lowering, a silent task and lost eyes do not interrupt it", () => {
    for (const change of [{ supportForce: newtons(900) }, { taskActive: false }, { personAge: seconds(9) }]) {
      const rehearsal = started()
        .see({ ...LIFTED, wanted: true })
        .see(HOLD);
      expect(rehearsal.see({ ...HOLD, ...change }, seconds(2)).motion).toBe("lowering");
      expect(rehearsal.see({ ...LIFTED, ...change }).motion).toBe("protectiveStop");
    }
  });
  test("SR-39 a contact that comes and goes, as of somebody who struggles, interrupts lowering once and never again", () => {
    const struggle = { ...HOLD, contactShare: 2 };
    const rehearsal = stopped().see(HOLD).see(struggle);
    expect(rehearsal.motion).toBe("protectiveStop");
    rehearsal.see(LIFTED).see(HOLD);
    for (let bout = 0; bout < 20; bout += 1) {
      rehearsal.see(HOLD, A_WHILE).see(struggle);
      expect(rehearsal.motion).toBe("lowering");
    }
    rehearsal.see(LIFTED, A_WHILE);
    expect([rehearsal.reset(), rehearsal.see(HOLD).see(struggle).motion]).toEqual([
      undefined,
      "protectiveStop",
    ]);
  });
  test("SR-4 each press of stop ends a lowering, however soon after the one before", () => {
    const rehearsal = stopped()
      .see(HOLD)
      .see({ ...HOLD, operatorStopped: true });
    expect(rehearsal.motion).toBe("protectiveStop");
    rehearsal.see(LIFTED).see(HOLD);
    expect(rehearsal.motion).toBe("lowering");
    expect(rehearsal.see({ ...HOLD, residentStopped: true }).motion).toBe("protectiveStop");
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
