// The page is made of the table and the machine: a new row is on it with no change of the page.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Rule } from "../../../core/safety/rule.ts";
import { rules } from "../../../core/safety/rules.ts";
import { MOTIONS } from "../../../core/safety/supervisor.ts";
import { KEYS } from "./conditions.ts";
import { SafetyPage } from "./safety-page.tsx";

const NEW: Rule = {
  requirement: "SR-13",
  when: "reason.person_close",
  demand: "hold",
  clears: "itself",
  broken: (seen) => !(seen.nearest >= 0.125),
};
const drawn = (table: readonly Rule[]) => renderToStaticMarkup(createElement(SafetyPage, { table }));
const pieces = ({ requirement, when, demand }: Rule) =>
  `data-rule="${requirement}" data-when="${when}" data-demand="${demand}"`;
const count = (page: string, piece: string) => page.split(piece).length - 1;
/** Half of the new row's limit. */
const WITHIN = `value="0.0625"`;

test("every row, every state and every observation is on the page, once", () => {
  const page = drawn(rules);
  const wanted = [
    ...rules.map(pieces),
    ...MOTIONS.map((motion) => `data-state="${motion}"`),
    ...KEYS.map((key) => `data-testid="seen.${key}"`),
  ];
  expect(wanted.filter((piece) => count(page, piece) !== 1)).toEqual([]);
});

test("a row that is new in the table is on the page, with a value to break it", () => {
  const [before, after] = [drawn(rules), drawn([...rules, NEW])];
  expect(count(after, "data-rule=")).toBe(count(before, "data-rule=") + 1);
  expect([count(before, pieces(NEW)), count(after, pieces(NEW))]).toEqual([0, 1]);
  expect([count(before, WITHIN), count(after, WITHIN)]).toEqual([0, 1]);
});
