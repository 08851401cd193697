// The stand-up task as a node: a goal in, motion requests and words to the resident out, and what the task is doing.
import {
  SafetyState,
  StandUp_Result,
  TaskState,
  type StandUp_Result as Result,
} from "../../core/messages.ts";
import { padSupport } from "../../core/motion/support.ts";
import { defineNode } from "../../core/node.ts";
import { ageOf, stampOf } from "../../core/time.ts";
import { actions, topics } from "../../core/topics.ts";
import { metres, milliseconds, newtons, seconds, type Seconds } from "../../core/units.ts";
import type { FloorPose } from "../dock.ts";
import type { Seat } from "./aim.ts";
import { END_RESULTS, PHASE_CODES, PROGRESS, SAYS } from "./words.ts";
import { requestOf } from "./request.ts";
import { beginRun, type End, type Run, type Where } from "./run.ts";
import { baseInMap, bodyWeight, FRESH, jointPosition, seenPerson, type Senses } from "./senses.ts";
import { STILL } from "./moves.ts";
import { TIMINGS } from "./timings.ts";

/** What the site's map knows: where the robot is switched on, and the seats. */
export interface TaskSite {
  readonly home: FloorPose;
  readonly seats: readonly Seat[];
}
/** A person further than this from every seat of the map sits on none of them. */
const ON_SEAT = metres(0.4);
/** SafetyState.msg: absence for 150 ms means hold. */
const SAFETY_SILENCE = milliseconds(150);
const STATE_PERIOD = milliseconds(100);
const TOLERANCE = milliseconds(50);

interface Task {
  readonly run: Run;
  readonly since: Seconds;
  peak: number;
  where: Where | undefined;
}

