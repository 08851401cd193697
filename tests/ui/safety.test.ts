// The page that explains the supervisor in a real Chromium: a lift that is stopped and recovered, by hand and by key, and nothing sent.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { rules } from "../../core/safety/rules.ts";
import { MOTIONS } from "../../core/safety/supervisor.ts";
import { at, SIZES, until, useChromium, type Opened } from "./chromium.ts";
import { openSmallGraph } from "./small-graph.ts";

const visit = useChromium();
const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const graph of opened.splice(0)) await graph.stop();
});

async function open(options: Parameters<typeof visit>[1] = {}): Promise<Opened> {
  const graph = await openSmallGraph([], { page: join(import.meta.dirname, "../../dist/web") });
  opened.push(graph);
  const seen = await visit(graph.address, { ...options, path: "/safety" });
  seen.page.on("console", (said) => said.type() === "error" && seen.errors.push(said.text()));
  await until(async () => expect(await at(seen.page, "rules").isVisible()).toBe(true));
  return seen;
}

const motionOf = (page: Page) => at(page, "state-word").getAttribute("data-motion");
const comesTo = (page: Page, motion: string) => until(async () => expect(await motionOf(page)).toBe(motion));
const row = (page: Page, when: string, demand: string) =>
  page.locator(`[data-when="${when}"][data-demand="${demand}"]`);
const roleOf = (page: Page, state: string) =>
  page.locator(`[data-state="${state}"]`).getAttribute("data-role");

test("in a lift somebody far away holds the robot: its row is lit, and it is free once who is beside them agrees", async () => {
  const { page, errors } = await open();
  await comesTo(page, "moving");
  const consent = row(page, "reason.remote_without_consent", "hold");
  expect(await consent.getAttribute("data-broken")).toBe("false");
  await at(page, "here-elsewhere").check();
  await at(page, "TAKE-elsewhere").click();
  expect(await at(page, "answer").textContent()).toContain("조작권을 요청했습니다");
  await at(page, "GRANT-bedside").click();
  await comesTo(page, "holding");
  expect(await at(page, "demand").getAttribute("data-demand")).toBe("hold");
  expect(await consent.getAttribute("data-broken")).toBe("true");
  expect(await consent.textContent()).toContain("깨짐");
  expect(await at(page, "broken").textContent()).toContain("SR-35");
  expect(await at(page, "plain").textContent()).toContain("동의");
  expect([await roleOf(page, "holding"), await roleOf(page, "ready")]).toEqual(["now", "next"]);
  await at(page, "CONSENT-bedside").click();
  await at(page, "step-0.1").click();
  expect(await motionOf(page)).toBe("holding");
  await at(page, "step-1").click();
  await comesTo(page, "ready");
  expect(await consent.getAttribute("data-broken")).toBe("false");
  expect(errors).toEqual([]);
});

test("joints that fall silent stop a lift after their limit; reset, confirmation and start lead on, and nothing moves by itself", async () => {
  const { page, errors } = await open();
  const joints = row(page, "reason.joints_unknown", "stop");
  await at(page, "seen.jointAge").selectOption("silent");
  await at(page, "step-0.1").click();
  expect(await motionOf(page)).toBe("moving");
  await at(page, "step-0.01").click();
  await comesTo(page, "protectiveStop");
  expect(await joints.textContent()).toContain("0.11초부터");
  expect(await at(page, "plain").textContent()).toContain("관절 신호가 없습니다");
  await at(page, "act.reset").click();
  await until(async () => expect(await at(page, "answer").textContent()).toContain("원인이 아직"));
  await at(page, "seen.jointAge").selectOption("0");
  await at(page, "step-1").click();
  for (const act of ["act.reset", "act.confirm", "act.start"]) {
    await until(async () => expect(await at(page, act).getAttribute("data-needed")).toBe("true"));
    await at(page, act).click();
  }
  await comesTo(page, "ready");
  await at(page, "step-1").click();
  expect(await motionOf(page)).toBe("ready");
  await at(page, "ask-motion").click();
  await comesTo(page, "moving");
  expect(await at(page, "turns").locator("li").count()).toBeGreaterThan(3);
  expect(errors).toEqual([]);
});

test("the keyboard alone stops a lift and lowers; time runs until it is paused", async () => {
  const { page, errors } = await open();
  const press = async (id: string, key: string) => {
    await at(page, id).focus();
    await page.keyboard.press(key);
  };
  await press("seen.residentStopped", "Space");
  await comesTo(page, "protectiveStop");
  await press("seen.residentStopped", "Space");
  await press("hold-lower", "Enter");
  await comesTo(page, "lowering");
  await press("play", "Enter");
  const now = async () => Number.parseFloat((await at(page, "now").textContent()) ?? "");
  await until(async () => expect(await now()).toBeGreaterThan(0.5));
  expect(await motionOf(page)).toBe("lowering");
  await press("play", "Enter");
  await press("hold-lower", "Enter");
  await comesTo(page, "protectiveStop");
  expect(errors).toEqual([]);
});

test("nothing is sent: the page asks for itself alone, and could not connect if it would", async () => {
  const { page, errors, asked } = await open();
  expect(await at(page, "nothing-moves").textContent()).toBe("여기서는 로봇이 움직이지 않습니다.");
  for (const id of ["press-stop", "act.reset", "act.confirm", "act.start", "hold-lower", "step-1"])
    await at(page, id).click();
  await until(async () => expect(await at(page, "now").textContent()).toContain("1.00"));
  expect(asked.length).toBeGreaterThan(1);
  const own = /^http:\/\/127\.0\.0\.1:\d+\/(safety|icon\.svg|assets\/[\w-]+\.(js|css))$/;
  expect(asked.filter((address) => !own.test(address))).toEqual([]);
  expect(errors).toEqual([]);
  const isRefused = `new Promise((told) => {
    const socket = new WebSocket("ws://" + location.host);
    socket.onopen = () => told(false);
    socket.onerror = () => told(true);
  })`;
  expect(await page.evaluate(isRefused)).toBe(true);
  expect(await page.evaluate(`fetch("/session.json").then(() => false, () => true)`)).toBe(true);
});

test.each(["ko", "en"] as const)(
  "in %s every row and every state is there, and nothing is wider than any screen",
  async (language) => {
    for (const size of ["tablet", "phone"] as const) {
      const { page, errors } = await open({ size, language });
      expect(await page.locator("[data-rule]").count()).toBe(rules.length);
      for (const motion of MOTIONS) expect(await page.locator(`[data-state="${motion}"]`).count()).toBe(1);
      // the names of keys are no text
      expect(await page.locator("main").innerText()).not.toMatch(
        /\b(seen|safety|reason|guard|mark|motion)\.\w/,
      );
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(SIZES[size].width);
      // what it says stays in sight while conditions below are switched
      await at(page, "here-elsewhere").scrollIntoViewIfNeeded();
      const box = await at(page, "state-word").boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(SIZES[size].height / 2);
      expect(errors).toEqual([]);
    }
  },
);

test("settings lead here, and the other language is a press away", async () => {
  const { page } = await open();
  await at(page, "language").click();
  await until(async () =>
    expect(await at(page, "plain").textContent()).toContain("nothing stands in the way"),
  );
  await page.goto(new URL("/", page.url()).href);
  await at(page, "more").click();
  expect(await at(page, "safety").getAttribute("href")).toBe("/safety");
});
