// The power fails with a person half way up: they are held, told of, and lowered while there is energy; what comes back moves nobody.
import { describe, expect, test } from "vitest";
import { AlarmRequest, OperatorAct_Request, SafetyState } from "../../core/messages.ts";
import { seconds } from "../../core/units.ts";
import { lower, release, untilStill, ZERO } from "../../launch/scenarios/afterwards.ts";
import { lifted } from "./lifted.ts";

describe("SR-46 with a person half way up", () => {
  test("a supply that fails holds, is told, leaves only the way down, and the person is lowered to the seat", async () => {
    const { ride, run, seen, seat, state, alarms, fault, sinksIn } = await lifted(3);
    fault("supply", true);
    run.advance(seconds(0.2));
    expect(untilStill(ride, seen)).toBeDefined();
    expect(sinksIn(10)).toBeLessThan(0.02);
    expect(state()).toMatchObject({ motion: SafetyState.PROTECTIVE_STOP, not_lowerable: false });
    expect(state()?.reasons).toContain("reason.power_failing");
    expect(state()?.possible).toContain("may.lower");
    expect(alarms()).toContainEqual(
      expect.objectContaining({ alarm: "alarm.power_failing", priority: AlarmRequest.HIGH }),
    );
    // drives that lag on a dying supply stop it too (SR-56): that is reset, and leads no further
    expect(ride.tryAct(OperatorAct_Request.RESET)).toBe("");
    expect(ride.tryAct(OperatorAct_Request.CONFIRM_ON_SITE)).toBe("reason.lower_first");
    expect(lower(ride, seen, seat)).toBe(true);
    expect(seen.worstContact).toBeLessThanOrEqual(1);
    await run.stop();
  });

  test("brakes hold while all power is gone; when it is back nothing is started before the person is lowered", async () => {
    const { ride, run, seen, seat, state, fault, sinksIn } = await lifted(11);
    fault("power", true);
    expect(sinksIn(5)).toBeLessThan(0.01);
    expect(state()?.reasons).toContain("reason.power_failing");
    fault("power", false);
    run.advance(seconds(1));
    seen.commanded = 0;
    expect(Math.abs(sinksIn(5))).toBeLessThan(0.01);
    expect(seen.commanded).toBeLessThanOrEqual(ZERO);
    expect(state()).toMatchObject({
      motion: SafetyState.PROTECTIVE_STOP,
      demand: SafetyState.DEMAND_LOWER,
      needs_reset: false,
    });
    expect(ride.tryAct(OperatorAct_Request.START)).not.toBe("");
    release(ride);
    expect(seen.commanded).toBeLessThanOrEqual(ZERO);
    expect(lower(ride, seen, seat)).toBe(true);
    await run.stop();
  });

  test("power that goes in the middle of lowering comes back to a robot that stands until lowering is pressed anew", async () => {
    const { ride, run, seen, seat, fault, lift, sinksIn } = await lifted(3);
    const { worker } = ride;
    worker.stopping = true;
    run.advance(seconds(1));
    worker.holding = worker.lowering = true;
    expect(sinksIn(2)).toBeGreaterThan(0.01);
    // the lift, not the person, who sits down on the pads as they were told
    const height = lift();
    fault("power", true);
    run.advance(seconds(3));
    const held = lift();
    expect(height - held).toBeLessThan(0.01);
    fault("power", false);
    run.advance(seconds(3));
    expect(Math.abs(lift() - held)).toBeLessThan(0.002);
    worker.holding = worker.lowering = false;
    run.advance(seconds(1));
    expect(lower(ride, seen, seat)).toBe(true);
    await run.stop();
  });
});
