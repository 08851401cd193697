// SR-56 as the table has it: at its limits nothing, past them a stop, with and without a person; and who may still be lowered.
import { expect, test } from "vitest";
import { seconds } from "../units.ts";
import type { Observations } from "./observations.ts";
import { BORNE, started } from "./rehearsal.ts";

type Seen = Partial<Observations>;
const demand = (seen: Seen) => started().see(seen).verdict.demand;
const borne = (seen: Seen) => demand({ ...BORNE, ...seen });
const unknowns = [NaN, Infinity] as const;

test("SR-56 a robot that does not move as it was told, or whose sensors repeat themselves, stops, with and without a person", () => {
  for (const share of [1.001, ...unknowns])
    expect([demand({ deviation: share }), borne({ deviation: share })]).toEqual(["stop", "stop"]);
  for (const time of [0.301, ...unknowns].map(seconds)) {
    expect([demand({ motionFrozen: time }), borne({ motionFrozen: time })]).toEqual(["stop", "stop"]);
    expect([demand({ senseFrozen: time }), borne({ senseFrozen: time })]).toEqual(["stop", "stop"]);
  }
});
test("SR-56 who is in the arms is not lowered by wheels or joints that always read the same, but by all else", () => {
  const lowerable = (seen: Seen) => !started().see({ ...BORNE, ...seen, wayBack: true }).verdict.notLowerable;
  expect(lowerable({ motionFrozen: seconds(1) })).toBe(false);
  expect(lowerable({ senseFrozen: seconds(1) })).toBe(true);
  expect(lowerable({ deviation: 2 })).toBe(true);
});
test("SR-56 a drive that does not follow does not end a lowering, and frozen readings do", () => {
  const lowering = () => {
    const robot = started().see({ ...BORNE, wayBack: true });
    robot.see({ ...BORNE, operatorStopped: true, wayBack: true });
    robot.reset();
    return robot.see({ ...BORNE, wayBack: true }).see({ ...BORNE, wayBack: true, held: true });
  };
  const on = { ...BORNE, wayBack: true, held: true };
  expect(lowering().motion).toBe("lowering");
  expect(lowering().see({ ...on, deviation: 2 }).motion).toBe("lowering");
  expect(lowering().see({ ...on, motionFrozen: seconds(1) }).motion).toBe("protectiveStop");
});
