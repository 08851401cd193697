// What happened so far, and what the machine remembers: for those who want to know exactly.
import { rank } from "../../../core/safety/demands.ts";
import { LOADS } from "../../../core/safety/observations.ts";
import { useTexts } from "../texts/language.ts";
import type { Trial, Turn } from "./trial.ts";
import { motionKey } from "./verdict.tsx";

export function Turns({ turns }: { readonly turns: readonly Turn[] }) {
  const { t, said } = useTexts();
  return (
    <section className="card" aria-label={t("safety.turns")}>
      <h2>{t("safety.turns")}</h2>
      <ol className="changes safety-turns" data-testid="turns">
        {turns.map(({ at, motion, demand, reasons }, place) => (
          <li key={turns.length - place}>
            <time>{t("safety.at", { seconds: at.toFixed(2) })}</time>
            <div>
              <strong>{said(motionKey(motion))}</strong> · {said(`demand.${rank(demand)}`)}
              {reasons.length > 0 && <p>{reasons.map((key) => said(key)).join(" · ")}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Read from the machine's own context: a new field is shown as soon as it is there. */
export function Inside({ trial }: { readonly trial: Trial }) {
  const { t, said } = useTexts();
  const { judged, ...memory } = trial.supervisor.snapshot.context;
  const wordOf = (name: string, value: string | boolean): string => {
    if (typeof value === "boolean") return t(value ? "safety.yes" : "safety.no");
    const load = (LOADS as readonly string[]).indexOf(value);
    return name === "load" ? said(`load.${load}`) : said(`demand.${rank(value as typeof judged.demand)}`);
  };
  return (
    <section className="card" aria-label={t("safety.inside")}>
      <details className="axes" data-testid="inside">
        <summary>{t("safety.inside")}</summary>
        <dl>
          {Object.entries({ ...judged, ...memory }).map(([name, value]) => (
            <div key={name} data-memory={name}>
              <dt>{said(`memory.${name}`)}</dt>
              <dd>{wordOf(name, value)}</dd>
            </div>
          ))}
          <div>
            <dt>{t("safety.speed")}</dt>
            <dd>{trial.verdict.speedScale}</dd>
          </div>
        </dl>
      </details>
    </section>
  );
}
