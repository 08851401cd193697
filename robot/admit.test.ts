// What the gate refuses to hear, each by its name, and that nothing refused harms what follows.
import { describe, expect, test } from "vitest";
import { Lease, MotionRequest } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { stampOf } from "../core/time.ts";
import { milliseconds, seconds } from "../core/units.ts";
import { refuse, type Admission, type Rejection } from "./admit.ts";
import { disarm, listen, lock, UNHEARD, wantsMotion, type Ear } from "./listen.ts";
import { drive, lease, request } from "./requests.ts";

const NOW = seconds(10);
const task: Admission = { now: NOW, from: "task", last: undefined, lease: lease(NOW).message };
const kim: Admission = { ...task, from: "operator" };
const under = (change: Partial<Lease>): Lease => ({ ...lease(NOW).message, ...change });
const header = { stamp: stampOf(NOW), frame_id: "base_link" };
const turned = { linear: { x: 0, y: 0, z: 0 }, angular: { x: 0, y: 0, z: NaN } };
const sideways = { linear: { x: 0, y: 0.1, z: 0 }, angular: { x: 0, y: 0, z: 0 } };
const [past, future] = [seconds(NOW - 0.21), seconds(NOW + 0.06)];

describe("SR-22 a request", () => {
  test("that is sound is heard", () => {
    expect(refuse(request(NOW, 1, 0.05), task)).toBeUndefined();
    expect(refuse(drive(NOW, 1, 0.1), kim)).toBeUndefined();
    expect(refuse(request(NOW, 1, 0, { kind: MotionRequest.LOWER }), task)).toBeUndefined();
  });
  const wrong: readonly (readonly [Rejection, string, Partial<MotionRequest>])[] = [
    ["malformed", "names a joint twice", { joint_names: ["lift_joint", "lift_joint", "left_arm_joint"] }],
    ["malformed", "has more joints than velocities", { joint_velocities: [0.1] }],
    ["malformed", "names no source", { source: "" }],
    ["not_finite", "asks for NaN", { joint_velocities: [NaN, 0, 0] }],
    ["not_finite", "asks to turn by NaN", { drive: turned }],
    ["not_finite", "asks for infinity", { joint_velocities: [0, -Infinity, 0] }],
    ["not_finite", "lives for NaN", { time_to_live: seconds(NaN) }],
    ["not_finite", "has no stamp", { header: { stamp: { sec: NaN, nanosec: 0 }, frame_id: "base_link" } }],
    ["not_finite", "has no number", { sequence: NaN }],
    ["not_finite", "has no epoch", { epoch: NaN }],
    ["wrong_epoch", "is asked under a lease that is over", { epoch: 4 }],
    ["wrong_epoch", "is asked under a lease that is not given yet", { epoch: 6 }],
    ["wrong_nonce", "is asked of an earlier life of the control group", { nonce: 76 }],
    ["wrong_frame", "is in another frame", { header: { ...header, frame_id: "map" } }],
    ["wrong_kind", "is an operator's kind", { kind: MotionRequest.DRIVE }],
    ["wrong_kind", "is of no kind", { kind: NaN }],
    [
      "unknown_joint",
      "moves a joint there is not",
      { joint_names: ["lift_joint", "left_arm_joint", "neck_joint"] },
    ],
    ["unknown_axis", "drives sideways", { drive: sideways }],
    ["stale", "was sent too long ago", { header: { ...header, stamp: stampOf(past) } }],
    ["stale", "lives for no time, and was sent before now", { time_to_live: seconds(-1) }],
    ["future", "is sent later than now", { header: { ...header, stamp: stampOf(future) } }],
  ];
  test.each(wrong)("is refused as %s when it %s", (reason, _what, change) =>
    expect(refuse(request(NOW, 1, 0.05, change), task)).toBe(reason),
  );
  test("that lay about before it arrived is stale, whatever time to live it names", () => {
    const late: Stamped<MotionRequest> = {
      ...request(NOW, 1, 0.05, { time_to_live: seconds(60) }),
      receivedAt: past,
    };
    expect(refuse(late, task)).toBe("stale");
  });
  test("of an operator moves no joint, and only of the one in command", () => {
    expect(refuse(drive(NOW, 1, 0.1, { joint_names: ["lift_joint"], joint_velocities: [0.1] }), kim)).toBe(
      "unknown_joint",
    );
    expect(refuse(drive(NOW, 1, 0.1, { source: "Lee" }), kim)).toBe("not_in_command");
    expect(refuse(drive(NOW, 1, 0.1), { ...kim, lease: under({ operator_name: "" }) })).toBe(
      "not_in_command",
    );
  });
  test("SR-40 of a task is heard only while the task holds the lease", () => {
    expect(refuse(request(NOW, 1, 0.05), { ...task, lease: undefined })).toBe("no_lease");
    expect(
      refuse(request(NOW, 1, 0.05), { ...task, lease: under({ kind: Lease.ON_SITE, holder: "Kim" }) }),
    ).toBe("not_holder");
    expect(refuse(request(NOW, 1, 0.05), { ...task, lease: under({ holder: "another" }) })).toBe(
      "not_holder",
    );
  });
  test("of a task to stand still needs no lease", () => {
    const kims = { ...task, lease: under({ kind: Lease.ON_SITE, holder: "Kim" }) };
    expect(refuse(request(NOW, 1, 0), kims)).toBeUndefined();
    const last = { source: "planner", sequence: 7, at: NOW };
    expect(refuse(request(NOW, 8, 0, { source: "other" }), { ...kims, last })).toBe("not_holder");
  });
  test("that is repeated or comes late is refused; the next one is heard", () => {
    const last = { source: "planner", sequence: 7, at: NOW };
    expect(refuse(request(NOW, 7, 0.05), { ...task, last })).toBe("repeated");
    expect(refuse(request(NOW, 6, 0.05), { ...task, last })).toBe("reordered");
    expect(refuse(request(NOW, 8, 0.05), { ...task, last })).toBeUndefined();
  });
  test("of a task that was gone for two seconds may count from its beginning", () => {
    const last = { source: "planner", sequence: 900, at: seconds(NOW - 2.1) };
    expect(refuse(request(NOW, 0, 0.05), { ...task, last })).toBeUndefined();
  });
  test("of another task is refused while the first one speaks", () => {
    const last = { source: "planner", sequence: 7, at: seconds(NOW - 0.1) };
    const theirs = { ...task, lease: under({ holder: "other" }) };
    expect(refuse(request(NOW, 8, 0.05, { source: "other" }), { ...theirs, last })).toBe("other_source");
    const silent = { ...theirs, last: { ...last, at: seconds(NOW - 0.3) } };
    expect(refuse(request(NOW, 8, 0.05, { source: "other" }), silent)).toBeUndefined();
  });
});

