// The gate's walks over threads: the same as in one, and none forgotten.
import { expect, test } from "vitest";
import { walk } from "../../robot/walk/walk.ts";
import { gateWalks, STEPS } from "./gate-walks.ts";

test("walks over the cores are the walks of their seeds, each once", async () => {
  const walks = 450;
  const heard: number[] = [];
  const found = await gateWalks(walks, 30_000, (done) => heard.push(done));
  let moved = 0;
  for (let seed = 30_000; seed < 30_000 + walks; seed += 1) moved += walk(seed, STEPS).moved;
  expect(found).toEqual({
    walks,
    steps: walks * STEPS,
    moving: moved / (walks * STEPS),
    violations: 0,
    told: [],
  });
  expect(heard.at(-1)).toBe(walks);
});
