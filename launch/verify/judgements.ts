// Every judgement that the rule table can give the safety machine: rules that the machine cannot tell apart are one class.
import { atLeast, DEMANDS } from "../../core/safety/demands.ts";
import type { Judged } from "../../core/safety/machine.ts";
import type { Rule } from "../../core/safety/rule.ts";
import { CALM } from "../../core/safety/rehearsal.ts";
import { judge } from "../../core/safety/supervisor.ts";

/** What of a judgement comes from the broken rules; the rest are wishes, which may be anything. */
export interface Verdict {
  readonly demand: Judged["demand"];
  readonly alarm: Judged["alarm"];
  readonly newStop: boolean;
  readonly distrusted: boolean;
  readonly forbidsLowering: boolean;
}

/** All of a rule that the machine can see: two rules alike in this are one to it. */
export const classOf = (rule: Rule): string =>
  [
    rule.demand,
    rule.silence ? "silence" : "",
    rule.distrust ? "distrust" : "",
    rule.forbidsLowering ? "forbids lowering" : "",
    rule.loweringAnswers ? "lowering answers" : "",
    rule.deliberate ? "said by a person" : "",
  ].join(",");

/** One rule of each class. */
export function representatives(table: readonly Rule[]): Rule[] {
  const found = new Map<string, Rule>();
  for (const rule of table) if (!found.has(classOf(rule))) found.set(classOf(rule), rule);
  return [...found.values()];
}

/** A moment in which whoever may say stop says it, or nobody does. */
const moment = (said: boolean) => ({ ...CALM, operatorStopped: said, residentStopped: said });

/** What these broken rules make of a moment; `known`: they have stopped it before, since the last reset. */
export function verdictOn(broken: readonly Rule[], known: readonly Rule[], said: boolean): Verdict {
  const wishes = { seen: moment(said), wanted: false, held: false, wayBack: true, lowered: false };
  const { demand, alarm, newStop, distrusted, lowerable } = judge(broken, known, wishes);
  return { demand, alarm, newStop, distrusted, forbidsLowering: !lowerable };
}

export const verdictKey = (verdict: Verdict): string =>
  [verdict.demand, verdict.alarm, verdict.newStop, verdict.distrusted, verdict.forbidsLowering].join();

/** The machine tells demands apart from hold on, and the alarm from lower on. */
export const coarse = (verdict: Verdict): Verdict => ({
  ...verdict,
  demand: atLeast(verdict.demand, "hold") ? verdict.demand : "none",
  alarm: atLeast(verdict.alarm, "lower") ? verdict.alarm : "none",
});

/** Every verdict that any set of broken rules can give, each known before or not, mildest first. */
export function allVerdicts(table: readonly Rule[]): Verdict[] {
  const rules = representatives(table);
  const found = new Map<string, Verdict>();
  for (let set = 0; set < 2 ** rules.length; set += 1) {
    const broken = rules.filter((_, place) => (set >> place) % 2 === 1);
    for (const known of [[], broken])
      for (const said of [false, true]) {
        const verdict = verdictOn(broken, known, said);
        found.set(verdictKey(verdict), verdict);
      }
  }
  return [...found.values()].toSorted((a, b) => DEMANDS.indexOf(a.demand) - DEMANDS.indexOf(b.demand));
}
