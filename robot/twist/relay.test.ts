// Which twists become requests, looked at one by one: what arms this hand, and what disarms it.
import { expect, test } from "vitest";
import { Lease, type Lease as LeaseMessage, type TwistStamped } from "../../core/messages.ts";
import { stampOf } from "../../core/time.ts";
import { seconds } from "../../core/units.ts";
import { lease } from "../requests.ts";
import { relay, UNHEARD, type Relay } from "./relay.ts";

const NONE = { x: 0, y: 0, z: 0 };
/** Says these twists, one each 50 ms, each under its lease; tells which were handed on, and why the last was not. */
function say(...twists: readonly (readonly [x: number, lease: Partial<LeaseMessage>])[]) {
  let state: Relay = UNHEARD;
  const handed = twists.map(([x, change], i) => {
    const now = seconds(10 + i * 0.05);
    const twist: TwistStamped = {
      header: { stamp: stampOf(now), frame_id: "base_link" },
      twist: { linear: { ...NONE, x }, angular: NONE },
    };
    const held = { kind: Lease.ON_SITE, holder: "Kim", ...change };
    const heard = {
      twist: { message: twist, receivedAt: now },
      lease: lease(now, held).message,
      other: false,
      operator: "Kim",
    };
    const next = relay(now, state, heard);
    state = next.relay;
    return next.request?.drive.linear.x;
  });
  return { handed, waiting: state.waiting };
}

test("a hand that has said zero drives on under one lease", () => {
  expect(say([0, {}], [0.1, {}], [0.2, {}]).handed).toEqual([0, 0.1, 0.2]);
});
test("a lease that has changed hands, or is of another life, must hear zero anew", () => {
  expect(say([0, {}], [0.1, { epoch: 6 }], [0, { epoch: 6 }], [0.1, { epoch: 6 }]).handed).toEqual([
    0,
    undefined,
    0,
    0.1,
  ]);
  expect(say([0, {}], [0.1, { nonce: 78 }]).waiting).toBe("waits for a zero twist");
});
test("while a task holds the lease nothing is handed on, not even rest", () => {
  const task = { kind: Lease.TASK, holder: "planner" };
  expect(say([0, task], [0.1, task])).toEqual({
    handed: [undefined, undefined],
    waiting: "a task holds the lease",
  });
});
test("somebody else in command is not asked for", () => {
  expect(say([0, { operator_name: "Lee" }], [0.1, { operator_name: "Lee" }]).handed).toEqual([
    undefined,
    undefined,
  ]);
});
