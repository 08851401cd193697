// A bedside for the page's tests: a gateway with the built page, a lane, and a robot that says what the test lets it say.
import { join } from "node:path";
import { afterEach } from "vitest";
import type {
  BatteryState,
  GateReport,
  Lease,
  MotionRequest,
  OperatorAct_Request,
  SafetyState,
  StandUp_Goal,
  TaskState,
} from "../../core/messages.ts";
import { careNodes } from "../../care/care-group.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { actions, services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { aBattery, aGateReport, aLease, aResident, aSafetyState, aTaskState, anImage } from "./messages.ts";
import { openSmallGraph } from "./small-graph.ts";
import { openTestLane } from "./test-lane.ts";

const PAGE = join(import.meta.dirname, "../../dist/web");

/** What the robot says now, and what it was asked. A test changes the first and reads the second. */
export interface Robot {
  safety: Partial<SafetyState>;
  task: Partial<TaskState>;
  lease: Partial<Lease>;
  battery: Partial<BatteryState>;
  gate: Partial<GateReport>;
  /** False: it says nothing any more. */
  speaks: boolean;
  pictureRefused: boolean;
  readonly acts: OperatorAct_Request[];
  readonly goals: StandUp_Goal[];
  cancels: number;
  readonly motions: MotionRequest[];
}

function robotNode(robot: Robot) {
  return defineNode({
    name: "test_robot",
    period: seconds(0.05),
    subscribes: { motion: topics.operatorMotion },
    publishes: {
      safety: topics.safetyState,
      task: topics.taskState,
      lease: topics.lease,
      resident: topics.resident,
      image: topics.image,
      battery: topics.battery,
      gate: topics.gateReport,
    },
    serves: { act: services.operatorAct },
    offers: { standUp: actions.standUp },
    wakes: ["motion"],
    start(io) {
      let heard: unknown;
      const speak = () => {
        const header = { stamp: stampOf(io.now()), frame_id: "base_link" };
        io.publish.safety({ ...aSafetyState(robot.safety), header });
        io.publish.lease({ ...aLease(robot.lease), header });
        io.publish.gate({ ...aGateReport(robot.gate), header });
        io.publish.battery({ ...aBattery(robot.battery), header });
        io.publish.task({ ...aTaskState(robot.task), header });
        io.publish.resident(aResident({ picture_refused: robot.pictureRefused }));
        io.publish.image({ ...anImage(), header });
      };
      return {
        serve: {
          act: (request) => {
            robot.acts.push(request);
            return { refused: true, reason: "reason.cause_remains" };
          },
        },
        accept: {
          standUp: (goal) => {
            robot.goals.push(goal);
            return undefined;
          },
        },
        step() {
          const motion = io.latest.motion?.message;
          if (motion && motion !== heard) robot.motions.push(motion);
          heard = motion;
          const goal = io.active.standUp();
          if (goal?.cancelRequested === true) {
            robot.cancels += 1;
            goal.end("canceled", { code: 4, reason: "", peak_support: 0, duration: seconds(0) });
          }
          if (robot.speaks) speak();
        },
      };
    },
  });
}

/** Opens a bedside that is closed after the test. `port` opens the gateway where another one was. */
export async function openBedside() {
  const robot: Robot = {
    safety: {},
    task: {},
    lease: {},
    battery: {},
    gate: {},
    speaks: true,
    pictureRefused: false,
    acts: [],
    goals: [],
    cancels: 0,
    motions: [],
  };
  const clock = { now: (): number => 0 };
  const lane = await openTestLane(() => clock.now());
  const openGraph = async (port: number) => {
    const graph = await openSmallGraph([robotNode(robot), ...careNodes], {
      port,
      page: PAGE,
      session: { version: "test", lane_port: lane.port, simulated: true },
    });
    clock.now = () => graph.run.now();
    return graph;
  };
  let graph = await openGraph(0);
  const bedside = {
    robot,
    lane,
    /** the robot's, as the lane tells it; a test may stop it */
    clock,
    address: graph.address,
    run: () => graph.run,
    /** The gateway dies, the lane lives. */
    killGateway: () => graph.stop(),
    reviveGateway: async () => {
      graph = await openGraph(graph.port);
    },
  };
  opened.push(async () => {
    lane.stop();
    await graph.stop();
  });
  return bedside;
}

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});
