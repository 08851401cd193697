// The time of a simulated world: how it goes, pause, steps and speed, and moments that are kept.
import { useState } from "react";
import { SimTime_Request, type SimTime } from "../../../core/messages.ts";
import { services, topics } from "../../../core/topics.ts";
import { seconds } from "../../../core/units.ts";
import { useRoom, useSeen } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";
import { Glyph } from "./glyph.tsx";

/** s: a tick of the world, a look of the supervisor's rules, what a person can follow. */
const STEPS = [0.01, 0.1, 1] as const;
/** [1] SimTime.srv takes 0.1 to 4. */
const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4] as const;
const NOTHING = { duration: seconds(0), speed: 1, name: "" };
const PERCENT = 100;
/** [1] of the speed that was asked for: a machine that keeps up with less is said to be busy. */
const KEPT_UP = 0.8;
const isHeld = ({ paused, speed, pace }: SimTime) => !paused && pace < KEPT_UP * speed;

/** In words: whether it stands, how fast it goes, and where it is; `short` leaves out how fast it would go, and of time that is held where it is. */
function useWords() {
  const { t } = useTexts();
  return (time: SimTime, short = false): string => {
    const { paused, speed, pace: real, restored, world_time: at } = time;
    if (restored < 1) return t("time.restoring", { percent: Math.floor(restored * PERCENT) });
    const pace = speed === 1 || (short && paused) ? [] : [t("time.rate", { speed })];
    const word = t(paused ? "time.paused" : "time.running");
    const held = isHeld(time) ? [t("time.held", { pace: real.toFixed(1) })] : [];
    if (short && held.length > 0) return held.join();
    return [word, ...pace, ...held, t("time.at", { seconds: at.toFixed(2) })].join(" · ");
  };
}

/** In the top line while time does not go as a person's own. */
export function SimTimeChip() {
  const time = useSeen(topics.simTime)?.message;
  const words = useWords();
  if (time === undefined || (!time.paused && time.speed === 1 && !isHeld(time))) return null;
  return (
    <span className="chip sim-time-chip" data-testid="sim-time-chip">
      <Glyph name={time.paused ? "holding" : "moving"} />
      {words(time, true)}
    </span>
  );
}

/** Nothing where nobody simulates time. */
export function SimTimePanel() {
  const time = useSeen(topics.simTime)?.message;
  return time === undefined ? null : <Turning time={time} />;
}

function Turning({ time }: { readonly time: SimTime }) {
  const room = useRoom();
  const { t } = useTexts();
  const words = useWords();
  const [name, setName] = useState("moment-1");
  const [answer, setAnswer] = useState("");
  const { PAUSE, RUN, STEP, SPEED, SAVE, RESTORE } = SimTime_Request;
  const turn = async (request: Partial<SimTime_Request>) => {
    const reply = await room.graph.call(services.simTime, { ...NOTHING, command: PAUSE, ...request });
    setAnswer(reply.ok ? reply.response.reason : t("act.no_answer"));
  };
  const said = answer || time.reason || (time.moment && t("time.kept", { name: time.moment }));
  return (
    <fieldset className="sim-time">
      <legend>{t("time.title")}</legend>
      <p className="sim-time-now" data-testid="sim-time" data-paused={time.paused}>
        <Glyph name={time.paused ? "holding" : "moving"} />
        {words(time)}
      </p>
      <button
        type="button"
        className="sim-time-pause"
        data-testid="time-pause"
        onClick={() => void turn({ command: time.paused ? RUN : PAUSE })}
      >
        {t(time.paused ? "time.run" : "time.pause")}
      </button>
      <span className="sim-time-caption">{t("time.steps")}</span>
      <div className="sim-time-steps" role="group" aria-label={t("time.steps")}>
        {STEPS.map((by) => (
          <button
            key={by}
            type="button"
            data-testid={`time-step-${by}`}
            onClick={() => void turn({ command: STEP, duration: seconds(by) })}
          >
            {t("time.step", { seconds: by })}
          </button>
        ))}
      </div>
      <label>
        {t("time.speed")}
        <select
          data-testid="time-speed"
          value={time.speed}
          onChange={(event) => void turn({ command: SPEED, speed: Number(event.target.value) })}
        >
          {[...new Set([...SPEEDS, time.speed])].map((speed) => (
            <option key={speed} value={speed}>
              {t("time.rate", { speed })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("time.moment")}
        <input
          type="text"
          data-testid="time-moment"
          value={name}
          maxLength={64}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="button" data-testid="time-save" onClick={() => void turn({ command: SAVE, name })}>
        {t("time.save")}
      </button>
      <button type="button" data-testid="time-restore" onClick={() => void turn({ command: RESTORE, name })}>
        {t("time.restore")}
      </button>
      <p className="sim-time-after">{t("time.after")}</p>
      <p className="answer" role="status" data-testid="time-answer">
        {said}
      </p>
    </fieldset>
  );
}
