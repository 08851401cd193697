// The hand that drives the robot for the stop bench: it makes the robot ready after each stop and keeps it moving until the next.
import { MotionRequest, OperatorAct_Request, SafetyState, type GateReport } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { ticketOf } from "../../core/ticket.ts";
import { stampOf } from "../../core/time.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, seconds, type Seconds } from "../../core/units.ts";

/** m/s: slow and to and fro, so that the robot stays where it began. */
const SPEED = 0.03;
const TURN_ROUND = seconds(1);
/** A source that was stopped is heard again when it has asked for rest: so long. */
const REST = milliseconds(100);
const LIFE = milliseconds(200);
const AXIS = { x: 0, y: 0, z: 0 } as const;

export interface Hand {
  /** false: asks for nothing, so that the robot stands. */
  drives: boolean;
  /** Why the robot does not move, in the robot's own words, and what its gate refused so far. */
  reasons: readonly string[];
}

/** Drives in the name of the operator in command, whose page beats; acts as somebody on site would. */
export const handNode = (hand: Hand) =>
  defineNode({
    name: "bench_hand",
    period: milliseconds(20),
    subscribes: {
      safety: topics.safetyState,
      signal: topics.operatorSignal,
      gate: topics.gateReport,
      lease: topics.lease,
    },
    publishes: { motion: topics.operatorMotion },
    calls: { act: services.operatorAct },
    start(io) {
      let operator = "";
      let sequence = 0;
      let asking = false;
      let readySince: Seconds | undefined;
      let direction = 1;
      let turned = io.now();

      const ask = (act: number) => {
        if (asking) return;
        asking = true;
        io.call.act({ act, operator_name: operator, on_site: true }, () => (asking = false));
      };
      const makeReady = (state: SafetyState) => {
        if (state.needs_reset) ask(OperatorAct_Request.RESET);
        else if (state.needs_confirmation) ask(OperatorAct_Request.CONFIRM_ON_SITE);
        else if (state.needs_start) ask(OperatorAct_Request.START);
      };
      const speed = (at: Seconds): number => {
        if (readySince === undefined || at - readySince < REST) return 0;
        if (at - turned >= TURN_ROUND) {
          direction = -direction;
          turned = at;
        }
        return direction * SPEED;
      };
      const push = (at: Seconds) => {
        sequence += 1;
        io.publish.motion({
          header: { stamp: stampOf(at), frame_id: "base_link" },
          kind: MotionRequest.DRIVE,
          source: operator,
          ...ticketOf(io.latest.lease?.message),
          sequence,
          time_to_live: LIFE,
          drive: { linear: { ...AXIS, x: speed(at) }, angular: AXIS },
          joint_names: [],
          joint_velocities: [],
        });
      };
      return {
        step() {
          const at = io.now();
          for (const { message } of io.take.signal()) operator = message.operator_name || operator;
          const state = io.latest.safety?.message;
          hand.reasons = told(operator, state, io.latest.gate?.message);
          if (state === undefined || operator === "" || !hand.drives) return void (readySince = undefined);
          makeReady(state);
          readySince = isReady(state) ? (readySince ?? at) : undefined;
          return push(at);
        },
      };
    },
  });

const isReady = ({ motion, drive_blocked: blocked }: SafetyState) =>
  !blocked && (motion === SafetyState.READY || motion === SafetyState.MOVING);

const told = (operator: string, state: SafetyState | undefined, gate: GateReport | undefined) => [
  operator === "" ? "nobody is in command" : `${operator} is in command`,
  state === undefined ? "the safety state is silent" : `motion ${state.motion}`,
  ...(state?.reasons ?? []),
  ...(gate?.reject_reasons ?? []).map((reason, i) => `${gate?.reject_counts[i]} × ${reason}`),
];
