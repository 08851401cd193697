// Hold to run, in a real Chromium: what is held moves, what is let go, hidden or cut off does not, and nothing is sent later.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBedside } from "./bedside.ts";
import { at, until, useChromium } from "./chromium.ts";

const visit = useChromium();

async function ready() {
  const bedside = await openBedside();
  bedside.robot.safety = { not_lowerable: false };
  const { page } = await visit(bedside.address);
  await at(page, "drive-toggle").click();
  await until(async () => {
    expect(await at(page, "lower").isEnabled()).toBe(true);
    expect(await at(page, "drive-pad").getAttribute("aria-disabled")).toBe("false");
  });
  return { ...bedside, page };
}
/** Presses the upper half of the pad and holds it. */
async function pushForward(page: Page) {
  const box = await at(page, "drive-pad").boundingBox();
  if (!box) throw new Error("there is no pad");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.1);
  await page.mouse.down();
}
type Bedside = Awaited<ReturnType<typeof ready>>;
const moving = ({ robot }: Bedside) =>
  until(() => expect(robot.motions.at(-1)?.drive.linear.x).toBeGreaterThan(0.1));
const resting = ({ robot }: Bedside) => until(() => expect(robot.motions.at(-1)?.drive.linear.x).toBe(0));
const holds = ({ lane }: Bedside, hold: boolean) => until(() => expect(lane.beat()?.hold).toBe(hold));

test("the pad drives at 0.25 m/s at most while it is held, at 20 Hz, in order, and ends with a zero", async () => {
  const bedside = await ready();
  const { page, robot } = bedside;
  await pushForward(page);
  await moving(bedside);
  await holds(bedside, true);
  await until(() => expect(robot.motions.length).toBeGreaterThan(20));
  await page.mouse.up();
  await resting(bedside);
  await holds(bedside, false);
  const { motions } = robot;
  for (const [i, motion] of motions.entries()) {
    expect(Math.abs(motion.drive.linear.x)).toBeLessThanOrEqual(0.25);
    expect(motion).toMatchObject({
      kind: 1,
      source: "bedside",
      time_to_live: 0.2,
      header: { frame_id: "base_link" },
    });
    if (i > 0) expect(motion.sequence).toBeGreaterThan(motions[i - 1]?.sequence ?? Infinity);
  }
  const age = bedside.run().now() - (motions.at(-1)?.header.stamp.sec ?? 0);
  expect(age).toBeLessThan(5); // stamped on the robot's clock, not the browser's
});

const endings: readonly (readonly [name: string, end: (page: Page) => Promise<unknown>])[] = [
  ["leaving the control", (page) => page.mouse.move(2, 2)],
  ["a window that loses the focus", (page) => page.evaluate(`window.dispatchEvent(new Event("blur"))`)],
  [
    "a page that is hidden",
    (page) =>
      page.evaluate(`Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"))`),
  ],
  ["a pointer that is cancelled", (page) => at(page, "drive-pad").dispatchEvent("pointercancel")],
  ["the stop", (page) => page.keyboard.press("Space")],
];
test.each(endings)("driving ends with %s", async (_, end) => {
  const bedside = await ready();
  await pushForward(bedside.page);
  await moving(bedside);
  await end(bedside.page);
  await resting(bedside);
  await holds(bedside, false);
});

test("lowering is held over the lane by finger and by key, and let go", async () => {
  const bedside = await ready();
  const { page } = bedside;
  await at(page, "lower").hover();
  await page.mouse.down();
  await holds(bedside, true);
  await page.mouse.move(2, 2);
  await holds(bedside, false);
  await page.mouse.up();
  await at(page, "lower").focus();
  await page.keyboard.down("Enter");
  await holds(bedside, true);
  await page.keyboard.up("Enter");
  await holds(bedside, false);
  expect(bedside.robot.motions.filter((motion) => motion.drive.linear.x !== 0)).toEqual([]);
});

test("a cut connection ends driving, and nothing is sent when it is back", async () => {
  const bedside = await ready();
  const { page, robot } = bedside;
  await pushForward(page);
  await moving(bedside);
  await bedside.killGateway();
  await holds(bedside, false);
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("상태를 알 수 없음"));
  expect(await at(page, "lost").textContent()).toContain("자료 연결이 끊겼습니다");
  robot.motions.length = 0;
  await bedside.reviveGateway(); // the finger is still down
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("움직일 수 있음"));
  const beats = bedside.lane.heard.length;
  await until(() => expect(bedside.lane.heard.length).toBeGreaterThan(beats + 20));
  expect(robot.motions).toEqual([]);
  await holds(bedside, false);
});

test("a cut lane ends lowering, and it is not held again by itself", async () => {
  const bedside = await ready();
  const { page, lane } = bedside;
  await at(page, "lower").hover();
  await page.mouse.down();
  await holds(bedside, true);
  lane.cut();
  const before = lane.heard.length;
  await until(() =>
    expect(lane.heard.slice(before).filter(({ op }) => op === "beat").length).toBeGreaterThan(10),
  );
  expect(lane.heard.slice(before).some((said) => said.op === "beat" && said.hold)).toBe(false);
});

test("a hold to drive ends when a person is borne: the robot must not take it for lowering", async () => {
  const bedside = await ready();
  await pushForward(bedside.page);
  await moving(bedside);
  bedside.robot.safety = { load: 2, drive_blocked: true, not_lowerable: false };
  await holds(bedside, false);
});

test("the arrow keys drive while the pad has the focus, and two keys at once no faster", async () => {
  const bedside = await ready();
  const { page, robot } = bedside;
  await at(page, "drive-pad").focus();
  await page.keyboard.down("ArrowUp");
  await moving(bedside);
  await page.keyboard.down("KeyA");
  await until(() => expect(robot.motions.at(-1)?.drive.angular.z).toBeGreaterThan(0.1));
  const { linear, angular } = robot.motions.at(-1)?.drive ?? { linear: { x: NaN }, angular: { z: NaN } };
  expect(Math.hypot(linear.x / 0.25, angular.z / 0.5)).toBeLessThanOrEqual(1.000001);
  await page.keyboard.up("ArrowUp");
  await page.keyboard.up("KeyA");
  await resting(bedside);
  await page.keyboard.down("ArrowUp");
  await moving(bedside);
  await page.keyboard.press("Tab");
  await resting(bedside);
});
