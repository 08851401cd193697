// What the page shows and asks for, in a real Chromium: state and why, acts in turn, the task, the picture, two languages.
import { expect, test } from "vitest";
import { topics } from "../../core/topics.ts";
import { radians } from "../../core/units.ts";
import { aPerson } from "./messages.ts";
import { openBedside } from "./bedside.ts";
import { at, until, useChromium } from "./chromium.ts";

const visit = useChromium();
/** The focused element's test id, or tag, and the name it is read out by. */
/** How many dots of the camera's canvas are not empty. */
const PAINTED = `(() => {
  const canvas = document.querySelector("[data-testid=camera]");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, i) => i % 4 === 3 && value > 0).length;
})()`;
const FOCUSED = `(() => {
  const focused = document.activeElement;
  const name = focused.getAttribute("aria-label") ?? focused.closest("label")?.textContent ?? focused.textContent;
  return { id: focused.dataset.testid ?? focused.tagName, name };
})()`;

test("the state, why it does not move and what may be done stand there in Korean, and in English at a press", async () => {
  const { address, robot } = await openBedside();
  robot.safety = { motion: 5, load: 2, reasons: ["reason.operator_stop"], possible: ["may.lower"] };
  const { page } = await visit(address);
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("정지"));
  expect(await at(page, "reasons").textContent()).toContain("정지 버튼으로 멈췄습니다");
  expect(await at(page, "possible").textContent()).toContain("앉혀 드리기");
  await at(page, "language").click();
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("Stopped"));
  expect(await at(page, "reasons").textContent()).toContain("Stopped by the stop button");
  expect(await page.evaluate("document.documentElement.lang")).toBe("en");
});

test("the charge stands there in words, and is not known once the robot is silent", async () => {
  const { address, robot } = await openBedside();
  const { page } = await visit(address);
  const reads = (words: string) =>
    until(async () => expect(await at(page, "battery").textContent()).toBe(words));
  await reads("배터리 83%");
  robot.battery = { percentage: 0.2 };
  await reads("배터리 20% · 충전하십시오");
  expect(await at(page, "battery").getAttribute("data-good")).toBe("false");
  robot.battery = { percentage: 0.04 };
  await reads("배터리 4% · 거의 없음");
  robot.battery = { present: false, percentage: NaN };
  await reads("구동 전원 없음");
  robot.battery = { percentage: NaN };
  await reads("배터리 모름");
  robot.battery = { percentage: 0.5 };
  await reads("배터리 50%");
  robot.speaks = false;
  await reads("배터리 모름");
});

test("a robot that falls silent is shown as unknown, with the age of what was known", async () => {
  const { address, robot } = await openBedside();
  const { page } = await visit(address);
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("움직일 수 있음"));
  robot.speaks = false;
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("상태를 알 수 없음"));
  expect(await at(page, "state").locator(".age").textContent()).toMatch(/오래된 값 · [\d.]+초 전/);
  expect(await at(page, "stand-up").isEnabled()).toBe(false);
});

test("reset, confirmation and start are three buttons, each live only in its turn", async () => {
  const { address, robot, lane } = await openBedside();
  const needs = { needs_reset: true, needs_confirmation: true, needs_start: true };
  robot.safety = needs;
  const { page } = await visit(address);
  const live = async () => {
    const enabled: string[] = [];
    for (const id of ["reset", "confirm", "start"]) if (await at(page, id).isEnabled()) enabled.push(id);
    return enabled;
  };
  await until(async () => expect(await live()).toEqual(["reset"]));
  await at(page, "reset").click();
  await until(async () =>
    expect(await at(page, "act-answer").textContent()).toBe("멈춘 원인이 아직 남아 있습니다"),
  );
  robot.safety = { ...needs, needs_reset: false };
  await until(async () => expect(await live()).toEqual([])); // nobody is beside the resident
  await at(page, "on-site").check();
  await until(async () => expect(await live()).toEqual(["confirm"]));
  expect(lane.heard.findLast((said) => said.op === "hello")).toMatchObject({ on_site: true });
  await at(page, "confirm").click();
  robot.safety = { ...needs, needs_reset: false, needs_confirmation: false };
  await until(async () => expect(await live()).toEqual(["start"]));
  await at(page, "start").click();
  await until(() =>
    expect(robot.acts.map(({ act, on_site }) => [act, on_site])).toEqual([
      [0, false],
      [1, true],
      [2, true],
    ]),
  );
  robot.safety = {};
  await until(async () => expect(await live()).toEqual([]));
});

