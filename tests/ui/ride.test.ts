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
  "the ride is started, stopped and made ready again, and put back to its beginning, all by clicks",
  async () => {
    const { address, run } = await openRide();
    const base = () => run.latest(topics.odometry)?.pose.pose.position.x ?? NaN;
    base();
    const { page, errors } = await visit(address);
    await until(async () => expect(await at(page, "posture").textContent()).toBe("앉아 계심"), LONG);
    await at(page, "on-site").check();
    await makeReady(page);

    const home = base();
    await at(page, "stand-up").click();
    await untilPhase(page, TaskState.APPROACH);
    await until(() => expect(Math.abs(base() - home)).toBeGreaterThan(0.05), LONG); // m: it has set out
    await page.keyboard.press("Space");
    await until(async () => expect(await at(page, "state-word").textContent()).toBe("정지"), LONG);
    expect(await at(page, "reasons").textContent()).toContain("정지 버튼으로 멈췄습니다");
    await untilPhase(page, TaskState.PAUSED);

    const stopped = { at: base(), since: run.now() };
    await at(page, "reset").click();
    await until(() => expect(run.now()).toBeGreaterThan(stopped.since + 2), LONG);
    expect(Math.abs(base() - stopped.at)).toBeLessThan(0.02); // m: reset moves nothing, braking has ended
    await at(page, "cancel").click();
    await untilPhase(page, TaskState.FAILED);
    expect(await at(page, "task-answer").textContent()).toBe("그만두었습니다");

    await at(page, "simulator").click();
    await at(page, "sim-seed").fill("7");
    await at(page, "reset-world").click();
    await until(() => expect(Math.abs(base())).toBeLessThan(0.01), LONG);
    await makeReady(page);
    expect(errors).toEqual([]);
  },
  LONG,
);
