// A step that changes nothing gives the very snapshot it was given, and any that changes something is taken.
import { describe, expect, test } from "vitest";
import { afterEvent, switchedOn } from "./machine-steps.ts";
import { safetyMachine, type Judged } from "./machine.ts";
import { kept, observed } from "./steady.ts";

const QUIET: Judged = {
  demand: "none",
  alarm: "none",
  newStop: false,
  distrusted: false,
  load: "bearing",
  wanted: false,
  held: false,
  lowerable: true,
};
const CHANGES: readonly Partial<Judged>[] = [
  { demand: "hold" },
  { demand: "emergency", alarm: "emergency" },
  { newStop: true },
  { distrusted: true },
  { load: "none" },
  { wanted: true },
  { held: true },
  { lowerable: false },
];
/** A started robot that has seen the quiet moment twice: it is known to stay as it is. */
function settled() {
  const story = [{ type: "OBSERVED", judged: QUIET }, { type: "CONFIRM" }, { type: "START" }] as const;
  const started = story.reduce(
    (now, event) => afterEvent(safetyMachine, now, event),
    switchedOn(safetyMachine, false),
  );
  const calm = observed(observed(started, QUIET), QUIET);
  expect(calm.value).toBe("ready");
  return calm;
}

describe("a steady machine", () => {
  test("is the very same after the same moment, however often, and after one that only looks alike", () => {
    const calm = settled();
    expect(observed(calm, QUIET)).toBe(calm);
    expect(observed(observed(calm, { ...QUIET }), QUIET)).toBe(calm);
  });
  test.each(CHANGES.map((change) => [Object.entries(change).join(), change] as const))(
    "sees that now %s, and goes where the machine goes, there and back",
    (_, change) => {
      const judged = { ...QUIET, ...change };
      const changed = observed(settled(), judged);
      const asked = afterEvent(safetyMachine, settled(), { type: "OBSERVED", judged });
      expect([changed.value, changed.context]).toEqual([asked.value, asked.context]);
      const back = afterEvent(safetyMachine, asked, { type: "OBSERVED", judged: QUIET });
      const returned = observed(changed, QUIET);
      expect([returned.value, returned.context]).toEqual([back.value, back.context]);
    },
  );
  test("takes a stop that it waits for already, and the press that follows, each as new", () => {
    const stop: Judged = { ...QUIET, demand: "stop", alarm: "stop" };
    const stopped = observed(observed(settled(), stop), stop);
    expect([stopped.value, observed(stopped, stop)]).toEqual(["protectiveStop", stopped]);
    expect(observed(stopped, { ...stop, held: true }).value).toBe("lowering");
  });
  test("does not take a latch for a moment that changes nothing", () => {
    const idle = observed(switchedOn(safetyMachine, false), QUIET);
    const reset = afterEvent(safetyMachine, observed(idle, QUIET), { type: "CONFIRM" });
    expect(observed(reset, QUIET).context.needsConfirmation).toBe(false);
    const lowering = observed(settled(), { ...QUIET, held: true });
    const judged: Judged = { ...QUIET, held: true, demand: "stop", alarm: "stop" };
    const latched = observed(observed(lowering, judged), judged);
    expect([latched.value, latched.context.needsReset]).toEqual(["lowering", true]);
  });
});

describe("a list that is kept", () => {
  const [a, b] = [{}, {}];
  test("is the one before while it holds the same in the same order", () => {
    const before = [a, b];
    expect(kept(before, [a, b])).toBe(before);
    expect(kept([], before)).toBe(before);
  });
  test.each([[[b, a]], [[a]], [[a, {}]], [[{}, b]], [[a, b, a]], [[]]])(
    "is the new one when it differs",
    (now) => expect(kept([a, b], now)).toBe(now),
  );
});
