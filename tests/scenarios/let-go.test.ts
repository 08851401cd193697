// A lift that was stopped as it began and is started again, with a body of flesh: who leans on the pads sits up again before they leave, and is never dragged.
import { expect, test } from "vitest";
import { OperatorAct_Request as Act, StandUp_Result, TaskState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { release, SEATED } from "../../launch/scenarios/afterwards.ts";
import { measure } from "../../launch/scenarios/measures.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide, untilPhase } from "../../launch/scenarios/ride.ts";

test.each([28, 3, 11])(
  "SR-25 resident %i, stopped as the lift begins, sits up again before the pads leave",
  { timeout: 120_000 },
  async (seed) => {
    const ride = await openRide(residentOf(seed, WEAK, false), "truth");
    const { run, worker } = ride;
    const seen = measure(run);
    run.latest(topics.worldTruth);
    confirmAndStart(ride);
    const seat = seen.pelvis;
    const answer = ride.standUp();
    expect(untilPhase(ride, TaskState.LIFT, seconds(60))).toBeDefined();
    worker.stopping = true;
    run.advance(seconds(1));
    worker.stopping = false;
    release(ride);
    ride.tryAct(Act.START);
    const highest = { pelvis: 0 };
    run.on(topics.worldTruth, () => (highest.pelvis = Math.max(highest.pelvis, seen.pelvis)));
    run.advanceUntil(() => answer.outcome !== undefined, seconds(60));
    expect(answer.result?.code).toBe(StandUp_Result.LOWERED);
    expect(highest.pelvis).toBeLessThan(seat + SEATED);
    expect(seen.worstContact).toBeLessThanOrEqual(1);
    expect(run.latest(topics.worldTruth)).toMatchObject({ pad_force: 0 });
    await run.stop();
  },
);
