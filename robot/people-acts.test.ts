// The acts of people as the supervisor's node answers them: who may, on site by word and by lane, and what they change.
import { describe, expect, test } from "vitest";
import { OperatorAct_Request as Act } from "../core/messages.ts";
import { BORNE, Rehearsal, started } from "../core/safety/rehearsal.ts";
import { stampOf } from "../core/time.ts";
import { seconds } from "../core/units.ts";
import { command, NO_COMMAND } from "./command.ts";
import { answerAct, type Desk } from "./people-acts.ts";

const NOW = seconds(10);
const signal = (operator: string, onSite: boolean) => ({
  receivedAt: NOW,
  message: {
    header: { stamp: stampOf(NOW), frame_id: "" },
    sequence: 1,
    operator_name: operator,
    session: operator.toLowerCase(),
    on_site: onSite,
    wants_command: true,
    stop_pressed: false,
    hold_pressed: false,
    round_trip: seconds(0.02),
  },
});
const heard = (...signals: readonly ReturnType<typeof signal>[]) => ({
  signals,
  task: undefined,
  operator: undefined,
  acts: [],
  loaded: false,
  stopped: false,
});
/** Lee commands from elsewhere; Kim came after, and is beside the resident. */
const WARD = command(NOW, command(NOW, NO_COMMAND, heard(signal("Lee", false))), heard(signal("Kim", true)));
const desk = (rehearsal: Rehearsal): Desk => ({
  supervisor: rehearsal.supervisor,
  leaseActs: [],
  seatGone: false,
});
const ask = (from: Desk, code: number, operator: string, onSite: boolean) =>
  answerAct(from, WARD, { act: code, operator_name: operator, on_site: onSite });

describe("SR-27 confirmation on site", () => {
  const booted = desk(new Rehearsal().see());
  test("counts where the act and the person's living session both say so, and not by word alone", () => {
    expect(ask(booted, Act.CONFIRM_ON_SITE, "Kim", true).refused).toBeUndefined();
    expect(ask(booted, Act.CONFIRM_ON_SITE, "Kim", false).refused).toBe("reason.not_on_site");
    expect(ask(booted, Act.CONFIRM_ON_SITE, "Lee", true).refused).toBe("reason.not_on_site");
    expect(ask(booted, Act.CONFIRM_ON_SITE, "Stranger", true).refused).toBe("reason.not_on_site");
  });
});

describe("acts upon the lease", () => {
  const lifted = desk(started().see(BORNE));
  test("wait for the next step; one who asks for what another holds is told so and waits too", () => {
    const taken = ask(lifted, Act.TAKE, "Kim", true);
    expect(taken).toMatchObject({
      refused: undefined,
      desk: { leaseActs: [{ type: "TAKE", session: "kim" }] },
    });
    const kims = command(NOW, NO_COMMAND, heard(signal("Kim", true), signal("Lee", false)));
    const asked = answerAct(lifted, kims, { act: Act.TAKE, operator_name: "Lee", on_site: false });
    expect([asked.refused, asked.desk.leaseActs.length]).toEqual(["reason.asked", 1]);
    const consented = ask(lifted, Act.CONSENT, "Kim", true);
    expect(consented.desk.leaseActs).toEqual([{ type: "CONSENT", session: "kim" }]);
  });
  test("are refused to strangers, and leave nothing behind", () => {
    for (const code of [Act.TAKE, Act.GRANT, Act.CONSENT])
      expect(ask(lifted, code, "Stranger", true)).toEqual({ desk: lifted, refused: "reason.not_known" });
    expect(ask(lifted, Act.CONSENT, "Lee", true).refused).toBe("reason.not_on_site");
    expect(ask(desk(started()), Act.CONSENT, "Kim", true).refused).toBe("reason.nobody_borne");
    expect(ask(lifted, Act.GRANT, "Lee", false).refused).toBe("reason.nobody_asks");
  });
});

describe("SR-37 the seat", () => {
  test("is gone by anybody's word, and back by the word of somebody on site", () => {
    const gone = ask(desk(started()), Act.SEAT_GONE, "Stranger", false).desk;
    expect(gone.seatGone).toBe(true);
    expect(ask(gone, Act.SEAT_BACK, "Lee", true)).toEqual({ desk: gone, refused: "reason.not_on_site" });
    expect(ask(gone, Act.SEAT_BACK, "Kim", true)).toMatchObject({
      refused: undefined,
      desk: { seatGone: false },
    });
  });
});

test("what is no act is refused", () =>
  expect(ask(desk(started()), 99, "Kim", true).refused).toBe("reason.unknown_act"));
