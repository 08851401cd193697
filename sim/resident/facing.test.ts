// Ahead and left are told of whoever looks anywhere: turned together with them, nothing changes.
import { expect, test } from "vitest";
import { fromRollPitchYaw, multiply } from "../sdf/pose.ts";
import { pitchOf, seenFrom } from "./facing.ts";

const looking = (yaw: number) => [Math.cos(yaw), Math.sin(yaw)] as const;

test("what is north of who looks north is ahead, and what is west of them to the left", () => {
  const [ahead, left] = seenFrom(looking(Math.PI / 2), [-3, 2]);
  expect([ahead, left]).toEqual([expect.closeTo(2, 12), expect.closeTo(3, 12)]);
});

test.each([0, 0.7, Math.PI, -2])(
  "a trunk that leans 0.4 rad ahead of who looks along %f rad does so, and aside it does not",
  (yaw) => {
    const pitch = (lean: number, aside: number) => {
      const [x, y, z, w] = multiply(fromRollPitchYaw(0, 0, yaw), fromRollPitchYaw(aside, lean, 0));
      return pitchOf(Float64Array.of(9, 9, 9, 9, w, x, y, z), 1, looking(yaw));
    };
    expect(pitch(0.4, 0)).toBeCloseTo(0.4, 12);
    expect(pitch(-0.2, 0)).toBeCloseTo(-0.2, 12);
    expect(pitch(0, 0.3)).toBeCloseTo(0, 12);
  },
);
