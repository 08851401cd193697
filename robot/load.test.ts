// The load estimate: quick to say that somebody is borne, slow to say that nobody is, and honest when it does not know.
import { describe, expect, test } from "vitest";
import { newtons, seconds } from "../core/units.ts";
import { estimateLoad, UNKNOWN_LOAD, type LoadEstimate, type PadForces } from "./load.ts";

const TICK = seconds(0.02);
const felt = (vertical: number, change: Partial<PadForces> = {}): PadForces => ({
  vertical: newtons(vertical),
  sideways: newtons(0),
  padTouches: false,
  ...change,
});
/** The estimate after these forces were felt for `ticks` each. */
function after(...story: readonly (readonly [forces: PadForces | undefined, ticks: number])[]): LoadEstimate {
  let estimate = UNKNOWN_LOAD;
  for (const [forces, ticks] of story)
    for (let tick = 0; tick < ticks; tick += 1) estimate = estimateLoad(estimate, forces, TICK);
  return estimate;
}

describe("the load", () => {
  test("is unknown before the first reading, and when a reading is none", () => {
    expect(UNKNOWN_LOAD.load).toBe("unknown");
    for (const nothing of [undefined, felt(NaN), felt(Infinity), felt(0, { sideways: newtons(NaN) })])
      expect(after([felt(100), 1], [nothing, 1]).load).toBe("unknown");
    expect(after([undefined, 1]).support).toBeNaN();
  });
  test.each([
    [0, "none"],
    [5.9, "none"],
    [6, "touching"],
    [-6, "touching"],
    [43.9, "touching"],
    [44, "bearing"],
    [300, "bearing"],
  ] as const)("of %s N is %s at once", (force, load) => expect(after([felt(force), 1]).load).toBe(load));
  test("is touching when pads push sideways, or the skin says so", () => {
    expect(after([felt(0, { sideways: newtons(6) }), 1]).load).toBe("touching");
    expect(after([felt(0, { padTouches: true }), 1]).load).toBe("touching");
  });
  test("becomes less only after half a second of clearly less", () => {
    expect(after([felt(100), 1], [felt(0), 24]).load).toBe("bearing");
    expect(after([felt(100), 1], [felt(0), 26]).load).toBe("none");
  });
  test("of a pad that bounces stays", () => {
    let estimate = after([felt(100), 1]);
    for (let bounce = 0; bounce < 20; bounce += 1) {
      for (let tick = 0; tick < 20; tick += 1) estimate = estimateLoad(estimate, felt(0), TICK);
      estimate = estimateLoad(estimate, felt(50), TICK);
      expect(estimate.load).toBe("bearing");
    }
  });
  test("just below its limit is still there", () =>
    expect(after([felt(50), 1], [felt(30), 500]).load).toBe("bearing"));
});
