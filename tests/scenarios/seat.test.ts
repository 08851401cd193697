// The chair is pulled away in mid-lift: who is lowered is held where it should be, hanging and not on the floor, until it is back.
import { expect, test } from "vitest";
import { OperatorAct_Request as Act, SafetyState, TaskState } from "../../core/messages.ts";
import { services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { lower } from "../../launch/scenarios/afterwards.ts";
import { watchFaults } from "../../launch/scenarios/fault-watch.ts";
import { measure } from "../../launch/scenarios/measures.ts";
import { residentOf, WEAK } from "../../launch/scenarios/residents.ts";
import { confirmAndStart, openRide, untilPhase } from "../../launch/scenarios/ride.ts";

/** [1] of standing height: how far the arms give and the pads go on before it is noticed. */
const BELOW = 0.08;

test("SR-37 who is lowered where no seat is hangs in the arms until it is brought and somebody says so", async () => {
  const ride = await openRide(residentOf(1, WEAK, false), "truth");
  const { run, worker } = ride;
  const seen = measure(run);
  const watched = watchFaults(run);
  run.latest(topics.safetyState);
  confirmAndStart(ride);
  const seat = seen.pelvis;
  ride.standUp();
  expect(untilPhase(ride, TaskState.LIFT, seconds(70))).toBeDefined();
  run.advance(seconds(5));
  run.call(services.injectFault, { fault: "seat", on: true });
  worker.stopping = true;
  run.advance(seconds(1));
  worker.stopping = false;
  worker.holding = worker.lowering = true;
  run.advance(seconds(20));
  const held = run.latest(topics.safetyState);
  expect(held?.reasons).toContain("reason.seat_gone");
  expect(held).toMatchObject({ motion: SafetyState.PROTECTIVE_STOP, load: SafetyState.LOAD_BEARING });
  expect(seen.pelvis).toBeGreaterThan(seat - BELOW);
  const hanging = seen.pelvis;
  run.advance(seconds(5)); // still pressed: nobody goes further down
  expect(Math.abs(seen.pelvis - hanging)).toBeLessThan(0.01);
  worker.holding = worker.lowering = false;
  expect(ride.tryAct(Act.SEAT_BACK)).toBe("");
  run.advance(seconds(1));
  expect(run.latest(topics.safetyState)?.reasons).not.toContain("reason.seat_gone");
  expect(watched.unsafe).toEqual([]);
  await run.stop();
});

test("SR-37 a seat that stands where it stood is never called gone", async () => {
  const ride = await openRide(residentOf(2, WEAK, false), "truth");
  const { run, worker } = ride;
  const seen = measure(run);
  const told = new Set<string>();
  run.on(topics.safetyState, ({ reasons }: SafetyState) => reasons.forEach((reason) => told.add(reason)));
  confirmAndStart(ride);
  const seat = seen.pelvis;
  ride.standUp();
  expect(untilPhase(ride, TaskState.LIFT, seconds(70))).toBeDefined();
  run.advance(seconds(5));
  worker.stopping = true;
  run.advance(seconds(1));
  worker.stopping = false;
  expect(lower(ride, seen, seat)).toBe(true);
  worker.holding = worker.lowering = true;
  run.advance(seconds(5)); // and on, until the pads have let go
  expect([...told]).not.toContain("reason.seat_gone");
  await run.stop();
});
