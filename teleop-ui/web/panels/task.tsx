// The stand-up task: start, how far it is, how much is borne, what the resident hears, and giving it up.
import { useState } from "react";
import { TaskState } from "../../../core/messages.ts";
import { topics } from "../../../core/topics.ts";
import { STATE_STALE } from "../link/ages.ts";
import { useAged, useLinks, useRoom } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";
import { Age } from "./age.tsx";
import { Prompt } from "./prompt.tsx";

const STEPS = [
  TaskState.APPROACH,
  TaskState.ASK,
  TaskState.CONTACT,
  TaskState.LEAN,
  TaskState.LIFT,
  TaskState.STABILISE,
  TaskState.RELEASE,
] as const;
const OVER: readonly number[] = [TaskState.IDLE, TaskState.DONE, TaskState.FAILED];
const percentOf = (share: number) => Math.round(share * 100);

export function Task() {
  const { t, said } = useTexts();
  const { graph } = useLinks();
  const { message, age } = useAged(topics.taskState);
  const fresh = graph && message !== undefined && age <= STATE_STALE;
  const task = message ?? NO_TASK;
  const running = !OVER.includes(task.phase);
  return (
    <section className="card task" data-stale={!fresh} aria-label={t("task.title")}>
      <header>
        <h2>{t("task.title")}</h2>
        <strong data-testid="phase" data-phase={task.phase} role="status">
          {message ? said(`phase.${task.phase}`) : "–"}
        </strong>
        <Age age={age} stale={!fresh} />
      </header>
      <Steps phase={task.phase} />
      <progress data-testid="progress" max={1} value={task.progress} aria-label={t("task.title")} />
      <dl className="facts">
        <dt>{t("task.support")}</dt>
        <dd data-testid="support">{t("task.body_weight", { percent: percentOf(task.support) })}</dd>
        <dt>{t("task.peak")}</dt>
        <dd>{percentOf(task.peak_support)} %</dd>
      </dl>
      <Prompt waitingFor={running ? task.waiting_for : ""} />
      <Begin fresh={fresh} running={running} reason={task.reason} />
    </section>
  );
}

/** Before the first state arrives. */
const NO_TASK = {
  phase: TaskState.IDLE,
  progress: 0,
  support: 0,
  peak_support: 0,
  waiting_for: "",
  reason: "",
};

function Steps({ phase }: { readonly phase: number }) {
  const { said } = useTexts();
  const began = phase !== TaskState.FAILED && phase !== TaskState.PAUSED;
  return (
    <ol className="steps">
      {STEPS.map((step) => (
        <li key={step} aria-current={phase === step ? "step" : undefined} data-done={began && phase > step}>
          <span>{said(`phase.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}

interface BeginProps {
  readonly fresh: boolean;
  readonly running: boolean;
  readonly reason: string;
}

function Begin({ fresh, running, reason }: BeginProps) {
  const room = useRoom();
  const { t, said } = useTexts();
  const safety = useAged(topics.safetyState);
  const [ended, setEnded] = useState("");
  const startable = safety.age <= STATE_STALE && safety.message?.possible.includes("may.start_task") === true;
  const mayBegin = fresh && !running && startable;
  const start = () => {
    setEnded("");
    if (!room.standUp((why) => setEnded(keyIn(why)))) setEnded("act.disconnected");
  };
  return (
    <>
      <p className="answer" role="status" data-testid="task-answer">
        {said(reason === "" ? ended : reason)}
      </p>
      {mayBegin && (
        <p className="look-first" id="look-first" data-testid="look-first">
          {t("task.look_first")}
        </p>
      )}
      <div className="task-row">
        <button
          type="button"
          className="primary"
          data-testid="stand-up"
          disabled={!mayBegin}
          aria-describedby={mayBegin ? "look-first" : undefined}
          onClick={start}
        >
          {t("task.start")}
        </button>
        <button
          type="button"
          data-testid="cancel"
          disabled={!fresh || !running}
          onClick={() => void room.cancelStandUp()}
        >
          {t("task.cancel")}
        </button>
      </div>
    </>
  );
}

/** The text key in what roslib says of a goal that ended: it wraps the robot's own words in its own. */
const keyIn = (why: string) =>
  why === "" ? "" : (/\b(?:task|reason)\.[a-z_]+/.exec(why)?.[0] ?? "task.not_begun");
