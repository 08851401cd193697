// The ride with its page on a clock that waits for a busy machine: for pictures and tests of the page, not for use.
import { join } from "node:path";
import { careNodes } from "../care/care-group.ts";
import { openLandmarker } from "../perception/mediapipe/landmarker.ts";
import { personNode } from "../perception/person.node.ts";
import { standUpNode } from "../planner/stand-up/stand-up.node.ts";
import { openControlGroup } from "../robot/control-group.ts";
import { cameraNode } from "../sim/camera/camera.node.ts";
import { loadEngine } from "../sim/mujoco/engine.ts";
import { worldNode } from "../sim/world.node.ts";
import { openGateway } from "../teleop-ui/gateway/gateway.ts";
import { readSite } from "./site.ts";
import { letPass } from "./virtual/patient.ts";
import { VirtualRun } from "./virtual/run.ts";

const HOST = "127.0.0.1";

/** Opens it on free ports and lets its time pass, never faster than the wall clock's. */
export async function openPatientRide() {
  const site = readSite();
  const control = await openControlGroup({ port: 0, host: HOST });
  const gateway = await openGateway({
    host: HOST,
    port: 0,
    page: join(import.meta.dirname, "../dist/web"),
    visuals: () => site.scene,
    session: { version: "", lane_port: control.lanePort, simulated: true },
  });
  const landmarker = await openLandmarker({ model: "lite", mode: "video" });
  const run = new VirtualRun(
    [
      worldNode(await loadEngine()),
      cameraNode(site.scene),
      personNode({ landmarker, camera: site.camera }),
      standUpNode(site),
      ...control.nodes,
      ...careNodes,
      ...gateway.nodes,
    ],
    { world: { picture_refused: false } }, // a synthetic person
  );
  return {
    run,
    address: `http://${HOST}:${gateway.port}`,
    stop: letPass(run),
  };
}
