// The baseline "position": a task that offers the same action and goes the same nominal way by position and clock, and feels nothing.
import {
  StandUp_Result,
  TaskState,
  type StandUp_Feedback,
  type StandUp_Goal,
} from "../../../core/messages.ts";
import { defineNode, type ActiveGoal } from "../../../core/node.ts";
import { stampOf } from "../../../core/time.ts";
import { actions, topics } from "../../../core/topics.ts";
import { seconds } from "../../../core/units.ts";
import { STILL, type Velocities } from "../../../planner/stand-up/moves.ts";
import { asker } from "../../../planner/stand-up/request.ts";
import { sense, type Senses } from "../../../planner/stand-up/senses.ts";
import type { TaskSite } from "../../../planner/stand-up/stand-up.node.ts";
import { TIMINGS } from "../../../planner/stand-up/timings.ts";
import { planOf, type Stage } from "./plan.ts";

type Goal = ActiveGoal<StandUp_Goal, StandUp_Result, StandUp_Feedback>;
interface Work {
  readonly plan: readonly Stage[];
  readonly since: number;
  stage: number;
  stageSince: number;
  follow: ((time: number, place: Senses) => Velocities) | undefined;
}

/**
 * Under the name and with the topics of our own task, so that the same gate follows it. It looks once where the person
 * sits; then it hears no answer, feels no force, and its clock goes on while the robot is held.
 */
export const positionNode = ({ home, seats }: TaskSite) =>
  defineNode({
    name: "stand_up",
    period: TIMINGS.period,
    subscribes: {
      person: topics.person,
      resident: topics.resident,
      joints: topics.jointStates,
      odometry: topics.odometry,
      lease: topics.lease,
      gate: topics.gateReport,
    },
    publishes: { motion: topics.taskMotion, state: topics.taskState, said: topics.said },
    offers: { standUp: actions.standUp },
    start({ now, latest, publish, active }) {
      const ask = asker();
      let work: Work | undefined;
      const senses = () => sense({ ...latest, left: undefined, right: undefined }, home, now());
      const begin = (): Work | undefined => {
        const place = senses();
        const [seat] = seats.toSorted((a, b) => far(a, place) - far(b, place));
        if (place.person === undefined || seat === undefined) return undefined;
        const plan = planOf(place, place.person, seat, place);
        return { plan, since: now(), stage: -1, stageSince: now(), follow: undefined };
      };
      const tell = (phase: number) =>
        publish.state({
          header: { stamp: stampOf(now()), frame_id: "" },
          task: work === undefined ? "" : "stand_up",
          phase,
          progress: work === undefined ? 0 : Math.max(0, work.stage) / work.plan.length,
          support: 0,
          peak_support: 0,
          waiting_for: "",
          reason: "",
        });
      const say = (key: string) =>
        publish.said({
          header: { stamp: stampOf(now()), frame_id: "" },
          key,
          resident: latest.resident?.message.name ?? "",
        });
      /** The stage of this moment, entered if it is new; undefined after the last. */
      const enter = (at: Work, place: Senses): Stage | undefined => {
        const current = at.plan[at.stage];
        if (current !== undefined && now() - at.stageSince < current.lasts) return current;
        at.stage += 1;
        at.stageSince = now();
        const next = at.plan[at.stage];
        at.follow = next?.begin(place);
        if (next?.says !== undefined) say(next.says);
        return next;
      };
      const goOn = (at: Work, goal: Goal) => {
        const place = senses();
        const stage = enter(at, place);
        const wanted = at.follow?.(now() - at.stageSince, place) ?? STILL;
        publish.motion(ask(now(), wanted, { lease: latest.lease?.message, report: latest.gate?.message }));
        tell(stage?.phase ?? TaskState.DONE);
        const took = now() - at.since;
        if (stage === undefined) goal.end("succeeded", ended(StandUp_Result.STOOD, took));
        else if (goal.cancelRequested) goal.end("canceled", ended(StandUp_Result.CANCELED, took));
        else return;
        work = undefined;
      };
      return {
        accept: { standUp: () => (begin() === undefined ? "task.nobody_seated" : undefined) },
        step() {
          const goal = active.standUp();
          work = goal === undefined ? undefined : (work ?? begin());
          if (goal !== undefined && work !== undefined) return goOn(work, goal);
          goal?.end("aborted", ended(StandUp_Result.NOT_READY, 0));
          tell(TaskState.IDLE);
        },
      };
    },
  });

const far = ({ x, y }: { readonly x: number; readonly y: number }, { person }: Senses) =>
  Math.hypot(x - (person?.hip[0] ?? NaN), y - (person?.hip[1] ?? NaN));

const ended = (code: number, duration: number): StandUp_Result => ({
  code,
  reason: "",
  peak_support: 0,
  duration: seconds(duration),
});
