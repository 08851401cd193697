// What the robot was allowed over time, as a band of words and colours, and under it each change with its reasons.
import type { AllowedSpan } from "../../../core/incident.ts";
import { SafetyState } from "../../../core/messages.ts";
import { showMoment } from "./moment.ts";
import { useTexts } from "../texts/language.ts";

/** [s] the band shows before and after the incident. */
const AROUND = 30;
/** [%] of the band below which a word does not fit. */
const WORD_FITS = 9;

const KINDS: Readonly<Record<number, string>> = {
  [SafetyState.SAFE_IDLE]: "locked",
  [SafetyState.READY]: "free",
  [SafetyState.MOVING]: "free",
  [SafetyState.HOLDING]: "locked",
  [SafetyState.LOWERING]: "free",
};
const kindOf = (motion: number) => KINDS[motion] ?? "stopped";

const percent = (time: number) => (time / (2 * AROUND)) * 100;

/** Spans of one motion are one block. */
function blocks(spans: readonly AllowedSpan[]) {
  const starts = spans.filter(({ motion }, place) => motion !== spans[place - 1]?.motion);
  return starts.map(({ t, motion }, place) => {
    const end = starts[place + 1]?.t ?? AROUND;
    return { t, motion, left: percent(t + AROUND), width: percent(end - t) };
  });
}

export function States({ spans }: { readonly spans: readonly AllowedSpan[] }) {
  const { t, said } = useTexts();
  return (
    <section className="card" aria-label={t("incident.states")}>
      <h2>{t("incident.states")}</h2>
      <div className="band" data-testid="band" aria-hidden="true">
        {blocks(spans).map(({ t: at, motion, left, width }) => (
          <span key={at} data-kind={kindOf(motion)} style={{ left: `${left}%`, width: `${width}%` }}>
            {width > WORD_FITS ? said(`motion.${motion}`) : ""}
          </span>
        ))}
        <i className="band-moment" />
      </div>
      <ol className="changes" data-testid="changes" ref={showMoment}>
        {spans.map(({ t: at, motion, demand, load, reasons, requirements }) => (
          <li key={at} data-kind={kindOf(motion)} data-moment={at === 0}>
            <time>{t("incident.seconds", { seconds: at.toFixed(2) })}</time>
            <div>
              <strong>{said(`motion.${motion}`)}</strong> · {said(`demand.${demand}`)} ·{" "}
              {said(`load.${load}`)}
              {reasons.length > 0 && <p>{reasons.map((key) => said(key)).join(" · ")}</p>}
            </div>
            <span className="incident-rules">{requirements.join(" ")}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
