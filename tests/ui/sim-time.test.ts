// The page beside a simulated world whose time people turn, in a real Chromium: by touch and keyboard, in both languages, and while time stands.
import { expect, test } from "vitest";
import { SimTime_Request, type SimTime } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { openBedside } from "./bedside.ts";
import { at, until, useChromium } from "./chromium.ts";

const visit = useChromium();
const { PAUSE, RUN, STEP, SPEED, SAVE, RESTORE } = SimTime_Request;

/** Tells how time goes as a test says, and keeps what it is asked. */
async function timed() {
  const bedside = await openBedside();
  const asked: SimTime_Request[] = [];
  const now: { -readonly [K in keyof SimTime]?: SimTime[K] } = {};
  const node = defineNode({
    name: "sim_time",
    period: milliseconds(50),
    publishes: { told: topics.simTime },
    serves: { turn: services.simTime },
    start: (io) => ({
      step: () =>
        io.publish.told({
          header: { stamp: stampOf(io.now()), frame_id: "" },
          paused: false,
          speed: 1,
          world_time: seconds(12.34),
          pace: 1,
          restored: 1,
          moment: "",
          reason: "",
          ...now,
        }),
      serve: {
        turn(request) {
          asked.push(request);
          return request.name === ".."
            ? { refused: true, reason: "a plain name" }
            : { refused: false, reason: "" };
        },
      },
    }),
  });
  bedside.run().add(node);
  return { ...bedside, asked, now };
}

test("time that stands is told in words and a shape, nothing grows stale by it, and the stop still goes out", async () => {
  const { address, robot, lane, clock, now, run } = await timed();
  const { page, errors } = await visit(address);
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("움직일 수 있음"));
  expect(await at(page, "sim-time-chip").count()).toBe(0);

  const stood = run().now();
  now.paused = true;
  clock.now = () => stood;
  await until(async () => expect(await at(page, "sim-time-chip").textContent()).toBe("시간 멈춤 · 12.34초"));
  expect(await page.locator("[data-testid=sim-time-chip] svg").count()).toBe(1);
  robot.speaks = false;
  const beats = lane.heard.length;
  // longer than a state of a robot whose time goes may be silent: 1 s, of 20 beats
  await until(() => expect(lane.heard.length - beats).toBeGreaterThan(40));
  expect(await at(page, "state-word").textContent()).toBe("움직일 수 있음");
  await at(page, "stop").click();
  await until(() => expect(lane.stops()).toBe(1));

  now.paused = false;
  await until(async () => expect(await at(page, "state-word").textContent()).not.toBe("움직일 수 있음"));
  expect(errors).toEqual([]);
});

test("time that a busy machine holds is told as what it is", async () => {
  const { address, now } = await timed();
  const { page } = await visit(address);
  Object.assign(now, { pace: 0.42 });
  await until(async () =>
    expect(await at(page, "sim-time-chip").textContent()).toBe("컴퓨터가 바빠 0.4배로 흐름"),
  );
});

test("time is paused, stepped, slowed, kept and set back from the panel, by touch and by keys, in both languages", async () => {
  const { address, asked, now } = await timed();
  const { page } = await visit(address, { size: "phone", language: "en" });
  await at(page, "simulator").click();
  await until(async () => expect(await at(page, "sim-time").textContent()).toBe("Time goes · 12.34 s"));
  const next = async (act: () => Promise<unknown>) => {
    const before = asked.length;
    await act();
    await until(() => expect(asked.length).toBe(before + 1));
    return asked.at(-1);
  };
  expect(await next(() => at(page, "time-pause").click())).toMatchObject({ command: PAUSE });
  now.paused = true;
  now.speed = 0.5;
  await until(async () => expect(await at(page, "time-pause").textContent()).toBe("Let time go"));
  expect(await at(page, "sim-time").textContent()).toBe("Paused · 0.5× · 12.34 s");
  await at(page, "time-pause").focus();
  expect(await next(() => page.keyboard.press("Enter"))).toMatchObject({ command: RUN });
  await page.keyboard.press("Tab");
  expect(await next(() => page.keyboard.press("Enter"))).toMatchObject({ command: STEP, duration: 0.01 });
  expect(await next(() => at(page, "time-step-1").click())).toMatchObject({ command: STEP, duration: 1 });
  expect(await next(() => at(page, "time-speed").selectOption("2"))).toMatchObject({
    command: SPEED,
    speed: 2,
  });
  await at(page, "time-moment").fill("before-lift");
  expect(await next(() => at(page, "time-save").click())).toMatchObject({
    command: SAVE,
    name: "before-lift",
  });
  expect(await next(() => at(page, "time-restore").click())).toMatchObject({
    command: RESTORE,
    name: "before-lift",
  });
  now.restored = 0.42;
  await until(async () => expect(await at(page, "sim-time").textContent()).toBe("Going back, 42 %"));
  now.restored = 1;
  now.reason = "it leads elsewhere";
  await until(async () => expect(await at(page, "time-answer").textContent()).toBe("it leads elsewhere"));
  await at(page, "time-moment").fill("..");
  await at(page, "time-save").click();
  await until(async () => expect(await at(page, "time-answer").textContent()).toBe("a plain name"));
  await at(page, "language").click();
  await until(async () => expect(await at(page, "time-pause").textContent()).toBe("시간 흐르게 하기"));
});
