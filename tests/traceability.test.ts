// Hazard → requirement → rule or gate → test that names it: each link of docs/SAFETY.md exists, and no id is invented.
import { describe, expect, test } from "vitest";
import { rules } from "../core/safety/rules.ts";
import { projectFiles, textOf } from "./sources.ts";

const rows = textOf("docs/SAFETY.md")
  .split("\n")
  .filter((line) => /^\| (HZ|SR)-\d/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
const idOf = (cell: string | undefined) => /^(?:HZ|SR)-\d+/.exec(cell ?? "")?.[0] ?? "";

const hazards = rows.filter(([first]) => first?.startsWith("HZ"));
const requirements = rows
  .filter(([first]) => first?.startsWith("SR"))
  .map(([id = "", shall = "", by = ""]) => ({ id, shall, by }));
const known = new Set(requirements.map(({ id }) => id));
/** Said openly: no code answers these yet. */
const unbuilt = new Set(requirements.filter(({ by }) => by === "not built").map(({ id }) => id));
const built = requirements.filter(({ id }) => !unbuilt.has(id));
const answering = new Set(hazards.flatMap((cells) => cells.at(-1)?.match(/SR-\d+/g) ?? []));

const testFiles = projectFiles(".test.ts").filter((path) => path !== "tests/traceability.test.ts");
/** ISO 13849-1, risk graph: the level that severity, exposure and possibility to avoid ask for. */
const RISK_GRAPH: Readonly<Record<string, string>> = {
  "1 1 1": "a",
  "1 1 2": "b",
  "1 2 1": "b",
  "1 2 2": "c",
  "2 1 1": "c",
  "2 1 2": "d",
  "2 2 1": "d",
  "2 2 2": "e",
};

/** The ids that titles of tests begin with, as they are written: a title that is put together is not a literal. */
const named = new Set(
  testFiles.flatMap((path) =>
    [...textOf(path).matchAll(/\b(?:describe|test|it)(?:\.each\([^)]*\))?\(\s*["'`](SR-\d+)\b/g)].map(
      ([, id = ""]) => id,
    ),
  ),
);
/** Every id that the project's own code mentions. */
const mentioned = new Set(
  projectFiles(".ts", ".tsx")
    .filter((path) => path !== "tests/traceability.test.ts")
    .flatMap((path) => textOf(path).match(/\bSR-\d+\b/g) ?? []),
);

describe("docs/SAFETY.md", () => {
  test("lists hazards and requirements, numbered without gaps or repeats", () => {
    expect(hazards.length).toBeGreaterThanOrEqual(35);
    expect(hazards.map(([first]) => idOf(first))).toEqual(hazards.map((_, index) => `HZ-${index + 1}`));
    expect(requirements.map(({ id }) => id)).toEqual(requirements.map((_, index) => `SR-${index + 1}`));
  });
  test.each(hazards.map((cells) => [idOf(cells[0]), cells] as const))(
    "%s has its harm, its level, a channel in hardware where that is d or e, and an answer",
    (_id, cells) => {
      const [, harm, severity, exposure, possibility, level, hardware, answers] = cells;
      expect(harm).not.toBe("");
      expect(level).toBe(RISK_GRAPH[`${severity} ${exposure} ${possibility}`]);
      expect(hardware).toMatch(level === "d" || level === "e" ? /^(?!no$)./ : /./);
      expect(answers?.match(/SR-\d+/g)?.filter((id) => known.has(id)).length).toBeGreaterThan(0);
    },
  );
  test("answers hazards only with requirements that exist, and has none without a hazard", () =>
    expect([...answering].toSorted()).toEqual([...known].toSorted()));
  test.each(built.map(({ id, by }) => [id, by] as const))("%s is decided by %s", (id, by) => {
    expect(projectFiles(".ts", ".tsx")).toContain(by);
    expect(rules.some((rule) => rule.requirement === id)).toBe(by === "core/safety/rules.ts");
  });
  test("has a test for each requirement that is built, which names it", () => {
    expect(testFiles.length).toBeGreaterThan(10);
    expect(built.filter(({ id }) => !named.has(id))).toEqual([]);
  });
  test("marks as not built exactly what no code and no test claims", () => {
    expect(unbuilt.size).toBeLessThan(built.length);
    expect([...unbuilt].filter((id) => mentioned.has(id))).toEqual([]);
  });
  test("knows every id that code and tests mention", () =>
    expect([...mentioned].filter((id) => !known.has(id))).toEqual([]));
});
