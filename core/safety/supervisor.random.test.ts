// Random stories through the whole supervisor, numbers that are none included, with all invariants after every moment.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { seconds } from "../units.ts";
import { invariants, lasting } from "./invariants.ts";
import { LOADS, type Observations } from "./observations.ts";
import { BORNE, CALM, Rehearsal } from "./rehearsal.ts";
import { MOTIONS } from "./supervisor.ts";
import { verdictOf } from "./verdict.ts";

const anyNumber = fc.oneof(fc.constantFrom(0, 0.05, 0.25, 0.6, 5, NaN, Infinity, -1), fc.double());
const anyLike = (key: string, calm: unknown): fc.Arbitrary<unknown> => {
  if (key === "load") return fc.constantFrom(...LOADS);
  return typeof calm === "boolean" ? fc.boolean() : anyNumber;
};
const anyObservations: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
  Object.entries(CALM).map(([key, calm]) => [key, anyLike(key, calm)]),
);
const anySeen = fc.record(anyObservations, { requiredKeys: [] }) as fc.Arbitrary<Partial<Observations>>;
const anyWish = fc.record({ wanted: fc.boolean(), held: fc.boolean(), wayBack: fc.boolean() });
const anySpan = fc.double({ min: 0, max: 1, noNaN: true }).map(seconds);

type Moment = (rehearsal: Rehearsal) => void;
const anything: fc.Arbitrary<Moment> = fc.tuple(anySeen, anyWish, anySpan).map(
  ([seen, wish, span]) =>
    (rehearsal) =>
      rehearsal.see({ ...seen, ...wish }, span),
);
const ordinary: fc.Arbitrary<Moment> = fc
  .tuple(fc.constantFrom({}, BORNE, { linkAge: seconds(1) }), anyWish, anySpan)
  .map(
    ([seen, wish, span]) =>
      (rehearsal) =>
        rehearsal.see({ ...seen, ...wish }, span),
  );
const recovery: fc.Arbitrary<Moment> = fc.constant((rehearsal) => {
  rehearsal.see({}, seconds(1));
  rehearsal.reset();
  rehearsal.confirm();
  rehearsal.start();
});
const anyAct: fc.Arbitrary<Moment> = fc
  .constantFrom("reset", "confirm", "start", "stop", "unknownAct")
  .map((name) => (rehearsal) => void rehearsal[name]());

test("the invariants survive any story, NaN and infinity included", () => {
  const visited = new Set<string>();
  const story = fc.array(fc.oneof(anything, ordinary, recovery, anyAct), { maxLength: 40 });
  fc.assert(
    fc.property(story, (moments) => {
      const rehearsal = new Rehearsal();
      for (const moment of moments) {
        const before = rehearsal.supervisor;
        moment(rehearsal);
        visited.add(rehearsal.motion);
        for (const [name, holds] of Object.entries(invariants))
          if (!holds(rehearsal.supervisor.snapshot)) throw new Error(name);
        if (!Object.values(lasting)[0]?.(before, rehearsal.supervisor))
          throw new Error("cleared in this life");
        const { brakesSet, speedScale } = verdictOf(rehearsal.supervisor);
        if (brakesSet && speedScale !== 0) throw new Error("held by brakes, and let go on");
      }
    }),
    { numRuns: 300, seed: 13482 },
  );
  expect([...visited].toSorted()).toEqual([...MOTIONS].toSorted());
});
