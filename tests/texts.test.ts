// Every text key a room can send has a text in both languages of the page.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { POSSIBLE, REASONS } from "../core/safety/texts.ts";
import { REJECTIONS } from "../robot/admit.ts";
import { en } from "../teleop-ui/web/texts/en.ts";
import { ko } from "../teleop-ui/web/texts/ko.ts";

const ROOT = join(import.meta.dirname, "..");
const KEY = /"((?:say|heard|wait|task|reason|may|alarm)\.[a-z_]+)"/g;

const sent = new Set(
  globSync("{core,planner,robot,care,sim,perception,launch}/**/*.ts", { cwd: ROOT })
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) =>
      [...readFileSync(join(ROOT, file), "utf8").matchAll(KEY)].map((found) => found[1] ?? ""),
    ),
);

test("every text key of the sources is in the page's languages", () => {
  expect(sent.size).toBeGreaterThan(REASONS.length);
  expect([...sent].filter((key) => !(key in ko))).toEqual([]);
});

test("whatever the gate refuses has a text", () =>
  expect(REJECTIONS.filter((reason) => !(`refused.${reason}` in ko))).toEqual([]));

test("both languages have the same keys, the same blanks to fill, and no empty text", () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(ko).toSorted());
  const blanks = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
  for (const key of Object.keys(ko) as (keyof typeof ko)[]) {
    expect(ko[key], key).not.toBe("");
    expect(blanks(en[key]), key).toEqual(blanks(ko[key]));
  }
  expect(REASONS.length + POSSIBLE.length).toBeGreaterThan(40);
});

test("the stop is never called an emergency stop, and residents are addressed politely", () => {
  expect(ko["stop.name"]).toBe("정지");
  expect(`${ko["stop.name"]}${ko["stop.kind"]}`).not.toContain("비상");
  expect(`${en["stop.name"]}${en["stop.kind"]}`.toLowerCase()).not.toContain("emergency");
  const said = Object.entries(ko).filter(([key]) => key.startsWith("say."));
  for (const [key, text] of said) expect(text, key).toMatch(/(요|니다)[.!]/);
});