test("the stand-up task is started and given up by a press, with its phase, support and the words to the resident", async () => {
  const { address, robot, run } = await openBedside();
  robot.safety = { possible: ["may.start_task"] };
  const { page } = await visit(address);
  await until(async () => expect(await at(page, "stand-up").isEnabled()).toBe(true));
  await at(page, "stand-up").click();
  await until(() => expect(robot.goals).toHaveLength(1));
  robot.task = { task: "stand_up", phase: 4, progress: 0.4, support: 0.123, waiting_for: "wait.answer" };
  await until(async () => expect(await at(page, "phase").textContent()).toBe("숙이기"));
  expect(await at(page, "support").textContent()).toContain("12 %");
  const header = { stamp: { sec: 1, nanosec: 0 }, frame_id: "map" };
  run().publish(topics.said, { header, key: "say.lean_forward", resident: "김순자" });
  await until(async () =>
    expect(await at(page, "said").textContent()).toContain("김순자 어르신, 몸을 앞으로"),
  );
  expect(await at(page, "stand-up").isEnabled()).toBe(false);
  await at(page, "cancel").click();
  await until(() => expect(robot.cancels).toBe(1));
});

test("SR-58: where a lift is begun stands what only somebody on site can see before it, and at no other time", async () => {
  const { address, robot } = await openBedside();
  robot.safety = { possible: ["may.start_task"] };
  const { page } = await visit(address);
  const look = at(page, "look-first");
  await until(async () => expect(await look.textContent()).toContain("휠체어 브레이크"));
  expect(await at(page, "stand-up").getAttribute("aria-describedby")).toBe(await look.getAttribute("id"));
  await at(page, "language").click();
  await until(async () => expect(await look.textContent()).toContain("wheelchair brakes set"));
  robot.safety = { possible: [] };
  await until(async () => expect(await look.count()).toBe(0));
});

test("the picture is shown with consent, and without it the skeleton alone", async () => {
  const { address, robot, run } = await openBedside();
  robot.pictureRefused = true;
  const { page } = await visit(address);
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("움직일 수 있음"));
  const grey = () =>
    page.evaluate<number>(
      `document.querySelector("[data-testid=camera]").getContext("2d").getImageData(1, 1, 1, 1).data[0]`,
    );
  const painted = () => page.evaluate<number>(PAINTED);
  expect(await grey()).toBe(0);
  expect(await painted()).toBe(0);
  expect(await at(page, "camera-note").textContent()).toBe("동의 전에는 뼈대만 보입니다");
  const landmark = (i: number) => ({ x: (i % 6) / 6, y: i / 33, z: 0, visibility: 1, presence: 1 });
  const landmarks = Array.from({ length: 33 }, (_, i) => landmark(i));
  await until(async () => {
    run().publish(topics.person, aPerson({ landmarks }));
    expect(await painted()).toBeGreaterThan(100);
  });
  run().publish(topics.person, aPerson());
  robot.pictureRefused = false;
  await until(async () => expect(Math.abs((await grey()) - 128)).toBeLessThan(6));
  robot.pictureRefused = true; // consent is taken back: what was shown goes too
  await until(async () => expect(await painted()).toBe(0));
});

test("how far the resident leans is told with the way they lean", async () => {
  const { address, run } = await openBedside();
  const { page } = await visit(address);
  for (const [degrees, words] of [
    [36, "앞으로 36°"],
    [0, "앞으로 0°"],
    [-4, "뒤로 4°"],
  ] as const)
    await until(async () => {
      run().publish(topics.person, aPerson({ trunk_lean: radians((degrees * Math.PI) / 180) }));
      expect(await at(page, "lean").allTextContents()).toEqual([words]);
    });
});

test("every control is reached and named by keyboard alone", async () => {
  const { address, robot } = await openBedside();
  robot.safety = { possible: ["may.start_task"], needs_start: true, not_lowerable: false };
  const { page } = await visit(address);
  await until(async () => expect(await at(page, "stand-up").isEnabled()).toBe(true));
  const met = new Set<string>();
  const nameless: string[] = [];
  for (let tab = 0; tab < 40; tab += 1) {
    await page.keyboard.press("Tab");
    const { id, name } = await page.evaluate<{ id: string; name: string }>(FOCUSED);
    met.add(id);
    if (!name && id !== "BODY") nameless.push(id);
  }
  for (const id of ["language", "more", "on-site", "stop", "lower", "drive-toggle", "start", "stand-up"])
    expect([...met]).toContain(id);
  expect(nameless).toEqual([]);
  await at(page, "stand-up").focus();
  await page.keyboard.press("Enter");
  await until(() => expect(robot.goals).toHaveLength(1));
});
