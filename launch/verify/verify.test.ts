// The proof itself is tried: what it merges may be merged, what is broken on purpose it finds and tells, and the rest it finds whole.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { getInitialSnapshot, transition } from "xstate";
import { safetyMachine, type Judged, type SafetyEvent } from "../../core/safety/machine.ts";
import { rules } from "../../core/safety/rules.ts";
import { CALM } from "../../core/safety/rehearsal.ts";
import { judge } from "../../core/safety/supervisor.ts";
import { allVerdicts, classOf, coarse, representatives, verdictKey } from "./judgements.ts";
import { proveSupervisor } from "./supervisor-part.ts";
import { judgedBy, machineKey } from "./supervising.ts";

test("every judgement that any set of broken rules can give is among those that are walked", () => {
  const walked = new Set(allVerdicts(rules).map(verdictKey));
  const anyRules = fc.subarray([...rules]);
  fc.assert(
    fc.property(anyRules, anyRules, fc.boolean(), fc.boolean(), (broken, known, operator, resident) => {
      const seen = { ...CALM, operatorStopped: operator, residentStopped: resident };
      const wishes = { seen, wanted: false, held: false, wayBack: true, lowered: false };
      const { lowerable, ...judged } = judge(broken, known, wishes);
      expect([...walked]).toContain(verdictKey({ ...judged, forbidsLowering: !lowerable }));
    }),
    { numRuns: 5000, seed: 13482 },
  );
});

test("rules of one class are one to the machine: each in place of its representative gives the same judgement", () => {
  const wishes = { seen: CALM, wanted: false, held: false, wayBack: true, lowered: false };
  const others = representatives(rules);
  expect(others.length).toBeLessThan(rules.length);
  for (const rule of rules) {
    const stand = others.find((one) => classOf(one) === classOf(rule));
    if (stand === undefined) throw new Error(`no representative of ${rule.when}`);
    for (const beside of [undefined, ...others.filter((one) => one !== stand)])
      for (const known of [[], [beside], [rule, stand]]) {
        const withBeside = (one: typeof rule) => [one, ...(beside === undefined ? [] : [beside])];
        const before = known.flatMap((one) => (one === undefined ? [] : [one]));
        const swap = before.map((one) => (one === rule ? stand : one));
        expect(judge(withBeside(rule), before, wishes)).toEqual(judge(withBeside(stand), swap, wishes));
      }
  }
});

test("states of the machine that are merged behave alike ever after", () => {
  const observed: SafetyEvent[] = judgedBy(allVerdicts(rules)).map((judged) => ({
    type: "OBSERVED",
    judged,
  }));
  const acts: SafetyEvent[] = [{ type: "RESET" }, { type: "CONFIRM" }, { type: "START" }];
  const event = fc.oneof({ arbitrary: fc.constantFrom(...observed), weight: 3 }, fc.constantFrom(...acts));
  type Snapshot = ReturnType<typeof getInitialSnapshot<typeof safetyMachine>>;
  const after = (state: Snapshot, one: SafetyEvent): Snapshot => transition(safetyMachine, state, one)[0];
  const met = new Map<string, Snapshot>();
  let compared = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.array(event, { maxLength: 40 }), event, (latched, story, one) => {
      const state = story.reduce(after, getInitialSnapshot(safetyMachine, { latched }));
      const twin = met.get(machineKey(state)) ?? state;
      met.set(machineKey(state), state);
      if (twin !== state) compared += 1;
      expect(machineKey(after(state, one))).toBe(machineKey(after(twin, one)));
      for (const act of acts) expect(machineKey(after(state, act))).toBe(machineKey(after(twin, act)));
    }),
    { numRuns: 1500, seed: 13482 },
  );
  expect(compared).toBeGreaterThan(500);
});

test("verdicts that a test merges are one to the machine", () => {
  const anyEvents = fc.array(fc.constantFrom(...judgedBy(allVerdicts(rules))), { maxLength: 30 });
  const merged = ({ demand, alarm, ...rest }: Judged): Judged => {
    const plain = coarse({ demand, alarm, newStop: false, distrusted: false, forbidsLowering: false });
    return { ...rest, demand: plain.demand, alarm: plain.alarm };
  };
  fc.assert(
    fc.property(fc.boolean(), anyEvents, (latched, story) => {
      const begin = getInitialSnapshot(safetyMachine, { latched });
      const end = (change: (judged: Judged) => Judged) =>
        story.reduce(
          (state, judged) =>
            transition(safetyMachine, state, { type: "OBSERVED", judged: change(judged) })[0],
          begin,
        );
      const [fine, rough] = [end((judged) => judged), end(merged)];
      const { needsReset, needsConfirmation, needsStart } = fine.context;
      expect(rough.value).toBe(fine.value);
      expect(rough.context).toMatchObject({ needsReset, needsConfirmation, needsStart });
    }),
    { numRuns: 500, seed: 13482 },
  );
});

test("a machine that can be started without confirmation is found out, with the shortest story of it in English", () => {
  const careless = safetyMachine.provide({
    guards: { startable: ({ context }) => !context.needsReset && context.needsStart },
  });
  const { ok, stories } = proveSupervisor({ machine: careless, messages: false, bounded: true });
  expect(ok).toBe(false);
  const story = stories.find((one) => one.includes("before reset, confirmation on site and start"));
  expect(story?.split("\n").length).toBeLessThan(8);
  expect(story).toContain(
    "0. the robot is switched on: safeIdle; waits for confirmation, start; load unknown",
  );
  expect(story).toContain("somebody starts: holding; waits for confirmation");
});

test("a machine that starts a robot with somebody still to be lowered in its arms is found out", () => {
  const hasty = safetyMachine.provide({ actions: { wait: () => {} } });
  const { stories } = proveSupervisor({ machine: hasty, messages: false, bounded: true });
  expect(stories.join()).toContain("on a demand to lower nothing moves but lowering");
});

test("a table without the rule on consent is found out", () => {
  const table = rules.filter(({ when }) => when !== "reason.remote_without_consent");
  const { stories } = proveSupervisor({ table, messages: false, bounded: true });
  expect(stories.join()).toContain("Lee (elsewhere) comes");
  expect(stories.join()).toContain("unless somebody on site commands or consents");
});

test("a machine that forgets the way down is found out", () => {
  const forgetful = safetyMachine.provide({ guards: { pressed: () => false } });
  const { stories } = proveSupervisor({ machine: forgetful, messages: false, bounded: true });
  expect(stories.join()).toContain("there is no way by which a person borne is lowered");
});

test("nothing is found in the supervisor as it is, in any state, and there is always a way down", () => {
  const proof = proveSupervisor({ messages: false, bounded: true });
  expect(proof.stories).toEqual([]);
  expect(proof.states).toBeGreaterThan(10_000);
  expect(proof.invariants).toBeGreaterThan(20);
  expect(proof).toMatchObject({ ok: true, violations: 0, stuck: 0 });
});
