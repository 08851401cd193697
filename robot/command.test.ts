// Who is in command, from signals, tasks and hands: presence, the task that gives way and goes on, the lease as it is told.
import { describe, expect, test } from "vitest";
import { Lease, type OperatorSignal } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { stampOf } from "../core/time.ts";
import { seconds } from "../core/units.ts";
import { command, leaseOf, NO_COMMAND, type Command, type CommandHeard } from "./command.ts";
import { sessionOf } from "./presence.ts";
import { drive, request } from "./requests.ts";

const NOTHING: CommandHeard = {
  signals: [],
  task: undefined,
  operator: undefined,
  acts: [],
  loaded: false,
  stopped: false,
};
const beat = (at: number, change: Partial<OperatorSignal> = {}): Stamped<OperatorSignal> => ({
  receivedAt: seconds(at),
  message: {
    header: { stamp: stampOf(seconds(at)), frame_id: "" },
    sequence: 1,
    operator_name: "Kim",
    session: "lane-1",
    on_site: true,
    wants_command: true,
    stop_pressed: false,
    hold_pressed: false,
    round_trip: seconds(0.02),
    ...change,
  },
});
const look = (at: number, before: Command, heard: Partial<CommandHeard>): Command =>
  command(seconds(at), before, { ...NOTHING, ...heard });
const kim = (at: number, before = NO_COMMAND, heard: Partial<CommandHeard> = {}) =>
  look(at, before, { signals: [beat(at)], ...heard });
const holder = ({ authority }: Command) => authority.holder;

describe("presence", () => {
  test("lasts two seconds from the last sign of life", () => {
    const there = kim(10);
    expect(holder(look(11.99, there, {}))).toBe("Kim");
    expect(holder(look(12.01, there, {}))).toBe("");
  });
  test("ends at once with who goes", () =>
    expect(holder(look(10.1, kim(10), { signals: [beat(10.1, { wants_command: false })] }))).toBe(""));
  test("is not made by a press of stop, nor by a sign from the future", () => {
    expect(holder(look(10, NO_COMMAND, { signals: [beat(10, { stop_pressed: true })] }))).toBe("");
    expect(holder(look(10, NO_COMMAND, { signals: [beat(10.2)] }))).toBe("");
  });
  test("stays the same object while nothing changes, so that a quiet step costs nothing", () => {
    const there = kim(10);
    expect(look(10.02, there, {}).presence).toBe(there.presence);
  });
  test("finds people by name, those on site first", () => {
    const both = look(10, NO_COMMAND, {
      signals: [beat(10, { session: "far", on_site: false }), beat(10, { session: "near" })],
    });
    expect(sessionOf(both.presence, "Kim")?.session).toBe("near");
    expect(sessionOf(both.presence, "Lee")).toBeUndefined();
  });
});

describe("a task", () => {
  const task = (at: number) => ({ task: request(seconds(at), 1, 0) });
  test("holds the lease while it asks, and no longer than a second after", () => {
    expect(holder(kim(10, NO_COMMAND, task(10)))).toBe("planner");
    expect(holder(kim(11.01, kim(10, NO_COMMAND, task(10)), task(10)))).toBe("Kim");
  });
  test("without a name holds nothing", () =>
    expect(holder(kim(10, NO_COMMAND, { task: request(seconds(10), 1, 0, { source: "" }) }))).toBe("Kim"));
  test("gives way to hold-to-run, and has the lease again half a second after", () => {
    const working = kim(10, NO_COMMAND, task(10));
    const held = look(10.1, working, { ...task(10.1), signals: [beat(10.1, { hold_pressed: true })] });
    const released = look(10.2, held, { ...task(10.2), signals: [beat(10.2)] });
    const later = look(10.61, released, { ...task(10.6), signals: [beat(10.61)] });
    expect([working, held, released, later].map(holder)).toEqual(["planner", "Kim", "Kim", "planner"]);
    expect(later.authority.epoch).toBe(3);
  });
  test("gives way to a drive of the person in command, not of another, not to one that asks to stand still", () => {
    const working = kim(10, NO_COMMAND, task(10));
    const asked = (motion: ReturnType<typeof drive>) =>
      holder(look(10.1, working, { ...task(10.1), operator: motion }));
    expect(asked(drive(seconds(10.1), 1, 0.1))).toBe("Kim");
    expect(asked(drive(seconds(10.1), 1, 0))).toBe("planner");
    expect(asked(drive(seconds(9.8), 1, 0.1))).toBe("planner");
    expect(asked(drive(seconds(10.1), 1, 0.1, { source: "Lee" }))).toBe("planner");
  });
});

test("the lease is told with who holds it, who asks, who consents, and until when", () => {
  const lee = beat(9.9, { operator_name: "Lee", session: "lane-2", on_site: false });
  const both = kim(10, look(9.9, NO_COMMAND, { signals: [lee] }), {
    loaded: true,
    acts: [{ type: "CONSENT", session: "lane-1" }],
  });
  expect(leaseOf(seconds(10), 7, both)).toMatchObject({
    epoch: 1,
    nonce: 7,
    kind: Lease.REMOTE,
    holder: "Lee",
    operator_name: "Lee",
    session: "lane-2",
    on_site: false,
    consent: true,
    asked_by: "",
    expires: 11.9,
  });
  const taken = look(10.1, both, { acts: [{ type: "TAKE", session: "lane-1" }] });
  const asked = look(10.2, taken, { acts: [{ type: "TAKE", session: "lane-2" }] });
  expect(leaseOf(seconds(10.2), 7, asked)).toMatchObject({ holder: "Kim", asked_by: "Lee", consent: false });
  expect(leaseOf(seconds(10), 7, NO_COMMAND)).toMatchObject({
    kind: Lease.NOBODY,
    session: "",
    expires: 0,
  });
});
