// Who acted, what was said, and what the task and the gate did around a stop, in the order in which it happened.
import type { IncidentEvent } from "../../../core/incident.ts";
import { showMoment } from "./moment.ts";
import { useTexts, type TextKey } from "../texts/language.ts";

/** Done by somebody; what is said has only a hearer. */
const ACTS: ReadonlySet<string> = new Set(["act", "stop"]);

export function Events({ events }: { readonly events: readonly IncidentEvent[] }) {
  const { t, said } = useTexts();
  const wordOf = ({ kind, key, by }: IncidentEvent) =>
    kind === "gate" ? sourceOf(key, said) : said(key, { resident: by });
  return (
    <section className="card" aria-label={t("incident.events")}>
      <h2>{t("incident.events")}</h2>
      <ol className="changes" data-testid="events" ref={showMoment}>
        {events.map((event, place) => (
          <li key={place} data-event={event.kind} data-after={event.t >= 0}>
            <time>{t("incident.seconds", { seconds: event.t.toFixed(2) })}</time>
            <div>
              {t(`incident.kind.${event.kind}` satisfies TextKey)}: <strong>{wordOf(event)}</strong>
              {ACTS.has(event.kind) && event.by !== "" && ` · ${t("incident.by", { who: event.by })}`}
              {event.refused !== "" && <p>{t("incident.refused", { reason: said(event.refused) })}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** An operator's own name is shown as it is. */
function sourceOf(source: string, said: (key: string) => string): string {
  const key = `incident.source.${source}`;
  const text = said(key);
  return text === key ? source : text;
}
