// The view of an incident in a real Chromium: what the black box noted is shown in two languages, and nothing else is served.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { services, topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { incidentsIn } from "../../launch/incidents.ts";
import { BlackBox } from "../../robot/blackbox/box.ts";
import { aSafetyState } from "./messages.ts";
import { at, until, useChromium } from "./chromium.ts";
import { openSmallGraph } from "./small-graph.ts";

const visit = useChromium();
const opened: { stop(): Promise<void> }[] = [];
const folder = mkdtempSync(join(tmpdir(), "incident-"));
afterEach(async () => {
  for (const graph of opened.splice(0)) await graph.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A box in which somebody stopped at 12 s and somebody reset in vain at 15 s. */
function record() {
  const box = new BlackBox({ folder, session: "2026-11-22T10-15-00Z-1" });
  const note = (
    { name, type }: { readonly name: string; readonly type: string },
    when: Seconds,
    message: unknown,
  ) => box.note({ topic: name, type, message, at: when });
  for (let tick = 0; tick < 400; tick += 1) {
    const when = seconds(tick / 20);
    const stopped = {
      motion: 5,
      demand: 4,
      reasons: ["reason.operator_stop"],
      broken_requirements: ["SR-2"],
    };
    note(topics.safetyState, when, aSafetyState(when >= 12 ? stopped : { motion: 2 }));
    note(topics.leftWrench, when, { header: {}, wrench: { force: { x: 3, y: 4, z: 12 }, torque: {} } });
    if (tick === 300) {
      const { name, type } = services.operatorAct;
      note({ name: `${name}/request`, type: `${type}_Request` }, when, {
        act: 0,
        operator_name: "김",
        on_site: true,
      });
      note({ name: `${name}/response`, type: `${type}_Response` }, when, {
        refused: true,
        reason: "reason.cause_remains",
      });
    }
    if (tick % 10 === 0) box.flush(when);
  }
  box.close(seconds(20));
}

async function open() {
  const page = join(import.meta.dirname, "../../dist/web");
  const graph = await openSmallGraph([], { page, incidents: incidentsIn(folder) });
  opened.push(graph);
  return graph;
}

test("an incident is shown with its states, reasons, forces and acts, in Korean and in English", async () => {
  record();
  const { address } = await open();
  const { page, errors } = await visit(address);
  await page.goto(`http://${address}/incident`);
  await until(async () => expect(await at(page, "timeline").isVisible()).toBe(true));
  expect(await at(page, "incident").count()).toBe(1);
  expect(await at(page, "incident").textContent()).toContain("SR-2");
  const moment = page.locator("[data-moment=true]");
  expect(await moment.textContent()).toContain("정지 버튼으로 멈췄습니다");
  expect(await at(page, "events").textContent()).toContain("리셋");
  expect(await at(page, "events").textContent()).toContain("거절됨");
  expect(await page.locator("canvas").count()).toBe(3);
  await at(page, "language").click();
  await until(async () => expect(await moment.textContent()).toContain("Stopped by the stop button"));
  expect(await at(page, "events").textContent()).toContain("refused");
  expect(errors).toEqual([]);
});

test("the gateway serves the time line of a noted incident and of nothing else", async () => {
  record();
  const { address } = await open();
  const ask = (path: string) => fetch(`http://${address}${path}`);
  const [incident] = (await (await ask("/incidents.json")).json()) as { session: string; at: number }[];
  const query = new URLSearchParams({
    session: incident?.session ?? "",
    at: String(incident?.at),
  }).toString();
  const timeline = (await (await ask(`/incident.json?${query}`)).json()) as {
    curves: { t: number[]; force_left: (number | null)[] };
  };
  const { t, force_left: force } = timeline.curves;
  expect(force[t.findIndex((time) => time >= 0)]).toBe(13);
  expect(force.at(-1)).toBeNull();
  expect((await ask("/incident.json?session=../../etc/passwd&at=0")).status).toBe(404);
  expect((await ask("/incident.json")).status).toBe(404);
  rmSync(join(folder, `${incident?.session}-p0001.mcap`));
  expect((await ask(`/incident.json?${query}`)).status).toBe(410);
});
