// The simulator's faults on the page: chosen and switched on by keyboard alone, seen, and switched off, in both languages.
import { afterEach, expect, test } from "vitest";
import { join } from "node:path";
import { FAULTS } from "../../core/faults.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { activeIn, NO_FAULT, withFault } from "../../sim/faults.ts";
import { at, until, useChromium } from "./chromium.ts";
import { openSmallGraph } from "./small-graph.ts";

const visit = useChromium();
const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const graph of opened.splice(0)) await graph.stop();
});

/** A world of nothing but faults. */
const faultyNode = defineNode({
  name: "world",
  period: seconds(0.1),
  publishes: { faults: topics.activeFaults },
  serves: { fault: services.injectFault },
  start(io) {
    let faults = NO_FAULT;
    return {
      step: () => {},
      serve: {
        fault({ fault, on }) {
          const changed = withFault(faults, fault, on);
          if (typeof changed === "string") return { refused: true, reason: changed };
          faults = changed;
          io.publish.faults({ header: { stamp: stampOf(io.now()), frame_id: "" }, faults: activeIn(faults) });
          return { refused: false, reason: "" };
        },
      },
    };
  },
});

test("a sensor's fault is chosen, switched on and off by keyboard alone, and told in Korean and in English", async () => {
  const graph = await openSmallGraph([faultyNode], { page: join(import.meta.dirname, "../../dist/web") });
  opened.push(graph);
  const { page, errors } = await visit(graph.address);
  await at(page, "simulator").focus();
  await page.keyboard.press("Enter");
  await at(page, "fault").focus();
  // as the list stands: the last one above is where it begins
  for (let i = FAULTS.indexOf("supply"); i < FAULTS.indexOf("imu.frozen"); i++)
    await page.keyboard.press("ArrowDown");
  expect(await at(page, "fault").inputValue()).toBe("imu.frozen");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const active = () => at(page, "faults-active").textContent();
  await until(async () => expect(await active()).toContain("기울기 센서: 값이 굳음"));
  expect(graph.run.latest(topics.activeFaults)?.faults).toEqual(["imu.frozen"]);

  await at(page, "language").click();
  await until(async () => expect(await active()).toContain("Tilt sensor: value frozen"));
  await at(page, "fault").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await until(async () => expect(await active()).toBe(""));
  expect(await at(page, "sim-answer").textContent()).toBe("");
  expect(errors).toEqual([]);
});
