// The whole ride under a real page: the ward in MuJoCo, seen by MediaPipe, decided, moved, stopped and lowered by clicks alone.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { TaskState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { readSite } from "../../launch/site.ts";
import { openLandmarker } from "../../perception/mediapipe/landmarker.ts";
import { personNode } from "../../perception/person.node.ts";
import { standUpNode } from "../../planner/stand-up/stand-up.node.ts";
import { openControlGroup } from "../../robot/control-group.ts";
import { cameraNode } from "../../sim/camera/camera.node.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { worldNode } from "../../sim/world.node.ts";
import { at, until, useChromium } from "./chromium.ts";
import { openSmallGraph } from "./small-graph.ts";

const visit = useChromium();
const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const graph of opened.splice(0)) await graph.stop();
});
/** ms: a ride takes two minutes of its own time, which passes slower on a busy machine. */
const LONG = 900_000;

async function openRide() {
  const site = readSite(undefined);
  const control = await openControlGroup({ port: 0 });
  const graph = await openSmallGraph(
    [
      worldNode(await loadEngine()),
      cameraNode(site.scene),
      personNode({ landmarker: await openLandmarker({ model: "lite", mode: "video" }), camera: site.camera }),
      standUpNode(site),
      ...control.nodes,
    ],
    {
      page: join(import.meta.dirname, "../../dist/web"),
      visuals: () => site.scene,
      session: { version: "test", lane_port: control.lanePort, simulated: true },
    },
  );
  opened.push(graph);
  return graph;
}

/** Presses whichever of reset, confirmation and start is live, until none is and the task could begin. */
const makeReady = (page: Page) =>
  until(async () => {
    for (const id of ["reset", "confirm", "start"]) {
      const button = at(page, id);
      if (await button.isEnabled()) await button.click({ timeout: 1000 });
    }
    expect(await at(page, "stand-up").isEnabled()).toBe(true);
  }, LONG);
const untilPhase = (page: Page, phase: number) =>
  until(async () => expect(Number(await at(page, "phase").getAttribute("data-phase"))).toBe(phase), LONG);

test(
  "the ride is started, stopped in the lift, lowered while a button is held, and made ready again, all by hand",
  async () => {
    const { address, run } = await openRide();
    const truth = () => run.latest(topics.worldTruth)?.pelvis_height ?? NaN;
    truth();
    const { page, errors } = await visit(address);
    await until(async () => expect(await at(page, "posture").textContent()).toBe("앉아 계심"), LONG);
    await at(page, "on-site").check();
    await makeReady(page);
    const seated = truth();

    await at(page, "stand-up").click();
    await untilPhase(page, TaskState.LIFT);
    await until(() => expect(truth()).toBeGreaterThan(seated + 0.1), LONG);
    await page.keyboard.press("Space");
    await until(async () => expect(await at(page, "state-word").textContent()).toBe("정지"), LONG);
    const stoppedAt = truth();
    expect(await at(page, "state").textContent()).toContain("어르신을 받치고 있음");
    expect(await at(page, "reasons").textContent()).toContain("정지 버튼으로 멈췄습니다");

    const heldSince = run.now();
    await until(() => expect(run.now()).toBeGreaterThan(heldSince + 3), LONG);
    expect(stoppedAt - truth()).toBeLessThan(0.02); // m, DESIGN decision 7: the person is held

    await at(page, "lower").hover();
    await page.mouse.down();
    await until(async () => expect(await at(page, "state-word").textContent()).toBe("앉혀 드리는 중"), LONG);
    await until(() => expect(truth()).toBeLessThan(seated + 0.03), LONG);
    await page.mouse.up();
    await until(
      async () => expect(await at(page, "state-word").textContent()).not.toBe("앉혀 드리는 중"),
      LONG,
    );
    expect(errors).toEqual([]);
  },
  LONG,
);
