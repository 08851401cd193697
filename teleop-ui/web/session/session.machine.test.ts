// Tests of teleop-ui/web/session/session.machine.ts.
import { expect, test } from "vitest";
import { createActor } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { sessionMachine, type SessionEvent } from "./session.machine.ts";

const TYPES = [
  "GRAPH_UP",
  "GRAPH_DOWN",
  "SEAT_TAKEN",
  "SEAT_WATCHED",
  "LANE_DOWN",
  "HOLD_DRIVE",
  "HOLD_LOWER",
  "RELEASE",
] as const satisfies readonly SessionEvent["type"][];

function after(...types: SessionEvent["type"][]) {
  const actor = createActor(sessionMachine).start();
  for (const type of types) actor.send({ type });
  return actor.getSnapshot();
}

test("driving needs both links and the seat", () => {
  expect(after("HOLD_DRIVE").value).toMatchObject({ hold: "released" });
  expect(after("GRAPH_UP", "HOLD_DRIVE").value).toMatchObject({ hold: "released" });
  expect(after("SEAT_TAKEN", "HOLD_DRIVE").value).toMatchObject({ hold: "released" });
  expect(after("GRAPH_UP", "SEAT_WATCHED", "HOLD_DRIVE").value).toMatchObject({ hold: "released" });
  expect(after("GRAPH_UP", "SEAT_TAKEN", "HOLD_DRIVE").value).toMatchObject({ hold: "driving" });
});

test("lowering needs the lane and the seat, and outlives the gateway", () => {
  expect(after("SEAT_WATCHED", "HOLD_LOWER").value).toMatchObject({ hold: "released" });
  expect(after("SEAT_TAKEN", "HOLD_LOWER").value).toMatchObject({ hold: "lowering" });
  expect(after("GRAPH_UP", "SEAT_TAKEN", "HOLD_LOWER", "GRAPH_DOWN").value).toMatchObject({
    hold: "lowering",
  });
});

test.each(["RELEASE", "LANE_DOWN", "SEAT_WATCHED"] as const)("%s ends every hold", (end) => {
  for (const hold of ["HOLD_DRIVE", "HOLD_LOWER"] as const)
    expect(after("GRAPH_UP", "SEAT_TAKEN", hold, end).value).toMatchObject({ hold: "released" });
});

test("what was held before a lost link is not held after it", () => {
  expect(after("GRAPH_UP", "SEAT_TAKEN", "HOLD_DRIVE", "GRAPH_DOWN", "GRAPH_UP").value).toMatchObject({
    hold: "released",
  });
});

test("in every reachable state a hold has what carries it", () => {
  const paths = getShortestPaths(sessionMachine, { events: TYPES.map((type) => ({ type })) });
  for (const { state } of paths) {
    if (state.matches({ hold: "driving" }))
      expect(state.matches({ graph: "up", lane: "in_command" })).toBe(true);
    if (state.matches({ hold: "lowering" })) expect(state.matches({ lane: "in_command" })).toBe(true);
  }
  expect(paths.length).toBe(9); // 2 graphs × 3 lanes released, lowering in 2, driving in 1
});
