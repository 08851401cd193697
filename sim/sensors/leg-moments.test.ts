// The work of a person's own legs: little on the seat, most as the hips leave it, never more than their strength has.
import { beforeAll, expect, test } from "vitest";
import { metres } from "../../core/units.ts";
import { loadEngine, type Engine } from "../mujoco/engine.ts";
import { riseNeed } from "../resident/muscles.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { createWorld, TICK } from "../world.ts";
import { chairSeat } from "../ward.ts";
import { legMoments } from "./leg-moments.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

test("who rises alone extends hips and knees with moments that grow with the effort and stay within their strength", () => {
  const strong = { ...DEFAULT_RESIDENT, legStrength: 1.5 };
  const world = createWorld(engine, strong);
  const moments = legMoments(world);
  const need = riseNeed(strong, metres(chairSeat(world.scene).height));
  world.tick();
  const seated = moments();
  world.prompt("rise");
  let [hip, knee] = [0, 0];
  for (let time = 0; time < 3; time += TICK) {
    world.tick();
    hip = Math.max(hip, moments().hip);
    knee = Math.max(knee, moments().knee);
  }
  world.delete();
  expect(Math.abs(seated.knee)).toBeLessThan(0.3 * need.knee);
  // healthy people need 0.5 N·m/kg at least in each of the two joints, of both legs (Yoshioka 2007, DOMAIN §2.1)
  for (const [moment, least] of [
    [hip, need.hip],
    [knee, need.knee],
  ] as const) {
    expect(moment).toBeGreaterThan(0.5 * strong.bodyMass);
    expect(moment).toBeLessThanOrEqual(1.5 * least + 1e-6);
  }
});
