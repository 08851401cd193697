// What the supervisor says of this moment: a sentence in plain words, state, load, demand and command, why, and what may be done.
import { rank } from "../../../core/safety/demands.ts";
import { loadCode, MOTIONS } from "../../../core/safety/supervisor.ts";
import { type Verdict } from "../../../core/safety/verdict.ts";
import { Axes } from "../panels/axes.tsx";
import { Glyph } from "../panels/glyph.tsx";
import { GLYPHS, Lines, whyTitle } from "../panels/why.tsx";
import { useTexts } from "../texts/language.ts";
import type { Trial } from "./trial.ts";

type Texts = ReturnType<typeof useTexts>;

/** As the page names the state of a supervisor. */
export const motionKey = (motion: string) => `motion.${(MOTIONS as readonly string[]).indexOf(motion)}`;

/** One sentence for who has no time: whether it moves, why not, and what to do about it. */
function inPlainWords({ motion, reasons, possible }: Verdict, { t, said }: Texts): string {
  const word = said(motionKey(motion));
  const [reason] = reasons;
  if (motion === "ready" || motion === "moving" || motion === "lowering")
    return reason === undefined
      ? t("safety.free", { motion: word })
      : t("safety.slow", { motion: word, reason: said(reason) });
  const may = possible[0] === undefined ? t("may.nothing") : said(possible[0]);
  return t("safety.still", { reason: reason === undefined ? t("why.none") : said(reason), may });
}

/** Stays in sight: the state in a word, and the sentence. */
export function Now({ trial }: { readonly trial: Trial }) {
  const texts = useTexts();
  const { said } = texts;
  const { verdict } = trial;
  const glyph = GLYPHS[MOTIONS.indexOf(verdict.motion)] ?? "unknown";
  return (
    <section className="card state safety-now" data-kind={glyph} aria-label={texts.t("state.title")}>
      <header>
        <Glyph name={glyph} />
        <div>
          <strong className="state-word" data-testid="state-word" data-motion={verdict.motion}>
            {said(motionKey(verdict.motion))}
          </strong>
          <span className="state-load" data-testid="load">
            {said(`load.${loadCode(verdict.load)}`)}
          </span>
        </div>
      </header>
      <p role="status" aria-live="polite" data-testid="plain">
        {inPlainWords(verdict, texts)}
      </p>
      <Broken trial={trial} />
    </section>
  );
}

/** As many broken rules are told by their number at a glance. */
const GLANCE = 3;

/** The broken rules, worst first, and since when they are. */
function Broken({ trial: { verdict, since } }: { readonly trial: Trial }) {
  const { t } = useTexts();
  const more = verdict.broken.length - GLANCE;
  return (
    <ul className="safety-broken" data-testid="broken">
      {verdict.broken.slice(0, GLANCE).map((rule) => (
        <li
          key={`${rule.requirement} ${rule.when} ${rule.demand}`}
          className="chip"
          data-demand={rule.demand}
        >
          {rule.requirement} · {t("safety.since", { since: (since.get(rule) ?? 0).toFixed(2) })}
        </li>
      ))}
      {more > 0 && <li>{t("why.more", { count: more })}</li>}
    </ul>
  );
}

export function Advice({ trial }: { readonly trial: Trial }) {
  const { t, said } = useTexts();
  const { verdict, authority } = trial;
  const motion = MOTIONS.indexOf(verdict.motion);
  return (
    <section className="card safety-advice" aria-label={t("may.title")}>
      <dl className="facts">
        <div>
          <dt>{t("safety.demand")}</dt>
          <dd data-testid="demand" data-demand={verdict.demand}>
            {said(`demand.${rank(verdict.demand)}`)}
          </dd>
        </div>
        <div>
          <dt>{t("safety.lease")}</dt>
          <dd data-testid="lease" data-epoch={authority.epoch}>
            {said(`safety.lease.${authority.kind}`)}
          </dd>
        </div>
      </dl>
      <div className="state-why">
        <Lines
          title={whyTitle({ motion })}
          keys={verdict.reasons}
          none={t("why.none")}
          testid="reasons"
          most={Infinity}
        />
        <Lines
          title="may.title"
          keys={verdict.possible}
          none={t("may.nothing")}
          testid="possible"
          most={Infinity}
        />
        <Axes axes={verdict.axes} />
      </div>
    </section>
  );
}
