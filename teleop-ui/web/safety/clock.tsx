// A trial's own time: in steps, or let run; and the situation in which it begins.
import { useEffect, useState } from "react";
import { milliseconds, seconds, type Seconds } from "../../../core/units.ts";
import { useTexts } from "../texts/language.ts";
import { read } from "./conditions.ts";
import { SITUATIONS, type Situation } from "./situations.ts";
import { TICK } from "./trial.ts";

const STEPS: readonly Seconds[] = [TICK, milliseconds(100), seconds(1)];
/** While time runs it passes in pieces of this length, one piece each as long as it is. */
const PIECE = milliseconds(50);
const MILLI = 1000;

interface ClockProps {
  readonly now: Seconds;
  readonly pass: (by: Seconds) => void;
}

export function Clock({ now, pass }: ClockProps) {
  const { t } = useTexts();
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => pass(PIECE), PIECE * MILLI);
    return () => clearInterval(timer);
  }, [running, pass]);
  return (
    <section className="card safety-clock" aria-label={t("safety.time")}>
      <h2>
        {t("safety.time")} <strong data-testid="now">{t("safety.at", { seconds: now.toFixed(2) })}</strong>
      </h2>
      <div className="safety-row">
        {STEPS.map((by) => (
          <button type="button" key={by} data-testid={`step-${by}`} onClick={() => pass(by)}>
            +{read("span", by)}
          </button>
        ))}
        <button
          type="button"
          className="primary"
          data-testid="play"
          aria-pressed={running}
          onClick={() => setRunning(!running)}
        >
          {t(running ? "safety.pause" : "safety.play")}
        </button>
      </div>
    </section>
  );
}

export function Beginnings({ begin }: { readonly begin: (situation: Situation) => void }) {
  const { t } = useTexts();
  return (
    <section className="safety-begin" aria-label={t("safety.begin")}>
      <h2>{t("safety.begin")}</h2>
      <div className="safety-row">
        {SITUATIONS.map((situation) => (
          <button
            type="button"
            className="small"
            key={situation}
            data-testid={`begin-${situation}`}
            onClick={() => begin(situation)}
          >
            {t(`safety.begin.${situation}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
