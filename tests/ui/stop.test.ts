// The protective stop of the page, in a real Chromium: where it is, when it fires, and which way it goes.
import { expect, test } from "vitest";
import { openBedside } from "./bedside.ts";
import { at, until, SIZES, useChromium } from "./chromium.ts";

const visit = useChromium();
/** px, DOMAIN §5. */
const LEAST = 96;
const NOWHERE = { x: NaN, y: NaN, width: 0, height: 0 };

test.each(["phone", "tablet", "upright"] as const)(
  "on a %s the stop is large, named, and in its place",
  async (size) => {
    const { address } = await openBedside();
    for (const language of ["ko", "en"] as const) {
      const { page, errors } = await visit(address, { size, language });
      const stop = at(page, "stop");
      await stop.waitFor();
      const box = (await stop.boundingBox()) ?? NOWHERE;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(LEAST);
      expect(box.x + box.width).toBeLessThanOrEqual(SIZES[size].width);
      expect(box.y + box.height).toBeLessThanOrEqual(SIZES[size].height);
      await page.mouse.wheel(0, 2000);
      expect(await stop.boundingBox()).toEqual(box);
      const name = await stop.getAttribute("aria-label");
      expect(name).toBe(language === "ko" ? "정지 (보호정지)" : "Stop (protective stop)");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
        SIZES[size].width,
      );
      expect(errors).toEqual([]);
    }
  },
);

test("the stop goes out on pointer-down, over the lane, and says that it arrived", async () => {
  const { address, lane } = await openBedside();
  const { page } = await visit(address);
  await until(() => expect(lane.beat()).toBeDefined());
  await at(page, "stop").hover();
  await page.mouse.down(); // and is not let go
  await until(() => expect(lane.stops()).toBe(1));
  await until(async () => expect(await at(page, "stop").getAttribute("data-fate")).toBe("arrived"));
});

test("the space bar stops from anywhere, and does nothing else", async () => {
  const { address, lane, robot } = await openBedside();
  robot.safety = { needs_start: true };
  const { page } = await visit(address);
  await until(() => expect(lane.beat()).toBeDefined());
  await page.locator("body").press("Space");
  await until(() => expect(lane.stops()).toBe(1));

  await until(async () => expect(await at(page, "start").isEnabled()).toBe(true));
  await at(page, "start").focus();
  await page.keyboard.press("Space");
  await until(() => expect(lane.stops()).toBe(2));

  await at(page, "more").click();
  await at(page, "operator").focus();
  await page.keyboard.press("Space");
  await until(() => expect(lane.stops()).toBe(3));
  expect(await at(page, "operator").inputValue()).not.toContain(" ");
  expect(robot.acts).toEqual([]);
});

test("with the lane down the stop goes through the gateway, and with both down it says that it did not arrive", async () => {
  const { address, lane, robot, killGateway } = await openBedside();
  const { page } = await visit(address);
  await until(() => expect(lane.beat()).toBeDefined());
  lane.cut(true);
  await until(async () => expect(await at(page, "lost").textContent()).toContain("정지선이 끊겼습니다"));
  await at(page, "stop").dispatchEvent("pointerdown");
  await until(() => expect(robot.acts).toMatchObject([{ act: 3 }]));
  await killGateway();
  await until(async () => expect(await at(page, "link").getAttribute("data-good")).toBe("false"));
  await page.keyboard.press("Space");
  await until(async () => expect(await at(page, "stop").textContent()).toContain("전달 안 됨"));
});
