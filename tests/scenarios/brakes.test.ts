// A stop that does not stand, or that nobody comes to, with a person half way up: brakes hold them, and they are lowered all the same.
import { describe, expect, test } from "vitest";
import { OperatorAct_Request, SafetyState } from "../../core/messages.ts";
import { seconds } from "../../core/units.ts";
import { lower, release } from "../../launch/scenarios/afterwards.ts";
import { lifted } from "./lifted.ts";

describe("SR-57 with a person half way up", () => {
  test("a lift that sinks although it is stopped is caught by its brake within centimetres, whenever it is let go", async () => {
    const { ride, run, seen, seat, state, fault, lift } = await lifted(3);
    const { worker } = ride;
    worker.stopping = true;
    run.advance(seconds(1));
    worker.stopping = false;
    run.advance(seconds(1));
    expect(state()).toMatchObject({ motion: SafetyState.PROTECTIVE_STOP, brakes_set: false });
    const height = lift();
    fault("runaway", true);
    run.advance(seconds(20));
    expect(height - lift()).toBeGreaterThan(0.005);
    expect(height - lift()).toBeLessThan(0.02);
    expect(state()).toMatchObject({ motion: SafetyState.PROTECTIVE_STOP, brakes_set: true });
    // whoever lowers opens it, and lets it fall in by letting go
    worker.holding = worker.lowering = true;
    run.advance(seconds(2));
    expect(state()).toMatchObject({ motion: SafetyState.LOWERING, brakes_set: false });
    worker.holding = worker.lowering = false;
    run.advance(seconds(0.5));
    const held = lift();
    run.advance(seconds(10));
    expect(held - lift()).toBeLessThan(0.002);
    expect(state()?.brakes_set).toBe(true);
    fault("runaway", false);
    expect(lower(ride, seen, seat)).toBe(true);
    expect(seen.worstContact).toBeLessThanOrEqual(1);
    await run.stop();
  });

  test("a stop that nobody comes to for a minute is held by brakes, and goes on as ever when somebody comes", async () => {
    const { ride, run, seen, seat, state, lift } = await lifted(11);
    const { worker } = ride;
    worker.stopping = true;
    run.advance(seconds(1));
    worker.stopping = false;
    run.advance(seconds(50));
    expect(state()?.brakes_set).toBe(false);
    const height = lift();
    run.advance(seconds(15));
    expect(state()).toMatchObject({ motion: SafetyState.PROTECTIVE_STOP, brakes_set: true });
    expect(Math.abs(height - lift())).toBeLessThan(0.002);
    release(ride);
    expect(state()?.brakes_set).toBe(true);
    expect(ride.tryAct(OperatorAct_Request.START)).toBe("");
    run.advance(seconds(2));
    expect(state()?.brakes_set).toBe(false);
    expect(lower(ride, seen, seat)).toBe(true);
    await run.stop();
  });
});
