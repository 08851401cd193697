// The catalogue is whole: every story has an own id, both languages, a rule with its source, and people that can be.
import { expect, test } from "vitest";
import { requested } from "../../sim/resident/introduction.ts";
import { checkResident } from "../../sim/resident/parameters.ts";
import { CATALOGUE, storyOf } from "./catalogue.ts";
import { personOf } from "./person.ts";
import { BOUNDS, CAUSES, FAMILIES } from "./story.ts";

test("no two stories have the same id, and each id begins with its family", () => {
  expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
  expect(CATALOGUE.filter(({ id, family }) => !id.startsWith(`${family}/`))).toEqual([]);
});

test("all families and all causes have a story", () => {
  expect(new Set(CATALOGUE.map(({ family }) => family))).toEqual(new Set(FAMILIES));
  expect(
    CATALOGUE.flatMap(({ plot }) => (plot.kind === "seat" ? (plot.breaks ?? []) : [])).toSorted(),
  ).toEqual(CAUSES.toSorted());
  expect(CATALOGUE.length).toBeGreaterThanOrEqual(24);
});

test.each(CATALOGUE.map((story) => [story.id, story] as const))(
  "%s is told in both languages and has a rule with a source",
  (_, { title, happens, rule }) => {
    for (const text of [title, happens]) {
      expect(text.ko).toMatch(/[가-힣]/);
      expect(text.en).toMatch(/[a-z]/);
    }
    expect(rule.source).toMatch(/DOMAIN §\d|ISO/);
  },
);

test("every bound has a source", () => {
  for (const { source } of Object.values(BOUNDS)) expect(source).toMatch(/DOMAIN §\d|ISO/);
});

test.each(CATALOGUE.map(({ id }) => id))(
  "%s has people who can be, each seed its own, the same each time",
  (id) => {
    const story = storyOf(id);
    const drawn = Array.from({ length: 100 }, (_, seed) => personOf(story, seed, false));
    for (const person of drawn) expect(() => checkResident(requested(person))).not.toThrow();
    expect(new Set(drawn.map(({ body_mass }) => body_mass)).size).toBe(drawn.length);
    expect(personOf(story, 7, false)).toEqual(drawn[7]);
  },
);

test("a story that is not in the catalogue is named", () => {
  expect(() => storyOf("stand_up/nobody")).toThrow('story "stand_up/nobody"');
});
