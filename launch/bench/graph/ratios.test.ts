// Tests of what the graph's bench makes of its rounds: costs by the round, losses, and what is too dear.
import { expect, test } from "vitest";
import { LOADS } from "./orders.ts";
import type { Way } from "./pairs.ts";
import { graphFigures, isCheap } from "./ratios.ts";
import type { Turn } from "./rounds.ts";

/** One round of each kind: so many ms old, so many heard in 100 ms of a flood of 1000. */
const turns = (...rounds: readonly (readonly [age: number, heard: number])[]): Turn[] =>
  rounds.flatMap(([age, heard]) =>
    LOADS.map((load) => ({
      load,
      paced: { said: 4, count: 3, ages: [age, age, 10 * age], duration: 10, lasted: 10 },
      flood: { said: 1000, count: heard, ages: [], duration: 100, lasted: 80 },
    })),
  );
const of = (ways: Partial<Record<Way, readonly Turn[]>>) =>
  graphFigures(new Map(Object.entries(ways) as [Way, readonly Turn[]][]));

test("a way has its latencies, its rate and what it lost, over all rounds", () => {
  expect(of({ embedded: turns([1, 100], [2, 200], [3, 300]) })).toMatchObject({
    wrench_embedded_median_ms: 3,
    wrench_embedded_max_ms: 30,
    wrench_embedded_paced: 12,
    wrench_embedded_paced_lost: 3,
    wrench_embedded_per_s: 2000,
    wrench_embedded_flood: 3000,
    wrench_embedded_flood_lost: 2400,
  });
});
test("a round in which the machine was slow is slow for both, and costs nothing", () => {
  const figures = of({
    ros: turns([1, 100], [90, 11], [1, 100]),
    objects: turns([1, 100], [90, 11], [1, 100]),
  });
  expect(figures).toMatchObject({ wrench_latency_to_objects: 1, image_throughput_to_objects: 1 });
  expect(isCheap(figures)).toBe(true);
});
test("what comes late, after all is said, makes no rate", () => {
  const late = turns([1, 1000]).map((turn) => ({ ...turn, flood: { ...turn.flood, lasted: 500 } }));
  expect(of({ embedded: late })).toMatchObject({ wrench_embedded_per_s: 2000 });
});
test("a flood of which only the bare one heard anything is endlessly dear, one of which neither did tells nothing", () => {
  expect(isCheap(of({ ros: turns([1, 0]), objects: turns([1, 10]) }))).toBe(false);
  expect(isCheap(of({ ros: turns([1, 0]), objects: turns([1, 0]) }))).toBe(true);
});
test("a layer that takes more than a fifth longer, or carries so much less, is too dear", () => {
  const objects = turns([1, 1200]);
  expect(isCheap(of({ ros: turns([1.2, 1000]), objects }))).toBe(true);
  expect(isCheap(of({ ros: turns([1.3, 1200]), objects }))).toBe(false);
  expect(isCheap(of({ ros: turns([1, 900]), objects }))).toBe(false);
});
test("ready bytes are told of and not judged by: no user has them", () => {
  const figures = of({ ros: turns([2, 100]), objects: turns([2, 100]), bytes: turns([1, 1000]) });
  expect(figures).toMatchObject({ safety_latency_to_bytes: 2, safety_throughput_to_bytes: 10 });
  expect(isCheap(figures)).toBe(true);
});
test("where no ROS was there to compare nothing is too dear; where nothing was heard nothing is told", () => {
  expect(isCheap(of({ embedded: turns([1, 100]) }))).toBe(true);
  expect(() => of({ embedded: [] })).toThrow("at least one");
});
