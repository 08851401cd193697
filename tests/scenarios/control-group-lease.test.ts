// The lease through supervisor and gate as they run: a lift from elsewhere, consent, force-take, and a seat that is gone.
import { describe, expect, test } from "vitest";
import { Lease, OperatorAct_Request as Act, SafetyState, type OperatorSignal } from "../../core/messages.ts";
import { stampOf } from "../../core/time.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { Bench } from "./kinematic-robot.ts";

/** Somebody else at a page of their own, who beats while time passes. */
class Somebody {
  readonly #bench: Bench;
  readonly #operator: string;
  onSite = true;
  hold = false;
  wants = false;

  constructor(bench: Bench, operator: string) {
    this.#bench = bench;
    this.#operator = operator;
  }
  wait(time: number): this {
    for (let beats = 0; beats < time / milliseconds(50); beats += 1) {
      this.#bench.run.publish(topics.operatorSignal, this.#beat());
      this.#bench.run.advance(milliseconds(50));
    }
    return this;
  }
  act(code: number): string {
    const request = { act: code, operator_name: this.#operator, on_site: this.onSite };
    return this.#bench.run.call(services.operatorAct, request).reason;
  }
  #beat(): OperatorSignal {
    return {
      header: { stamp: stampOf(this.#bench.run.now()), frame_id: "" },
      sequence: 1,
      operator_name: this.#operator,
      session: this.#operator,
      on_site: this.onSite,
      wants_command: this.wants,
      stop_pressed: false,
      hold_pressed: this.hold,
      round_trip: seconds(0.02),
    };
  }
}
/** Kim has left the bedside in the middle of a lift and goes on from elsewhere. */
function leftAlone() {
  const bench = new Bench().startLift();
  bench.run.latest(topics.lease);
  bench.onSite = false;
  bench.wait(0.3);
  return { bench, park: new Somebody(bench, "Park") };
}
const lease = (bench: Bench): Lease => {
  const last = bench.run.latest(topics.lease);
  if (last === undefined) throw new Error("no lease yet");
  return last;
};

describe("SR-35 a lift commanded from elsewhere", () => {
  test("stands still, says why and what may be done", () => {
    const { bench } = leftAlone();
    const { lift } = bench;
    bench.wait(1);
    expect([bench.isStill, bench.lift]).toEqual([true, lift]);
    expect(bench.safety.reasons).toEqual(["reason.remote_without_consent"]);
    expect(bench.safety.possible).toContain("may.consent");
  });
  test("goes on by the consent of somebody on site, and stands again when they are gone", () => {
    const { bench, park } = leftAlone();
    park.wait(0.1);
    expect(park.act(Act.CONSENT)).toBe("");
    bench.task = { lift: 0 };
    park.wait(1);
    bench.task = { lift: 0.08 };
    const { lift } = bench;
    park.wait(1);
    expect([bench.lift > lift, lease(bench).consent, lease(bench).kind]).toEqual([true, true, Lease.TASK]);
    bench.wait(2.2);
    expect([bench.isStill, lease(bench).consent]).toEqual([true, false]);
  });
  test("is not lowered from elsewhere, but by anybody beside the resident", () => {
    const { bench, park } = leftAlone();
    bench.hold = true;
    park.wait(1);
    expect(bench.safety.motion).toBe(SafetyState.HOLDING);
    bench.hold = false;
    park.wait(0.3);
    park.hold = true;
    expect([park.wait(1), bench.safety.motion][1]).toBe(SafetyState.LOWERING);
  });
});

describe("SR-36 the lease", () => {
  test("is taken by a person on site at once, under a new epoch, and the task goes on under them", () => {
    const { bench, park } = leftAlone();
    const before = lease(bench);
    park.wants = true;
    park.wait(0.1);
    expect(park.act(Act.TAKE)).toBe("");
    park.wait(0.1);
    expect(lease(bench)).toMatchObject({ operator_name: "Park", on_site: true, holder: "planner" });
    expect(lease(bench).epoch).toBeGreaterThan(before.epoch);
    bench.task = { lift: 0 };
    park.wait(1);
    bench.task = { lift: 0.08 };
    const { lift } = bench;
    park.wait(1);
    expect(bench.lift).toBeGreaterThan(lift);
  });
  test("is void two seconds after the last sign of life, and the robot stands", () => {
    const bench = new Bench().startLift();
    bench.silent.add("operator");
    bench.wait(2.1);
    expect([bench.isStill, bench.run.latest(topics.lease)?.kind]).toEqual([true, Lease.NOBODY]);
  });
});

test("SR-37 a seat that is said to be gone shuts the way down until somebody on site says that it is back", () => {
  const bench = new Bench().startLift();
  bench.act(Act.SEAT_GONE);
  bench.wait(0.2);
  bench.hold = true;
  bench.wait(0.5);
  expect(bench.safety).toMatchObject({ motion: SafetyState.HOLDING, reasons: ["reason.seat_gone"] });
  bench.hold = false;
  expect(bench.act(Act.SEAT_BACK)).toBe("");
  bench.wait(0.7);
  bench.hold = true;
  bench.wait(0.5);
  expect(bench.safety.motion).toBe(SafetyState.LOWERING);
});
