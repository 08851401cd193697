// The diagram is read from the machine: every state, every way between two of them, and a text for each condition.
import { expect, test } from "vitest";
import { safetyMachine } from "../../../core/safety/machine.ts";
import { MOTIONS } from "../../../core/safety/supervisor.ts";
import { en } from "../texts/en.ts";
import { ko } from "../texts/ko.ts";
import { onRing, readMachine } from "./state-graph.ts";

const { states, ways } = readMachine(safetyMachine);

test("it has every state of the machine, in the machine's order", () => expect(states).toEqual([...MOTIONS]));

test("it has the ways that observations go and those that acts go, and none that stays in its state", () => {
  const outOf = (state: string) => ways.filter(({ from }) => from === state);
  expect(outOf("holding").map(({ to, act, guard }) => [to, act, guard])).toEqual([
    ["emergencyStop", undefined, "emergency"],
    ["fault", undefined, "distrusted"],
    ["protectiveStop", undefined, "stop"],
    ["protectiveStop", undefined, "lower"],
    ["lowering", undefined, "pressed"],
    ["ready", undefined, "calm"],
  ]);
  expect(outOf("emergencyStop")).toEqual([
    { from: "emergencyStop", to: "protectiveStop", act: "RESET", guard: "emergencyOver" },
  ]);
  expect(outOf("protectiveStop").find(({ act }) => act === "START")?.to).toBe("ready");
  expect(ways.filter(({ from, to }) => from === to)).toEqual([]);
});

test("every condition of a way has a text in both languages", () => {
  const guards = new Set(ways.map(({ guard }) => `guard.${guard}`));
  expect(guards.size).toBeGreaterThan(10);
  expect([...guards].filter((key) => !(key in ko) || !(key in en))).toEqual([]);
});

test("no two places on the ring are the same, and the first is at the top", () => {
  const places = onRing(8, { x: 100, y: 50 });
  expect(places[0]?.y).toBe(-50);
  expect(new Set(places.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(8);
});
