// Trials as a hand makes them: stop and recover, sources that fall silent, who commands, and time that only a hand moves.
import { describe, expect, test } from "vitest";
import { Lease, OperatorAct_Request as Act } from "../../../core/messages.ts";
import { LIMITS } from "../../../core/safety/limits.ts";
import { rules } from "../../../core/safety/rules.ts";
import { metres, milliseconds, seconds } from "../../../core/units.ts";
import { BEDSIDE, begin, ELSEWHERE, SITUATIONS, type Situation } from "./situations.ts";
import {
  ask,
  fallSilent,
  pass,
  press,
  seenNow,
  setPresent,
  setSeen,
  setWish,
  TICK,
  type Trial,
} from "./trial.ts";

const from = (situation: Situation) => begin(situation, rules);
const A_WHILE = seconds(1);
const codes = ({ supervisor }: Trial) => supervisor.broken.map((rule) => rule.requirement);

test.each([
  ["lift", "moving", []],
  ["ready", "ready", []],
  ["on", "safeIdle", ["reason.needs_confirmation", "reason.needs_start"]],
  ["latched", "safeIdle", ["reason.needs_reset", "reason.needs_confirmation", "reason.needs_start"]],
] as const)("it may begin with %s: %s", (situation, motion, waits) => {
  const { verdict, turns } = from(situation);
  expect(verdict.motion).toBe(motion);
  expect(verdict.reasons.filter((reason) => reason.startsWith("reason.needs_"))).toEqual(waits);
  expect(turns).toHaveLength(1);
  expect(SITUATIONS).toContain(situation);
});

test("a change is looked at in the same moment, and no time passes but by hand", () => {
  const stopped = setSeen(from("lift"), "robotTilt", 1 as never);
  expect(stopped.verdict.motion).toBe("protectiveStop");
  expect(stopped.now).toBe(0);
  expect(pass(stopped, milliseconds(100)).now).toBeCloseTo(0.1, 9);
});

test("a source that falls silent in a lift grows older, and breaks its rule one tick past its limit", () => {
  const silent = fallSilent(from("lift"), "jointAge");
  expect(pass(silent, LIMITS.sensorAge).verdict.motion).toBe("moving");
  const late = pass(silent, seconds(LIMITS.sensorAge + TICK));
  expect(late.verdict.motion).toBe("protectiveStop");
  expect(seenNow(late).jointAge).toBeCloseTo(0.11, 9);
  expect([...late.since].map(([rule, at]) => [rule.requirement, at.toFixed(2)])).toEqual([["SR-16", "0.11"]]);
  expect(pass(late, A_WHILE).since.get(late.supervisor.broken[0] ?? fail())).toBeCloseTo(0.11, 9);
});
const fail = (): never => {
  throw new Error("nothing is broken");
};

test("a stop in a lift is left by reset, confirmation and start in this order, and whoever asked asks anew", () => {
  const stopped = press(from("lift"), Act.STOP);
  expect(stopped.verdict).toMatchObject({ motion: "protectiveStop", demand: "stop" });
  expect(press(stopped, Act.CONFIRM_ON_SITE).refused).toBe("reason.reset_first");
  expect(press(press(stopped, Act.RESET), Act.RESET).refused).toBe("reason.cause_remains");
  expect(press(pass(stopped, A_WHILE), Act.RESET).verdict.possible).toContain("may.confirm_on_site");
  const recovered = [Act.RESET, Act.CONFIRM_ON_SITE, Act.START].reduce(press, pass(stopped, A_WHILE));
  expect(recovered.refused).toBeUndefined();
  expect(recovered.verdict.motion).toBe("ready");
  expect(pass(recovered, A_WHILE).verdict.motion).toBe("ready");
  expect(setWish(recovered, "wanted", true).verdict.motion).toBe("moving");
});

test("lowering is held, and ends in the same moment as the press", () => {
  const lowering = setWish(press(from("lift"), Act.STOP), "held", true);
  expect(pass(lowering, A_WHILE).verdict.motion).toBe("lowering");
  expect(setWish(lowering, "held", false).verdict.motion).toBe("protectiveStop");
});

describe("who commands", () => {
  const remote = (trial: Trial) => setPresent(setPresent(trial, ELSEWHERE, true), BEDSIDE, false);
  test("with a person borne and nobody on site it holds, until somebody beside them agrees", () => {
    const held = pass(remote(from("lift")), TICK);
    expect(held.verdict).toMatchObject({ motion: "holding", demand: "hold" });
    expect(codes(held)).toEqual(["SR-35"]);
    const agreed = ask(setPresent(held, BEDSIDE, true), { type: "CONSENT", session: "bedside" });
    expect(pass(agreed, A_WHILE).verdict.motion).toBe("ready");
  });
  test("who is elsewhere asks and is told so; who is on site takes it", () => {
    const both = setPresent(from("ready"), ELSEWHERE, true);
    const asking = ask(both, { type: "TAKE", session: "elsewhere" });
    expect(asking).toMatchObject({ refused: "reason.asked", authority: { asking: "elsewhere" } });
    const granted = ask(asking, { type: "GRANT", session: "bedside" });
    expect(granted.authority).toMatchObject({ kind: Lease.REMOTE, holder: "elsewhere" });
    expect(ask(granted, { type: "TAKE", session: "bedside" }).authority.kind).toBe(Lease.ON_SITE);
  });
  test("with nobody at a page the link is silent", () => {
    const alone = setPresent(from("ready"), BEDSIDE, false);
    expect(alone.verdict.motion).toBe("holding");
    expect(codes(alone)).toContain("SR-18");
    expect(press(from("on"), Act.CONFIRM_ON_SITE).refused).toBe("reason.not_on_site");
  });
});

test("each turn is told once, newest first, and only the last of them", () => {
  const near = setSeen(from("lift"), "scanAge", seconds(9));
  expect(near.turns.map(({ demand }) => demand)).toEqual(["slow", "none"]);
  expect(pass(near, A_WHILE).turns).toEqual(near.turns);
  let trial = from("ready");
  for (let n = 0; n < 20; n += 1)
    trial = pass(setSeen(trial, "nearest", metres(n % 2 === 0 ? 0 : 9)), A_WHILE);
  expect(trial.turns.length).toBeLessThan(20);
});
