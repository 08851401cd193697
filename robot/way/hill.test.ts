// Who came down again in the arms is not lifted up over the hill once more on the way back.
import { describe, expect, test } from "vitest";
import { remember } from "./remember.ts";
import { backwards, passed } from "./retrace.ts";
import { NO_WAY, type Posture, type Way } from "./way.ts";

const at = (lift: number, x = 0, arm = 0): Posture => ({ x, y: 0, yaw: 0, joints: [lift, arm, arm] });
const record = (postures: readonly Posture[]) =>
  postures.reduce<Way>(
    (way, posture) => passed(remember(way, "bearing", posture, true), posture, false),
    NO_WAY,
  );
/** Up by 0.4 m while the base goes back by 0.08 m. */
const UP = Array.from({ length: 401 }, (_, step) => at(step * 0.001, -step * 0.0002));
/** Then down by 0.2 m where the base is, as pads sink in letting go. */
const sunk = (x: number, arm = 0) => Array.from({ length: 200 }, (_, step) => at(0.4 - step * 0.001, x, arm));
const heightsBack = (way: Way, from: Posture) => {
  const heights: number[] = [];
  let [left, here] = [way, from];
  for (let step = 0; step < 2000; step += 1) {
    left = passed(left, here, true);
    const [forward = 0, , ...joints] = backwards(left, here);
    here = {
      ...here,
      x: here.x + forward * 0.01,
      joints: here.joints.map((joint, place) => joint + (joints[place] ?? 0) * 0.01),
    };
    heights.push(here.joints[0] ?? NaN);
  }
  return heights;
};

describe("SR-25 the way back of who sank in the arms", () => {
  test("leads on down to the seat from where they are, and lifts nobody by more than arms give", () => {
    const down = sunk(-0.08);
    const here = down.at(-1) ?? at(NaN);
    const heights = heightsBack(record([...UP, ...down]), here);
    expect(Math.max(...heights)).toBeLessThan((here.joints[0] ?? NaN) + 0.025);
    expect(heights.at(-1)).toBeLessThan(0.003);
  });
  test("leads over the hill where its flanks are far apart: nobody knows what stands between them", () => {
    for (const down of [sunk(-0.3), sunk(-0.08, 0.1)]) {
      const between = down[0] ?? at(NaN);
      const way = record([...UP, at(0.4, (between.x - 0.08) / 2, between.joints[1] ?? 0), ...down]);
      expect(Math.max(...way.points.map(({ joints }) => joints[0] ?? NaN))).toBeGreaterThan(0.39);
    }
  });
  test("keeps what goes up and dips a little, and never takes out where they were first touched", () => {
    const dips = UP.map((posture, step) => ({
      ...posture,
      joints: [(posture.joints[0] ?? NaN) + 0.005 * Math.sin(step / 10), 0, 0],
    }));
    expect(record(dips).points.length).toBeGreaterThan(70);
    const below = record([at(0), at(0.1), at(-0.1)]);
    expect(below.points[0]).toEqual(at(0));
    expect(record([at(0), at(0.1), at(0)]).points).toEqual([at(0), at(0)]);
  });
});
