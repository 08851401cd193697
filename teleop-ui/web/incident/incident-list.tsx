// The stops that were recorded, newest first, each a button: when, and what the robot came to.
import type { Incident } from "../../../core/incident.ts";
import { spoken, useTexts } from "../texts/language.ts";

interface Props {
  readonly incidents: readonly Incident[] | undefined;
  readonly chosen: Incident | undefined;
  readonly choose: (incident: Incident) => void;
}

const SESSION = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z/;

/** By the wall clock, as far as the session's name tells it. */
function whenOf({ session, at }: Incident): string {
  const [, day, hour, minute, second] = SESSION.exec(session) ?? [];
  if (day === undefined) return session;
  const start = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  return new Intl.DateTimeFormat(spoken(), { dateStyle: "medium", timeStyle: "medium" }).format(
    start + at * 1000,
  );
}

export function IncidentList({ incidents, chosen, choose }: Props) {
  const { t, said } = useTexts();
  if (incidents === undefined) return <p role="status">{t("incident.loading")}</p>;
  if (incidents.length === 0) return <p data-testid="no-incidents">{t("incident.none")}</p>;
  return (
    <nav className="incident-list" aria-label={t("incident.choose")}>
      {incidents.map((incident) => (
        <button
          type="button"
          key={`${incident.session} ${incident.at}`}
          data-testid="incident"
          aria-pressed={incident === chosen}
          onClick={() => choose(incident)}
        >
          <strong>{said(`motion.${incident.motion}`)}</strong>
          <span>{whenOf(incident)}</span>
          <span className="incident-rules">{incident.requirements.join(" ")}</span>
        </button>
      ))}
    </nav>
  );
}
