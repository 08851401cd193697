// The stop lane without sockets: what it reads, who sits where, and what the supervisor hears.
import { describe, expect, test } from "vitest";
import type { LaneRequest } from "../../core/lane-protocol.ts";
import type { Lease } from "../../core/messages.ts";
import { seconds } from "../../core/units.ts";
import { answer, goodbye } from "./answer.ts";
import { readRequest } from "./protocol.ts";
import { heldBy, leave, NO_SEATS, obeyLease, type Seats } from "./seats.ts";
import { isWelcome } from "./server.ts";

const NOW = seconds(10);
const hello = (operator: string, role: "command" | "watch" = "command"): LaneRequest => ({
  op: "hello",
  operator,
  role,
  on_site: true,
});
const beat = (sequence: number, hold = false): LaneRequest => ({
  op: "beat",
  sequence,
  hold,
  round_trip: 0.02,
});
/** The seats after these said these things. */
const after = (...said: readonly (readonly [id: string, request: LaneRequest, at?: number])[]): Seats =>
  said.reduce((seats, [id, request, at = NOW]) => answer(seats, id, request, seconds(at)).seats, NO_SEATS);
const leased = (seats: Seats, session: string) => obeyLease(seats, { session } as Lease);

describe("a frame", () => {
  test("that is a request is read", () => {
    for (const request of [
      hello("김간호", "watch"),
      beat(0),
      { op: "stop", sequence: 3 },
      { ...beat(1), round_trip: null },
    ])
      expect(readRequest(JSON.stringify(request))).toEqual({ ok: true, request });
  });
  test.each([
    ["", "expected one JSON object a frame"],
    ["[]", "op: "],
    ['{"op":"drive"}', "op: "],
    ['{"op":"beat","sequence":-1,"hold":true,"round_trip":0}', "sequence: "],
    ['{"op":"beat","sequence":1.5,"hold":true,"round_trip":0}', "sequence: "],
    ['{"op":"beat","sequence":1,"hold":"yes","round_trip":0}', "hold: "],
    ['{"op":"hello","operator":"  ","role":"command","on_site":true}', "operator: "],
    ['{"op":"hello","operator":"Kim","role":"king","on_site":true}', "role: "],
    ['{"op":"stop","sequence":1,"please":true}', ""],
  ])("SR-30 that is none (%s) is answered with what was wrong", (frame, reason) => {
    const read = readRequest(frame);
    expect(read.ok ? "read" : read.reason).toContain(reason);
  });
});

describe("SR-29 the seats", () => {
  test("have in command whom the lease names, and tell another who holds it", () => {
    const seats = leased(after(["a", hello("Kim")]), "a");
    const second = answer(seats, "b", hello("Lee"), NOW);
    expect(second.reply).toMatchObject({ op: "welcome", in_command: false, held_by: "Kim" });
    expect(second.seats.commander).toBe("a");
  });
  test("tell the supervisor with a hello who wants the command and who only watches, and give none themselves", () => {
    for (const role of ["command", "watch"] as const) {
      const { signal, seats } = answer(NO_SEATS, "a", hello("Kim", role), NOW);
      expect(signal).toMatchObject({ session: "a", on_site: true, wants_command: role === "command" });
      expect(seats.commander).toBeUndefined();
    }
  });
  test("are free when the holder goes, and when the lease names nobody, or somebody who is not here", () => {
    const seats = leased(after(["a", hello("Kim")], ["b", hello("Lee")]), "a");
    expect(leave(seats, "a").commander).toBeUndefined();
    expect(leave(seats, "b").commander).toBe("a");
    expect(goodbye(seats, "a", NOW)).toMatchObject({ session: "a", wants_command: false });
    expect([heldBy(seats), heldBy(leased(seats, "")), heldBy(leased(seats, "x"))]).toEqual(["Kim", "", ""]);
  });
  test("carry each session's beat, with who it is of", () => {
    const seats = leased(after(["a", hello("Kim")], ["b", hello("Lee")]), "a");
    for (const [id, operator] of [
      ["a", "Kim"],
      ["b", "Lee"],
    ] as const)
      expect(answer(seats, id, beat(1, true), NOW)).toMatchObject({
        signal: { session: id, operator_name: operator, hold_pressed: true, stop_pressed: false },
        reply: { op: "beat", sequence: 1, at: 10 },
      });
  });
  test("take a beat for no sign of life that does not count up, or comes before a hello", () => {
    const seats = after(["a", hello("Kim")], ["a", beat(5)]);
    for (const request of [beat(5), beat(4)])
      expect(answer(seats, "a", request, seconds(11))).toMatchObject({
        seats,
        signal: undefined,
        reply: { op: "error" },
      });
    expect(answer(NO_SEATS, "x", beat(1), NOW).reply.op).toBe("error");
  });
  test("keep the count of a session that says hello again", () =>
    expect(
      answer(after(["a", hello("Kim")], ["a", beat(5)], ["a", hello("Kim")]), "a", beat(5), NOW).reply.op,
    ).toBe("error"));
  test("take a stop from anyone: in command, watching, or not even introduced", () => {
    const seats = after(["a", hello("Kim")], ["b", hello("Lee", "watch")]);
    for (const id of ["a", "b", "stranger"]) {
      const answered = answer(seats, id, { op: "stop", sequence: 0 }, NOW);
      expect(answered).toMatchObject({
        reply: { op: "stopped", sequence: 0 },
        signal: { stop_pressed: true, hold_pressed: false },
      });
    }
  });
  test("tell that a round trip is not known yet as not a number", () =>
    expect(
      answer(after(["a", hello("Kim")]), "a", { ...beat(1), round_trip: null } as LaneRequest, NOW).signal
        ?.round_trip,
    ).toBeNaN());
});

describe("SR-30 the door", () => {
  test.each([
    [{ host: "127.0.0.1:8421" }, true],
    [{ host: "127.0.0.1:8421", origin: "http://127.0.0.1:8420" }, true],
    [{ host: "localhost:8421", origin: "http://localhost:8420" }, true],
    [{ host: "[::1]:8421", origin: "http://[::1]:8420" }, true],
    [{ host: "127.0.0.1:8421", origin: "http://evil.example" }, false],
    [{ host: "evil.example:8421", origin: "http://evil.example:8421" }, false],
    [{ host: "127.0.0.1:8421", origin: "null" }, false],
    [{ host: "127.0.0.1:8421", origin: "http://localhost:8420" }, false],
    [{}, false],
  ])("%o is welcome: %s", (headers, welcome) => expect(isWelcome(headers, "127.0.0.1")).toBe(welcome));
});
