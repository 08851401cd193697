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
  const room = useRoom();
  const { t, said } = useTexts();
  const links = useLinks();
  const { message, age } = useAged(topics.taskState);
  const safety = useAged(topics.safetyState);
  const [ended, setEnded] = useState("");
  const fresh = links.graph && message !== undefined && age <= STATE_STALE;
  const running = message !== undefined && !OVER.includes(message.phase);
  const startable = safety.message?.possible.includes("may.start_task") === true && safety.age <= STATE_STALE;

  const start = () => {
    setEnded("");
    if (!room.standUp((why) => setEnded(why))) setEnded(t("act.disconnected"));
  };
  return (
    <section className="card task" data-stale={!fresh} aria-label={t("task.title")}>
      <header>
        <h2>{t("task.title")}</h2>
        <strong data-testid="phase" data-phase={message?.phase} role="status">
          {message ? said(`phase.${message.phase}`) : "–"}
        </strong>
        <Age age={age} stale={!fresh} />
      </header>
      <ol className="steps">
        {STEPS.map((step) => (
          <li
            key={step}
            aria-current={message?.phase === step ? "step" : undefined}
            data-done={isDone(message, step)}
          >
            <span>{said(`phase.${step}`)}</span>
          </li>
        ))}
      </ol>
      <progress data-testid="progress" max={1} value={message?.progress ?? 0} aria-label={t("task.title")} />
      <dl className="facts">
        <dt>{t("task.support")}</dt>
        <dd data-testid="support">{t("task.body_weight", { percent: percentOf(message?.support ?? 0) })}</dd>
        <dt>{t("task.peak")}</dt>
        <dd>{percentOf(message?.peak_support ?? 0)} %</dd>
      </dl>
      <Prompt waitingFor={running ? (message?.waiting_for ?? "") : ""} />
      <p className="answer" role="status" data-testid="task-answer">
        {message?.reason ? said(message.reason) : ended && t("task.ended", { why: ended })}
      </p>
      <div className="task-row">
        <button
          type="button"
          className="primary"
          data-testid="stand-up"
          disabled={!fresh || running || !startable}
          onClick={start}
        >
          {t("task.start")}
        </button>
        <button
          type="button"
          data-testid="cancel"
          disabled={!links.graph || !running}
          onClick={() => void room.cancelStandUp()}
        >
          {t("task.cancel")}
        </button>
      </div>
    </section>
  );
}

const isDone = (task: TaskState | undefined, step: number) =>
  task !== undefined &&
  task.phase !== TaskState.FAILED &&
  task.phase !== TaskState.PAUSED &&
  task.phase > step;
