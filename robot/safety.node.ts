// The safety supervisor as a node: every 20 ms, and at once when somebody stops or a group dies, it says what the robot may do and why.
import type { Lease, SafetyState } from "../core/messages.ts";
import { defineNode } from "../core/node.ts";
import { rank } from "../core/safety/demands.ts";
import { invariants, lasting } from "../core/safety/invariants.ts";
import {
  bootSupervisor,
  isLatched,
  isStopped,
  loadCode,
  MOTIONS,
  step,
  type Supervisor,
  type Wishes,
} from "../core/safety/supervisor.ts";
import { verdictOf, type Verdict } from "../core/safety/verdict.ts";
import { rules } from "../core/safety/rules.ts";
import { stampOf } from "../core/time.ts";
import { services, topics } from "../core/topics.ts";
import { milliseconds, seconds, type Seconds } from "../core/units.ts";
import { command, leaseOf, NO_COMMAND } from "./command.ts";
import { FORGETFUL, type LatchStore } from "./latches.ts";
import { NOTHING_YET, observe } from "./observe.ts";
import { answerAct, type Desk } from "./people-acts.ts";
import { isGone, NOT_SEATED, senseSeat, type SeatLook } from "./seat.ts";

/** Lease.msg: 10 Hz. */
const LEASE_PERIOD = milliseconds(100);

/**
 * Safe idle from its first step, latched where `latches` says so. Throws when an invariant does not hold: its silence
 * then holds the robot.
 */
export const safetyNodeWith = (latches: LatchStore) =>
  defineNode({
    name: "safety_supervisor",
    period: milliseconds(20),
    parameters: {
      nonce: {
        default: 0,
        range: [0, 2 ** 32 - 1],
        about: "drawn anew at each start, marks this life's leases",
      },
    },
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
      groups: topics.groups,
      drives: topics.hardwareCommand,
      battery: topics.battery,
      task: topics.taskMotion,
      operator: topics.operatorMotion,
      person: topics.person,
      resident: topics.resident,
      signal: topics.operatorSignal,
      spoken: topics.heard,
    },
    publishes: { state: topics.safetyState, lease: topics.lease, said: topics.said },
    serves: { act: services.operatorAct },
    wakes: ["signal", "spoken", "estop", "groups"],

    start(io) {
      const { latest, take, publish } = io;
      let memory = NOTHING_YET;
      let seat = NOT_SEATED;
      let looking = io.now();
      let commanding = NO_COMMAND;
      let told: Told = { text: "", at: -Infinity };
      let wasLatched = latches.wasLatched;
      const booted = bootSupervisor(rules, wasLatched);
      let verdict = { of: booted, says: verdictOf(booted) };
      let desk: Desk = { supervisor: booted, leaseActs: [], seatGone: false };

      const tellLease = (at: Seconds) => {
        const lease = leaseOf(at, io.parameters.nonce, commanding);
        const text = summary(lease);
        if (text === told.text && at - told.at < LEASE_PERIOD) return;
        told = { text, at };
        publish.lease(lease);
      };
      const keepLatch = (supervisor: Supervisor) => {
        const latched = isLatched(supervisor);
        if (latched !== wasLatched) latches.keep(latched);
        wasLatched = latched;
      };
      /** Said from here, for the task that would say it may be dead. */
      const tellResident = (at: Seconds) =>
        publish.said({
          header: { stamp: stampOf(at), frame_id: "" },
          key: "say.lower",
          resident: latest.resident?.message.name ?? "",
        });
      return {
        step() {
          const at = io.now();
          const signals = take.signal();
          const { supervisor: before, leaseActs, seatGone } = desk;
          commanding = command(at, commanding, {
            signals,
            task: latest.task,
            operator: latest.operator,
            acts: leaseActs,
            loaded: before.snapshot.context.judged.load !== "none",
            stopped: isLatched(before),
          });
          const stopPressed = signals.some(({ message }) => message.stop_pressed);
          const heard = {
            ...latest,
            command: commanding,
            stopped: isStopped(before),
            stopPressed,
            seatGone,
            spoken: take.spoken(),
          };
          const looked = observe(at, memory, heard);
          memory = looked.memory;
          const supervisor = step(at, before, looked.wishes);
          seat = senseSeat(seat, seatLook(before, looked.wishes), seconds(Math.max(0, at - looking)));
          looking = at;
          desk = { supervisor, leaseActs: [], seatGone: seatGone || isGone(seat) };
          if (isNews(verdict.of, supervisor)) {
            assertInvariants(verdict.of, supervisor);
            verdict = { of: supervisor, says: verdictOf(supervisor) };
          }
          publish.state(stateOf(at, verdict.says));
          tellLease(at);
          if (!isLowering(before) && isLowering(supervisor)) tellResident(at);
          keepLatch(supervisor);
        },
        serve: {
          act: (request) => {
            const answered = answerAct(desk, commanding, request);
            desk = answered.desk;
            io.wake();
            return { refused: answered.refused !== undefined, reason: answered.refused ?? "" };
          },
        },
      };
    },
  });
/** The same, where nothing is ever switched off. */
export const safetyNode = safetyNodeWith(FORGETFUL);

/** What invariants and verdict look at has changed. */
const isNews = (before: Supervisor, now: Supervisor): boolean =>
  now.snapshot !== before.snapshot || now.broken !== before.broken || now.lowered !== before.lowered;

function assertInvariants(before: Supervisor, now: Supervisor): void {
  const failed = [
    ...Object.entries(invariants).filter(([, holds]) => !holds(now.snapshot)),
    ...Object.entries(lasting).filter(([, holds]) => !holds(before, now)),
  ];
  if (failed.length > 0) throw new Error(`does not hold: ${failed.map(([name]) => name).join("; ")}`);
}

const isLowering = ({ snapshot }: Supervisor): boolean => snapshot.value === "lowering";

const seatLook = (supervisor: Supervisor, { seen, lowered }: Wishes): SeatLook => ({
  lowering: isLowering(supervisor),
  arrived: lowered,
  support: seen.supportForce,
  limit: seen.supportLimit,
});

interface Told {
  readonly text: string;
  readonly at: number;
}

/** What of a lease everybody must know at once. */
const summary = ({ epoch, consent, asked_by: askedBy, on_site: onSite }: Lease) =>
  `${epoch} ${consent} ${onSite} ${askedBy}`;

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
  brakes_set: verdict.brakesSet,
  broken_requirements: [...new Set(verdict.broken.map((rule) => rule.requirement))],
  reasons: verdict.reasons,
  axes: verdict.axes,
  possible: verdict.possible,
});
