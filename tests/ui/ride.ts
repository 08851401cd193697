// The whole ride for a real page: the ward in MuJoCo, seen by MediaPipe, decided and moved, on a clock that waits for a busy machine.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { careNodes } from "../../care/care-group.ts";
import { readSite } from "../../launch/site.ts";
import { openLandmarker } from "../../perception/mediapipe/landmarker.ts";
import { personNode } from "../../perception/person.node.ts";
import { standUpNode } from "../../planner/stand-up/stand-up.node.ts";
import { openControlGroup } from "../../robot/control-group.ts";
import { cameraNode } from "../../sim/camera/camera.node.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { worldNode } from "../../sim/world.node.ts";
import { at, until } from "./chromium.ts";
import { openSmallGraph } from "./small-graph.ts";

const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const graph of opened.splice(0)) await graph.stop();
});
/** ms: a ride takes two minutes of its own time, which passes slower on a busy machine. */
export const LONG = 900_000;

export async function openRide() {
  const site = readSite();
  const control = await openControlGroup({ port: 0 });
  const graph = await openSmallGraph(
    [
      worldNode(await loadEngine()),
      cameraNode(site.scene),
      personNode({ landmarker: await openLandmarker({ model: "lite", mode: "video" }), camera: site.camera }),
      standUpNode(site),
      ...control.nodes,
      ...careNodes,
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
export const makeReady = (page: Page) =>
  until(async () => {
    for (const id of ["reset", "confirm", "start"]) {
      const button = at(page, id);
      if (await button.isEnabled()) await button.click({ timeout: 1000 });
    }
    expect(await at(page, "stand-up").isEnabled()).toBe(true);
  }, LONG);
export const untilPhase = (page: Page, phase: number) =>
  until(async () => expect(Number(await at(page, "phase").getAttribute("data-phase"))).toBe(phase), LONG);
