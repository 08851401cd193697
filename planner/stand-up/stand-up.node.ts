// The stand-up task as a node: a goal in, motion requests and words to the resident out, and what the task is doing.
import {
  Person,
  SafetyState,
  type StandUp_Feedback,
  type StandUp_Goal,
  type StandUp_Result,
} from "../../core/messages.ts";
import { defineNode, type ActiveGoal } from "../../core/node.ts";
import { LIMITS } from "../../core/safety/limits.ts";
import { stampOf } from "../../core/time.ts";
import { actions, topics } from "../../core/topics.ts";
import { metres, milliseconds, seconds, type Seconds } from "../../core/units.ts";
import type { FloorPose } from "../dock.ts";
import type { Seat } from "./aim.ts";
import { STILL } from "./moves.ts";
import { asker } from "./request.ts";
import { beginRun } from "./run.ts";
import { padShare, sense, type Senses } from "./senses.ts";
import { endOf, NOT_READY, progress, resultOf, stateMessage, touches, type ActiveTask } from "./telling.ts";
import { TIMINGS } from "./timings.ts";
import { END_RESULTS, PHASE_CODES, SAYS } from "./words.ts";

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

type Goal = ActiveGoal<StandUp_Goal, StandUp_Result, StandUp_Feedback>;

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
      lease: topics.lease,
      gate: topics.gateReport,
      heard: topics.heard,
    },
    publishes: { motion: topics.taskMotion, state: topics.taskState, said: topics.said },
    offers: { standUp: actions.standUp },
    start({ now, latest, take, publish, active }) {
      let task: ActiveTask | undefined;
      const ask = asker();
      let before = now();
      let told = seconds(-Infinity);

      const senses = (): Senses => sense(latest, home, now());
      const held = (): boolean => {
        const state = latest.safety;
        if (state === undefined || !(now() - state.receivedAt <= SAFETY_SILENCE)) return true;
        return state.message.motion !== SafetyState.READY && state.message.motion !== SafetyState.MOVING;
      };
      const seatOf = (sensed: Senses): Seat | undefined => {
        const hip = sensed.person?.hip;
        if (hip === undefined || latest.person?.message.posture !== Person.POSTURE_SITTING) return undefined;
        return seats.find((seat) => Math.hypot(seat.x - hip[0], seat.y - hip[1]) <= ON_SEAT);
      };
      const refusal = (riseTime: Seconds): string | undefined => {
        const [least, most] = TIMINGS.riseRange;
        if (riseTime !== 0 && !(riseTime >= least && riseTime <= most))
          return `rise_time ${riseTime}: expected 0 or ${least} to ${most} s`;
        if (held()) return "task.robot_held";
        const sensed = senses();
        if (seatOf(sensed) === undefined) return "task.nobody_seated";
        return sensed.bodyMass < LIMITS.residentMass ? undefined : "reason.resident_not_liftable";
      };
      const begin = (riseTime: Seconds): ActiveTask | undefined => {
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
      const tell = (support: number) => {
        publish.state(stateMessage(now(), task, support));
        told = now();
      };
      /** Says what belongs to a phase that has just begun; else, now and then, how far it is. */
      const report = (active_: ActiveTask, goal: Goal, support: number) => {
        const where = active_.run.where();
        if (where !== active_.where) {
          active_.where = where;
          const key = SAYS[where];
          if (key !== undefined) say(key);
          tell(support);
        } else if (now() - told >= STATE_PERIOD) {
          tell(support);
          goal.feedback({
            phase: PHASE_CODES[where],
            progress: progress(where, active_.run.share()),
            support,
          });
        }
      };
      const say = (key: string) =>
        publish.said({
          header: { stamp: stampOf(now()), frame_id: "" },
          key,
          resident: latest.resident?.message.name ?? "",
        });
      /** One step of a task at work. */
      const work = (active_: ActiveTask, goal: Goal, dt: Seconds) => {
        const sensed = senses();
        const support = padShare(sensed);
        for (const { message } of take.heard()) active_.run.heard(message.key);
        if (goal.cancelRequested) active_.run.cancel();
        const fresh = active_.where === undefined;
        const wanted = active_.run.step(now(), dt, sensed, held());
        if (touches(active_.where) && support > active_.peak) active_.peak = support;
        const known = { lease: latest.lease?.message, report: latest.gate?.message };
        publish.motion(ask(now(), fresh ? STILL : wanted, known));
        report(active_, goal, support);
        const end = endOf(active_.where);
        if (end === undefined) return;
        goal.end(END_RESULTS[end].outcome, resultOf(active_, end, now()));
        task = undefined;
      };
      return {
        accept: { standUp: ({ rise_time }) => refusal(rise_time) },
        step() {
          const dt = seconds(Math.min(now() - before, 5 * TIMINGS.period));
          before = now();
          const goal = active.standUp();
          if (goal === undefined) task = undefined;
          else task ??= begin(goal.goal.rise_time);
          if (goal !== undefined && task !== undefined) return work(task, goal, dt);
          take.heard();
          goal?.end("aborted", NOT_READY);
          if (now() - told >= STATE_PERIOD) tell(padShare(senses()));
        },
      };
    },
  });
