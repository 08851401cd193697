// The page with the real control group behind it: its lane, its seat, its supervisor and gate, and no robot at all.
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openControlGroup } from "../../robot/control-group.ts";
import { at, until, useChromium } from "./chromium.ts";
import { openSmallGraph } from "./small-graph.ts";

const visit = useChromium();
const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const graph of opened.splice(0)) await graph.stop();
});

async function openControl() {
  const control = await openControlGroup({ port: 0 });
  const graph = await openSmallGraph(control.nodes, {
    page: join(import.meta.dirname, "../../dist/web"),
    session: { version: "test", lane_port: control.lanePort, simulated: false },
  });
  opened.push(graph);
  return graph;
}

test("without a robot's signals the page says so, and a start is refused with the reason", async () => {
  const { address } = await openControl();
  const { page, errors } = await visit(address);
  await until(async () => expect(await at(page, "state-word").textContent()).toBe("꺼져 있음"));
  expect(await at(page, "reasons").textContent()).toContain("비상정지 회로의 신호가 없습니다");
  expect(await at(page, "reset").isEnabled()).toBe(false);
  await at(page, "on-site").check();
  await at(page, "confirm").click();
  await at(page, "start").click();
  await until(async () =>
    expect(await at(page, "act-answer").textContent()).toBe("멈춘 원인이 아직 남아 있습니다"),
  );
  await until(async () => expect(await at(page, "lane").textContent()).toMatch(/\d+ ms/));
  expect(await at(page, "stand-up").isEnabled()).toBe(false);
  expect(await page.locator("[data-testid=simulator]").count()).toBe(0);
  expect(errors).toEqual([]);
});

test("one page is in command; another sees who, may stop all the same, and is in command when the seat is free", async () => {
  const { address } = await openControl();
  const first = await visit(address);
  await until(async () => expect(await at(first.page, "seat").textContent()).toBe("내가 조작 중"));
  const { page } = await visit(address);
  await until(async () => expect(await at(page, "seat").textContent()).toBe("bedside 님이 조작 중"));
  expect(await at(page, "lower").isEnabled()).toBe(false);
  await at(page, "stop").dispatchEvent("pointerdown");
  await until(async () => expect(await at(page, "stop").getAttribute("data-fate")).toBe("arrived"));
  await first.page.close();
  await until(async () => expect(await at(page, "seat").textContent()).toBe("내가 조작 중"));
});