describe("an ear", () => {
  const hear = (ear: Ear, at: number, heard?: Stamped<MotionRequest>) =>
    listen(ear, heard, { ...task, now: seconds(at), last: ear.last });
  const rested = hear(UNHEARD, 10, request(NOW, 0, 0)).ear;
  const over = (ear: Ear, admission: Partial<Admission>) =>
    listen(ear, undefined, { ...task, ...admission, last: ear.last }).ear;
  test("is not poisoned by what it refused", () => {
    let { ear } = hear(rested, 10, request(NOW, 1, 0.05));
    const nasty = [
      request(NOW, 2 ** 32 - 1, 0.05, { header: { ...header, stamp: stampOf(seconds(99)) } }),
      request(NOW, 2 ** 31, 0.05, { joint_names: ["x"], joint_velocities: [1] }),
      request(NOW, 5, 0.05, { source: "other" }),
    ];
    for (const heard of nasty) ear = hear(ear, 10, heard).ear;
    expect(wantsMotion(ear)).toBe(true);
    expect(hear(ear, 10.01, request(seconds(10.01), 2, 0.06))).toMatchObject({
      rejected: undefined,
      fresh: true,
    });
  });
  test("judges each message once", () => {
    const heard = request(NOW, 1, NaN);
    const first = hear(UNHEARD, 10, heard);
    expect([first.rejected, hear(first.ear, 10.01, heard).rejected]).toEqual(["not_finite", undefined]);
  });
  test("forgets what a source wanted when it sends no numbers", () => {
    const { ear } = hear(rested, 10, request(NOW, 1, 0.05));
    expect(wantsMotion(hear(ear, 10.01, request(seconds(10.01), 2, NaN)).ear)).toBe(false);
  });
  test("SR-23 loses its arm by silence while moving, and gets it back by a neutral request", () => {
    let { ear } = hear(rested, 10, request(NOW, 1, 0.05));
    ({ ear } = hear(ear, 10.3));
    expect([ear.armed, wantsMotion(ear)]).toEqual([false, false]);
    ({ ear } = hear(ear, 10.3, request(seconds(10.3), 2, 0.05)));
    expect(ear.armed).toBe(false);
    ({ ear } = hear(ear, 10.31, request(seconds(10.31), 3, 0)));
    expect(ear.armed).toBe(true);
  });
  test("SR-40 drops what was asked under a lease that is over, and its arm with it unless it may ask under the new one", () => {
    const { ear } = hear(rested, 10, request(NOW, 1, 0.05));
    const [renewed, lost] = [
      over(ear, { lease: under({ epoch: 6 }) }),
      over(ear, { lease: under({ epoch: 6, kind: Lease.ON_SITE }) }),
    ];
    expect([wantsMotion(renewed), renewed.armed]).toEqual([false, true]);
    expect([wantsMotion(lost), lost.armed]).toEqual([false, false]);
    expect(over(ear, { lease: under({ nonce: 1 }) }).armed).toBe(false);
    expect(over(ear, { lease: undefined }).armed).toBe(false);
    expect(wantsMotion(over(ear, {}))).toBe(true);
  });
  test("SR-23 loses its arm by asking for motion without the lease, and gets it back by asking to stand still", () => {
    const kims = { ...task, lease: under({ kind: Lease.ON_SITE, holder: "Kim" }) };
    const say = (ear: Ear, sequence: number, lift: number, change: Partial<MotionRequest> = {}) =>
      listen(ear, request(NOW, sequence, lift, change), { ...kims, last: ear.last }).ear;
    expect([rested.armed, say(rested, 2, 0.05).armed]).toEqual([true, false]);
    expect(say(say(rested, 2, 0.05), 3, 0).armed).toBe(true);
    expect(
      listen(rested, request(NOW, 2, 0.05), { ...kims, lease: undefined, last: rested.last }).ear.armed,
    ).toBe(false);
    expect(say(rested, 2, 0.05, { source: "stranger" }).armed).toBe(true);
  });
  test("SR-23 is not followed before it has asked to stand still once", () =>
    expect([UNHEARD.armed, hear(UNHEARD, 10, request(NOW, 1, 0.05)).ear.armed]).toEqual([false, false]));
  test("SR-23 that is locked just after its lease was renewed must be neutral too", () => {
    const { ear } = hear(rested, 10, request(NOW, 1, 0.05));
    const renewed = over(ear, { lease: under({ epoch: 6 }) });
    expect([lock(renewed).armed, disarm(renewed).armed]).toEqual([false, true]);
  });
  test("keeps its arm when it is silent after a neutral request, or is held while neutral", () => {
    const { ear } = hear(UNHEARD, 10, request(NOW, 1, 0));
    expect(hear(ear, 11).ear.armed).toBe(true);
    expect(disarm(ear).armed).toBe(true);
  });
  test("keeps a request for no longer than its own time to live", () => {
    const { ear } = hear(rested, 10, request(NOW, 1, 0.05, { time_to_live: milliseconds(50) }));
    expect([wantsMotion(hear(ear, 10.04).ear), wantsMotion(hear(ear, 10.06).ear)]).toEqual([true, false]);
  });
});