/** Offers `standUp`. Publishes motion requests only while a goal is active; of a paused one requests to stand still. */
export const standUpNode = ({ home, seats }: TaskSite) =>
  defineNode({
    name: "stand_up",
    period: TIMINGS.period,
    wakes: ["heard"],
    subscribes: {
      person: topics.person,
      resident: topics.resident,
      joints: topics.jointStates,
      odometry: topics.odometry,
      left: topics.leftWrench,
      right: topics.rightWrench,
      safety: topics.safetyState,
      heard: topics.heard,
    },
    publishes: { motion: topics.taskMotion, state: topics.taskState, said: topics.said },
    offers: { standUp: actions.standUp },
    start({ now, latest, take, publish, active }) {
      let task: Task | undefined;
      let sequence = 0;
      let before = now();
      let told = seconds(-Infinity);

      const senses = (): Senses => {
        const resident = latest.resident?.message;
        const person = latest.person?.message;
        const age = ageOf(person?.header.stamp, now(), TOLERANCE);
        return {
          base: baseInMap(home, latest.odometry?.message),
          lift: jointPosition(latest.joints?.message, "lift_joint"),
          leftArm: jointPosition(latest.joints?.message, "left_arm_joint"),
          rightArm: jointPosition(latest.joints?.message, "right_arm_joint"),
          support: padSupport(latest.left?.message, latest.right?.message),
          pull: newtons(
            (latest.left?.message.wrench.force.x ?? NaN) + (latest.right?.message.wrench.force.x ?? NaN),
          ),
          leftSide: newtons(Math.abs(latest.left?.message.wrench.force.y ?? NaN)),
          rightSide: newtons(Math.abs(latest.right?.message.wrench.force.y ?? NaN)),
          bodyWeight: bodyWeight(resident),
          bodyMass: resident?.body_mass ?? NaN,
          stature: metres(resident?.stature ?? NaN),
          person: age <= FRESH ? seenPerson(person, age) : undefined,
        };
      };
      const held = (): boolean => {
        const state = latest.safety;
        if (state === undefined || !(now() - state.receivedAt <= SAFETY_SILENCE)) return true;
        return state.message.motion !== SafetyState.READY && state.message.motion !== SafetyState.MOVING;
      };
      const seatOf = (sensed: Senses): Seat | undefined => {
        const hip = sensed.person?.hip;
        if (hip === undefined || latest.person?.message.posture !== 2) return undefined;
        return seats.find((seat) => Math.hypot(seat.x - hip[0], seat.y - hip[1]) <= ON_SEAT);
      };
      const refusal = (riseTime: Seconds): string | undefined => {
        const [least, most] = TIMINGS.riseRange;
        if (riseTime !== 0 && !(riseTime >= least && riseTime <= most))
          return `rise_time ${riseTime}: expected 0 or ${least} to ${most} s`;
        if (held()) return "task.robot_held";
        const sensed = senses();
        return seatOf(sensed) === undefined ? "task.nobody_seated" : undefined;
      };
      const begin = (riseTime: Seconds): Task | undefined => {
        const sensed = senses();
        const seat = seatOf(sensed);
        if (sensed.person === undefined || seat === undefined) return undefined;
        return {
          run: beginRun(now(), sensed, sensed.person, seat, riseTime),
          since: now(),
          peak: 0,
          where: undefined,
        };
      };
      const tell = (state: Task | undefined, support: number) => {
        const where = state?.where;
        publish.state({
          header: { stamp: stampOf(now()), frame_id: "" },
          task: state === undefined ? "" : "stand_up",
          phase: where === undefined ? TaskState.IDLE : PHASE_CODES[where],
          progress: where === undefined ? 0 : progress(where, state?.run.share() ?? 0),
          support,
          peak_support: state?.peak ?? 0,
          waiting_for: where === "ask" ? "wait.answer" : where === "paused" ? "wait.robot" : "",
          reason: where === undefined ? "" : (END_RESULTS[where as End]?.reason ?? ""),
        });
        told = now();
      };
      const result = (done: Task, end: End): Result => ({
        code: END_RESULTS[end].code,
        reason: END_RESULTS[end].reason,
        peak_support: done.peak,
        duration: seconds(now() - done.since),
      });
      return {
        accept: { standUp: ({ rise_time }) => refusal(rise_time) },
        step() {
          const dt = seconds(Math.min(now() - before, 5 * TIMINGS.period));
          before = now();
          const words = take.heard();
          const goal = active.standUp();
          if (goal === undefined) task = undefined;
          else task ??= begin(goal.goal.rise_time);
          if (goal !== undefined && task === undefined) {
            goal.end("aborted", {
              code: StandUp_Result.NOT_READY,
              reason: "task.nobody_seated",
              peak_support: 0,
              duration: seconds(0),
            });
          }
          const sensed = senses();
          const support = sensed.support / sensed.bodyWeight;
          if (goal === undefined || task === undefined) {
            if (now() - told >= STATE_PERIOD) tell(undefined, support);
            return;
          }
          for (const { message } of words) task.run.heard(message.key);
          if (goal.cancelRequested) task.run.cancel();
          const fresh = task.where === undefined;
          const wanted = task.run.step(now(), dt, sensed, held());
          task.peak = Math.max(task.peak, Number.isFinite(support) && touches(task.where) ? support : 0);
          sequence += 1;
          publish.motion(requestOf(now(), sequence, fresh ? STILL : wanted));
          const where = task.run.where();
          if (where !== task.where) {
            task.where = where;
            const key = SAYS[where];
            if (key !== undefined)
              publish.said({
                header: { stamp: stampOf(now()), frame_id: "" },
                key,
                resident: latest.resident?.message.name ?? "",
              });
            tell(task, support);
          } else if (now() - told >= STATE_PERIOD) {
            tell(task, support);
            goal.feedback({
              phase: PHASE_CODES[where],
              progress: progress(where, task.run.share()),
              support,
            });
          }
          const end = Object.keys(END_RESULTS).find((name) => name === where) as End | undefined;
          if (end === undefined) return;
          goal.end(END_RESULTS[end].outcome, result(task, end));
          task = undefined;
        },
      };
    },
  });

const touches = (where: Where | undefined) =>
  where !== undefined && ["lean", "lift", "stabilise", "release", "paused"].includes(where);

function progress(where: Where, share: number): number {
  const [from, to] = PROGRESS[where];
  return from + (to - from) * share;
}
