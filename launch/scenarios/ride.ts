// The whole ride on virtual time: world, camera, eyes, task, control group and a scripted care worker, ready to be told.
import { OperatorAct_Request, type ResetWorld_Request, type StandUp_Result } from "../../core/messages.ts";
import type { AnyNode, Outcome } from "../../core/node.ts";
import { actions, services, topics } from "../../core/topics.ts";
import { milliseconds, seconds, type Seconds } from "../../core/units.ts";
import { openLandmarker } from "../../perception/mediapipe/landmarker.ts";
import { personNode } from "../../perception/person.node.ts";
import { standUpNode, type TaskSite } from "../../planner/stand-up/stand-up.node.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import { decidingNodes } from "../../robot/decisions.ts";
import { gateNode } from "../../robot/gate.node.ts";
import { safetyNode } from "../../robot/safety.node.ts";
import { cameraNode } from "../../sim/camera/camera.node.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import type { MomentDesk } from "../../sim/moments/desk.ts";
import { careWorker, careWorkerNode, type CareWorker } from "../../sim/staff/care-worker.node.ts";
import { trueEyesNode } from "../../sim/true-eyes.node.ts";
import type { Profile } from "../../sim/sensors/data-sheets.ts";
import { requested } from "../../sim/resident/introduction.ts";
import { worldNode } from "../../sim/world.node.ts";
import type { Setting } from "../../sim/world.ts";
import { readSite, type Site } from "../site.ts";
import type { LogHash } from "../virtual/log-hash.ts";
import { VirtualRun } from "../virtual/run.ts";

export interface Ride {
  readonly run: VirtualRun;
  readonly worker: CareWorker;
  /** One deliberate act on site; throws when it is refused. */
  readonly act: (act: number) => void;
  /** Whether an act would be refused, and why; the act is done. */
  tryAct(act: number): string;
  /** Starts the task; what it answers is filled in when it ends. */
  standUp(): {
    readonly outcome: Outcome | undefined;
    readonly result: StandUp_Result | undefined;
    readonly detail: string;
  };
}

/** How long a detection takes on a machine of two cores [measured: lite, 320×240, median 28 ms]. */
const MODEL_LATENCY = milliseconds(30);
/** Everything has spoken once, and the eyes have got used to the person. */
const SETTLING = seconds(2);

/** MediaPipe on the rendered camera, or the simulator's truth where eyes are not what is tested. */
export type Eyes = "mediapipe" | "truth";

const eyesOf = async (eyes: Eyes, { scene, camera }: Site): Promise<AnyNode[]> =>
  eyes === "truth"
    ? [trueEyesNode]
    : [
        cameraNode(scene),
        personNode({ landmarker: await openLandmarker({ model: "lite", mode: "video" }), camera }),
      ];

export interface RideOptions {
  /** Hears all, for a recording. */
  readonly note?: ((noted: Noted) => void) | undefined;
  /** Takes all in, to compare the ride with another. */
  readonly log?: LogHash;
  /** May put every node into another form. */
  readonly through?: (node: AnyNode) => AnyNode;
  /** How the sensors differ from the truth: "perfect" or "typical". */
  readonly sensors?: Profile;
  /** Stands up instead of our own. */
  readonly task?: (site: TaskSite) => AnyNode;
  /** Nodes between the world and the rest of the house, such as drivers. */
  readonly beside?: readonly AnyNode[];
  /** Makes another world of the ward. */
  readonly setting?: Setting;
  /** Takes moments of its world. */
  readonly desk?: MomentDesk;
}

/** Opens a ride with this resident and lets it settle; the robot is in safe idle. Rejects for an impossible resident. */
export async function openRide(
  resident: ResetWorld_Request,
  eyes: Eyes = "mediapipe",
  {
    note,
    log,
    through = (node) => node,
    task = standUpNode,
    beside = [],
    sensors = "perfect",
    desk,
    setting,
  }: RideOptions = {},
): Promise<Ride> {
  const site = readSite(setting);
  const worker = careWorker();
  const nodes: readonly AnyNode[] = [
    worldNode(await loadEngine(), requested(resident), setting, desk),
    ...beside,
    ...(await eyesOf(eyes, site)),
    task(site),
    ...(note === undefined ? [safetyNode, gateNode] : decidingNodes()),
    careWorkerNode(worker),
  ];
  const parameters = {
    world: { sensors },
    ward_camera: { sensors },
    ...(eyes === "truth" ? {} : { person: { model_latency: MODEL_LATENCY } }),
  };
  const run = new VirtualRun(nodes.map(through), parameters, note, log);
  run.advance(SETTLING);
  const tryAct = (act: number) =>
    run.call(services.operatorAct, { act, operator_name: "care_worker", on_site: true }).reason;
  return {
    run,
    worker,
    tryAct,
    act(act) {
      const reason = tryAct(act);
      if (reason !== "") throw new Error(`act ${act} at ${run.now()} s was refused: ${reason}`);
    },
    standUp() {
      const answer: { outcome: Outcome | undefined; result: StandUp_Result | undefined; detail: string } = {
        outcome: undefined,
        result: undefined,
        detail: "",
      };
      run.send(
        actions.standUp,
        { rise_time: seconds(0) },
        {
          ended: (outcome, result, detail) => Object.assign(answer, { outcome, result, detail }),
        },
      );
      return answer;
    },
  };
}

/** Confirms on site and starts: two acts. */
export function confirmAndStart({ act, run }: Ride): void {
  act(OperatorAct_Request.CONFIRM_ON_SITE);
  run.advance(milliseconds(100));
  act(OperatorAct_Request.START);
  run.advance(milliseconds(100));
}

/** The time until a phase of the task begins, or undefined when it does not within `limit`. */
export function untilPhase({ run }: Ride, phase: number, limit: Seconds): Seconds | undefined {
  run.latest(topics.taskState);
  return run.advanceUntil(() => run.latest(topics.taskState)?.phase === phase, limit) ? run.now() : undefined;
}
