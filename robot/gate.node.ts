// The gate as a node: the only publisher of the hardware command, at 100 Hz and at once when the safety state changes.
import type { GateReport, HardwareCommand } from "../core/messages.ts";
import { JOINTS, TICK } from "../core/motion/limits.ts";
import { defineNode } from "../core/node.ts";
import { stampOf } from "../core/time.ts";
import { topics } from "../core/topics.ts";
import { milliseconds, type Seconds } from "../core/units.ts";
import { closedGate, gateStep, type Gate, type Gated } from "./gate.ts";
import { feel } from "./feel.ts";
import { supportNow } from "./pads.ts";
import { watchScan } from "./near.ts";
import { postureOf } from "./posture.ts";
import { resumed } from "./way/remember.ts";
import { isDown } from "./way/retrace.ts";
import { NO_WAYS, type WayStore } from "./way/store.ts";
import { NO_WAY, type Posture, type Way } from "./way/way.ts";

/** GateReport.msg: 10 Hz. */
const REPORT_PERIOD = milliseconds(100);
const AXIS = { x: 0, y: 0, z: 0 } as const;

/** Commands zero from its first step; motion only while a fresh safety state allows it. The way back is kept in `ways`. */
export const gateNodeWith = (ways: WayStore) =>
  defineNode({
    name: "gate",
    period: TICK,
    subscribes: {
      safety: topics.safetyState,
      task: topics.taskMotion,
      operator: topics.operatorMotion,
      lease: topics.lease,
      joints: topics.jointStates,
      odometry: topics.odometry,
      scan: topics.scan,
      contacts: topics.bodyContacts,
      imu: topics.imu,
      leftWrench: topics.leftWrench,
      rightWrench: topics.rightWrench,
      resident: topics.resident,
    },
    publishes: { command: topics.hardwareCommand, report: topics.gateReport },
    wakes: ["safety"],

    start(io) {
      const { latest, publish } = io;
      let gate: Gate = closedGate(io.now());
      const watch = watchScan();
      let sequence = 0;
      let told: Way = ways.kept;
      /** until the robot knows where it stands */
      let kept: Way | undefined = ways.kept;
      let reported: { readonly at: Seconds; readonly text: string } | undefined;

      const report = (at: Seconds, gated: Gated, posture: Posture | undefined) => {
        const text = `${gated.source} ${gated.wayBack} ${isDown(gated.gate.way, posture)}`;
        if (reported?.text === text && at - reported.at < REPORT_PERIOD) return;
        reported = { at, text };
        publish.report(reportOf(at, gated, posture));
      };
      const takeUp = (posture: Posture | undefined) => {
        if (kept === undefined || posture === undefined) return;
        gate = { ...gate, way: resumed(kept, posture) };
        kept = undefined;
      };
      const keep = ({ way }: Gate) => {
        const back = way.contact === undefined ? NO_WAY : way;
        if (kept !== undefined || back === told) return;
        told = back;
        ways.keep(back);
      };
      return {
        step() {
          const at = io.now();
          const posture = postureOf(latest.joints, latest.odometry, at);
          takeUp(posture);
          const gated = gateStep(at, gate, {
            safety: latest.safety,
            task: latest.task,
            operator: latest.operator,
            lease: latest.lease,
            posture,
            support: supportNow(latest.leftWrench, latest.rightWrench, at),
            felt: feel(at, latest),
            near: watch(at, latest.scan),
          });
          gate = gated.gate;
          keep(gate);
          sequence = (sequence + 1) % 2 ** 32;
          publish.command(commandOf(at, sequence, gated));
          report(at, gated, posture);
        },
      };
    },
  });
/** The same, where nothing is ever switched off. */
export const gateNode = gateNodeWith(NO_WAYS);

function commandOf(at: Seconds, sequence: number, { velocities, gate }: Gated): HardwareCommand {
  const [x = 0, yaw = 0, ...joints] = velocities;
  return {
    header: { stamp: stampOf(at), frame_id: "base_link" },
    sequence,
    drive: { linear: { ...AXIS, x }, angular: { ...AXIS, z: yaw } },
    joint_names: JOINTS,
    joint_velocities: joints,
    set_brakes: gate.brakes.set,
  };
}

function reportOf(
  at: Seconds,
  { gate, source, limiting, wayBack }: Gated,
  posture: Posture | undefined,
): GateReport {
  return {
    header: { stamp: stampOf(at), frame_id: "base_link" },
    source,
    limiting,
    reject_reasons: Object.keys(gate.rejects),
    reject_counts: Object.values(gate.rejects),
    no_way_back: !wayBack,
    lowered: isDown(gate.way, posture),
  };
}
