// The safety supervisor as a node: every 20 ms, and at once when somebody stops, it says what the robot may do and why.
import type { SafetyState } from "../core/messages.ts";
import { defineNode } from "../core/node.ts";
import { act } from "../core/safety/acts.ts";
import { rank } from "../core/safety/demands.ts";
import { invariants } from "../core/safety/invariants.ts";
import {
  bootSupervisor,
  loadCode,
  MOTIONS,
  step,
  verdictOf,
  type Verdict,
} from "../core/safety/supervisor.ts";
import { stampOf } from "../core/time.ts";
import { services, topics } from "../core/topics.ts";
import { milliseconds, type Seconds } from "../core/units.ts";
import { NOTHING_YET, observe } from "./observe.ts";

/** Safe idle from its first step. Throws when an invariant does not hold: its silence then holds the robot. */
export const safetyNode = defineNode({
  name: "safety_supervisor",
  period: milliseconds(20),
  subscribes: {
    estop: topics.estop,
    joints: topics.jointStates,
    odometry: topics.odometry,
    imu: topics.imu,
    leftWrench: topics.leftWrench,
    rightWrench: topics.rightWrench,
    contacts: topics.bodyContacts,
    scan: topics.scan,
    gate: topics.gateReport,
    task: topics.taskMotion,
    person: topics.person,
    resident: topics.resident,
    signal: topics.operatorSignal,
    spoken: topics.heard,
  },
  publishes: { state: topics.safetyState, said: topics.said },
  serves: { act: services.operatorAct },
  wakes: ["signal", "spoken", "estop"],

  start(io) {
    const { latest, take, publish } = io;
    let supervisor = bootSupervisor();
    let memory = NOTHING_YET;
    return {
      step() {
        const at = io.now();
        const looked = observe(at, memory, { ...latest, signals: take.signal(), spoken: take.spoken() });
        memory = looked.memory;
        const wasLowering = supervisor.snapshot.matches("lowering");
        supervisor = step(at, supervisor, looked.wishes);
        // said from here, for the task that would say it may be dead
        if (!wasLowering && supervisor.snapshot.matches("lowering"))
          publish.said({
            header: { stamp: stampOf(at), frame_id: "" },
            key: "say.lower",
            resident: latest.resident?.message.name ?? "",
          });
        const failed = Object.entries(invariants).filter(([, holds]) => !holds(supervisor.snapshot));
        if (failed.length > 0) throw new Error(`does not hold: ${failed.map(([name]) => name).join("; ")}`);
        publish.state(stateOf(at, verdictOf(supervisor)));
      },
      serve: {
        act: (request) => {
          const acted = act(supervisor, request.act, request.on_site);
          supervisor = acted.supervisor;
          io.wake();
          return { refused: acted.refused !== undefined, reason: acted.refused ?? "" };
        },
      },
    };
  },
});

const stateOf = (at: Seconds, verdict: Verdict): SafetyState => ({
  header: { stamp: stampOf(at), frame_id: "base_link" },
  demand: rank(verdict.demand),
  motion: MOTIONS.indexOf(verdict.motion),
  load: loadCode(verdict.load),
  needs_reset: verdict.needsReset,
  needs_confirmation: verdict.needsConfirmation,
  needs_start: verdict.needsStart,
  not_lowerable: verdict.notLowerable,
  drive_blocked: verdict.driveBlocked,
  speed_scale: verdict.speedScale,
  broken_requirements: [...new Set(verdict.broken.map((rule) => rule.requirement))],
  reasons: verdict.reasons,
  possible: verdict.possible,
});
