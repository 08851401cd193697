// The alarms in a real Chromium, from the robot's state through the real alarm nodes: shown, sounded, acknowledged, paused.
import { expect, test } from "vitest";
import { openBedside } from "./bedside.ts";
import { at, until, useChromium } from "./chromium.ts";

const visit = useChromium();
const LOADED_HOLD = { motion: 3, load: 2, reasons: ["reason.person_stale"] };
/** Counts the notes that the page plays, in place of hearing them. */
const COUNT_NOTES = `(() => {
  window.notes = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when) {
    window.notes += 1;
    return start.call(this, when);
  };
})()`;

test("a loaded hold stands above all with rank, words and sound, and a key press tells who sees to it", async () => {
  const { address, robot } = await openBedside();
  const { page, errors } = await visit(address);
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("움직일 수 있음"));
  expect(await at(page, "alarm").count()).toBe(0);
  await page.evaluate(COUNT_NOTES);
  await page.locator("h1").click(); // the touch that lets a page sound
  robot.safety = LOADED_HOLD;
  const alarm = page.locator("[data-alarm='alarm.loaded_hold']");
  await until(async () => expect(await alarm.textContent()).toContain("위험"));
  expect(await alarm.textContent()).toContain("!!!");
  expect(await alarm.textContent()).toContain("어르신을 받친 채 멈춰 있습니다");
  await until(async () => expect(await page.evaluate("window.notes")).toBe(10));
  await at(page, "acknowledge").focus();
  await page.keyboard.press("Enter");
  await until(async () => expect(await alarm.getAttribute("data-seen")).toBe("true"));
  expect(await alarm.textContent()).toContain("님이 확인함 · 원인은 아직 남아 있음");
  robot.safety = {};
  await until(async () => expect(await at(page, "alarm").count()).toBe(0));
  expect(errors).toEqual([]);
});

test("a pause of the sound is shown with what is left of it, and ended by a press", async () => {
  const { address, robot } = await openBedside();
  const { page } = await visit(address, { language: "en" });
  robot.safety = { motion: 6, demand: 5 };
  await at(page, "audio-pause").click({ timeout: 30_000 });
  await until(async () => expect(await at(page, "audio-resume").textContent()).toMatch(/1\d\d s left/));
  await at(page, "audio-resume").click();
  await until(async () => expect(await at(page, "audio-pause").isVisible()).toBe(true));
});

test("a supervisor that falls silent is an alarm, and alarms that fall silent are told too", async () => {
  const { address, robot, killGateway } = await openBedside();
  const { page } = await visit(address, { language: "en" });
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("Ready"));
  robot.speaks = false;
  const silent = page.locator("[data-alarm='alarm.control_silent']");
  await until(async () => expect(await silent.textContent()).toContain("does not answer"));
  await killGateway();
  await until(async () => expect(await at(page, "lost").isVisible()).toBe(true));
  await until(async () => expect(await silent.count()).toBe(0));
});

test.each(["phone", "upright", "tablet"] as const)(
  "on a %s three alarms leave the stop where it is",
  async (size) => {
    const { address, robot } = await openBedside();
    const { page } = await visit(address, { size });
    await until(async () => expect(await at(page, "state-word").textContent()).toBe("움직일 수 있음"));
    const before = await at(page, "stop").boundingBox();
    robot.safety = {
      motion: 5,
      demand: 4,
      load: 2,
      reasons: ["reason.link_silent", "reason.person_not_seen"],
    };
    await until(async () => expect(await at(page, "alarm").count()).toBe(4));
    expect(await at(page, "stop").boundingBox()).toEqual(before);
    const box = await at(page, "alarms").boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? Infinity)).toBeLessThan(before?.y ?? 0);
  },
);
