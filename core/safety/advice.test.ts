// The advice: every reason why it does not move, and exactly what may be done.
import { describe, expect, test } from "vitest";
import { seconds } from "../units.ts";
import { BORNE, Rehearsal, started } from "./rehearsal.ts";
import { rules } from "./rules.ts";
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
  test("has text keys that are unique and of one form, and one for whatever a rule says", () => {
    const keys: readonly string[] = [...REASONS, ...POSSIBLE];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^(reason|may)\.[a-z_]+$/);
    for (const { when } of rules) expect(REASONS).toContain(when);
  });
});

const LIFTED = { ...BORNE, wayBack: true } as const;
const UNPOWERED = { powerAge: seconds(9) };
/** What may be done, by what happened; nothing else may. */
const OFFERS: readonly (readonly [what: string, () => Rehearsal, ...may: string[]])[] = [
  ["just switched on", () => new Rehearsal().see(), "confirm_on_site"],
  ["switched on with a latched stop", () => new Rehearsal(undefined, true).see(), "reset"],
  [
    "switched on with somebody in its arms",
    () => new Rehearsal().see(BORNE),
    "confirm_on_site",
    "lower_by_hand",
  ],
  ["the same with a way back", () => new Rehearsal().see(LIFTED), "confirm_on_site", "lower"],
  ["ready", () => started(), "start_task", "drive", "stop"],
  ["moving", () => started().see({ wanted: true }), "drive", "stop"],
  ["ready over a slow link", () => started().see({ roundTrip: seconds(1) }), "start_task", "stop"],
  ["held", () => started().see(UNPOWERED), "stop"],
  ["ready with somebody borne", () => started().see(LIFTED), "lower", "stop"],
  ["ready with somebody touched", () => started().see({ ...LIFTED, load: "touching" }), "lower", "stop"],
  ["held with somebody borne", () => started().see({ ...LIFTED, ...UNPOWERED }), "lower", "stop"],
  [
    "lowering",
    () =>
      started()
        .see(LIFTED)
        .see({ ...LIFTED, held: true }),
    "lower",
    "stop",
  ],
  ["ready with no way back", () => started().see(BORNE), "stop"],
  ["held with no way back", () => started().see({ ...BORNE, ...UNPOWERED }), "lower_by_hand", "stop"],
  ["held once they are down", () => started().see({ ...BORNE, ...UNPOWERED, lowered: true }), "stop"],
  ["held over a seat that is gone", () => started().see({ ...LIFTED, seatGone: true }), "bring_seat", "stop"],
  [
    "stopped over a seat that is gone",
    () => started().see({ ...LIFTED, seatGone: true, contactShare: 2 }),
    "bring_seat",
  ],
  [
    "held for consent",
    () => started().see({ ...LIFTED, unansweredOnSite: true }),
    "lower",
    "consent",
    "stop",
  ],
  ["stopped", () => started().see({ contactShare: 2 })],
  ["stopped, and the cause is gone", () => started().see({ contactShare: 2 }).see({}, A_WHILE), "reset"],
  ["stopped with somebody borne", () => started().see({ ...LIFTED, contactShare: 2 }), "lower"],
  ["stopped with no way back", () => started().see({ ...BORNE, contactShare: 2 }), "lower_by_hand"],
  ["in an emergency stop", () => started().see({ estopPressed: true }), "release_estop"],
  ["in an emergency stop for a silent circuit", () => started().see({ estopAge: seconds(9) })],
  [
    "in an emergency stop with somebody borne",
    () => started().see({ ...LIFTED, estopPressed: true }),
    "release_estop",
    "lower_by_hand",
  ],
  [
    "released from it with a way back",
    () =>
      started()
        .see({ ...LIFTED, estopPressed: true })
        .see(LIFTED, A_WHILE),
    "reset",
  ],
  ["in a fault", () => started().see({ clockWrong: true })],
  [
    "in a fault whose cause is gone",
    () =>
      started()
        .see({ ...LIFTED, clockWrong: true })
        .see(LIFTED, A_WHILE),
    "reset",
  ],
];

const offers = OFFERS.map(([what, story, ...may]) => ({ what, story, may }));
test.each(offers)("SR-33 $what, exactly this may be done", ({ story, may }) => {
  const { possible } = story().verdict;
  expect(possible).toEqual(may.map((what) => `may.${what}`));
  for (const offer of possible) expect(POSSIBLE).toContain(offer);
});
test("SR-33 who hangs there without a way down is told so, unless they are down or the seat is to come", () => {
  const { verdict } = started().see({ ...BORNE, ...UNPOWERED });
  expect(verdict.reasons).toEqual(["reason.power_unknown", "reason.no_way_down"]);
  for (const change of [{ lowered: true }, { wayBack: true }])
    expect(started().see({ ...BORNE, ...UNPOWERED, ...change }).verdict.reasons).toEqual([
      "reason.power_unknown",
    ]);
  expect(started().see({ ...LIFTED, seatGone: true }).verdict.reasons).toEqual(["reason.seat_gone"]);
  expect(started().see(BORNE).verdict.reasons).toEqual([]);
});
