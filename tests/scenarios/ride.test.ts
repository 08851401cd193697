// The ride on virtual time: a resident too weak to rise alone is helped up by what MediaPipe sees; and held, then lowered.
import { expect, test } from "vitest";
import { judgeStandUps, standUp } from "../../launch/scenarios/stand-up.ts";
import { CAUSES, stopMidLift } from "../../launch/scenarios/stop-mid-lift.ts";

test("a weak resident stands with the robot's help, seen by MediaPipe, and does not without it", async () => {
  const run = await standUp(4);
  expect(run.reason).toBe("succeeded");
  expect(judgeStandUps([run], run)).toMatchObject({ ok: true, stood: 1, stood_alone: 0 });
});

test.each(CAUSES)(
  "SR-27 mid-lift, %s: held without sinking, nothing moves until start, then lowered",
  async (cause) => {
    expect(await stopMidLift(3, cause, "truth")).toMatchObject({ why: "", ok: true });
  },
);
