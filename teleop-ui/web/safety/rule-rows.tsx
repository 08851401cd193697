// The table of rules as rows: what each looks at, what it demands, how it clears, and whether it is broken now and since when.
import { rank } from "../../../core/safety/demands.ts";
import { LIMITS } from "../../../core/safety/limits.ts";
import type { Rule } from "../../../core/safety/rule.ts";
import { UNBROKEN, type Track } from "../../../core/safety/tracker.ts";
import { useTexts } from "../texts/language.ts";
import { read } from "./conditions.ts";
import { looksAt } from "./probing.ts";
import type { Trial } from "./trial.ts";

export function RuleRows({ trial }: { readonly trial: Trial }) {
  const { t } = useTexts();
  const { table, supervisor } = trial;
  return (
    <section className="card" aria-label={t("safety.rules", { count: table.length })}>
      <h2>{t("safety.rules", { count: table.length })}</h2>
      <p>{t("safety.rules_about")}</p>
      <ol className="safety-rules" data-testid="rules">
        {table.map((rule, row) => (
          <Row
            key={`${rule.requirement} ${rule.when} ${rule.demand}`}
            rule={rule}
            track={supervisor.tracks[row] ?? UNBROKEN}
            since={trial.since.get(rule)}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly rule: Rule;
  readonly track: Track;
  readonly since: number | undefined;
}

function Row({ rule, track, since }: RowProps) {
  const { t, said } = useTexts();
  const marks = Object.entries(rule).flatMap(([mark, is]) => (is === true ? [said(`mark.${mark}`)] : []));
  if (rule.lasts !== undefined) marks.push(t("safety.lasts", { lasts: read("span", rule.lasts) }));
  const filling = !track.broken && track.charge > 0;
  return (
    <li
      data-rule={rule.requirement}
      data-when={rule.when}
      data-demand={rule.demand}
      data-broken={track.broken}
      data-filling={filling}
    >
      <span className="safety-rule-id">{rule.requirement}</span>
      <div>
        <strong>{said(rule.when)}</strong>
        <p>
          {t("safety.looks")}:{" "}
          {looksAt(rule)
            .map((key) => t(`seen.${key}`))
            .join(", ")}
        </p>
        <p>
          {[t(`clears.${rule.clears}`, { after: read("span", LIMITS.clearAfter) }), ...marks].join(" · ")}
        </p>
      </div>
      <div className="safety-rule-state">
        <span>→ {said(`demand.${rank(rule.demand)}`)}</span>
        <Fate track={track} since={since} filling={filling} />
      </div>
    </li>
  );
}

function Fate({ track, since, filling }: Omit<RowProps, "rule"> & { readonly filling: boolean }) {
  const { t } = useTexts();
  if (filling) return <em>◔ {t("safety.filling", { charge: read("span", track.charge) })}</em>;
  if (!track.broken) return <em>○ {t("safety.kept")}</em>;
  const about =
    track.away > 0
      ? t("safety.clearing", { away: read("span", track.away) })
      : t("safety.since", { since: (since ?? 0).toFixed(2) });
  return (
    <strong>
      ● {t("safety.broken")} · {about}
    </strong>
  );
}
