// A stage that is meant towards one side is told to the muscles of that side, and mirrored to the other.
import { expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import { MUSCLES } from "../resident/muscles.ts";
import { anglesOf, type Stage } from "./bed-moves.ts";
import { ROLL, ROLL_BACK } from "./rolls.ts";
import { SIT_UP } from "./sit-up.ts";

const stage: Stage = {
  takes: seconds(1),
  as: "lying",
  to: { lumbar_flexion: 90, lumbar_lateral: 18, near_hip_abduction: 36, far_elbow_flexion: 72 },
};

test("near and far are the sides of the body, and a bend to the right is negative", () => {
  const { PI } = Math;
  expect(anglesOf(stage, "left")).toEqual({
    lumbar_flexion: PI / 2,
    lumbar_lateral: PI / 10,
    left_hip_abduction: PI / 5,
    right_elbow_flexion: (2 * PI) / 5,
  });
  expect(anglesOf(stage, "right")).toEqual({
    lumbar_flexion: PI / 2,
    lumbar_lateral: -PI / 10,
    right_hip_abduction: PI / 5,
    left_elbow_flexion: (2 * PI) / 5,
  });
});

test("every stage of every movement speaks of muscles that there are", () => {
  const known = MUSCLES.map(({ name }) => name);
  for (const one of [...ROLL, ...ROLL_BACK, ...SIT_UP])
    for (const side of ["left", "right"] as const)
      for (const name of Object.keys(anglesOf(one, side))) expect(known).toContain(name);
});
