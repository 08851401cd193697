// Which poses somebody may name to drive to.
import { expect, test } from "vitest";
import { poseTrouble } from "./errand.ts";
import { NONE, pose } from "./nav2-peer.ts";

test("a pose is taken in map and odom, flat on the floor", () => {
  expect(poseTrouble(pose(1))).toBeUndefined();
  const tilted = { ...NONE, x: Math.SQRT1_2, w: Math.SQRT1_2 };
  expect(poseTrouble({ ...pose(1), pose: { position: NONE, orientation: tilted } })).toBe(
    "reason.pose_unusable",
  );
});
