// The view of an incident at /incident: which stop, then its time line of states, reasons, forces, commands and acts.
import { useEffect, useState } from "react";
import type { Incident, Timeline } from "../../../core/incident.ts";
import { LanguageButton } from "../panels/language.tsx";
import { KEPT_NIGHT } from "../panels/more.tsx";
import { useTexts } from "../texts/language.ts";
import { Charts } from "./charts.tsx";
import { Events } from "./events.tsx";
import { IncidentList } from "./incident-list.tsx";
import { States } from "./states.tsx";

/** What was fetched: undefined while it is on its way, an Error when it did not come. */
type Fetched<T> = T | Error | undefined;

async function ask<T>(path: string): Promise<T | Error> {
  try {
    const answer = await fetch(path);
    return answer.ok ? ((await answer.json()) as T) : new Error(await answer.text());
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const addressOf = ({ session, at }: Incident) =>
  `/incident.json?${new URLSearchParams({ session, at: String(at) }).toString()}`;

export function IncidentPage() {
  const { t } = useTexts();
  const [list, setList] = useState<Fetched<readonly Incident[]>>();
  const [chosen, setChosen] = useState<Incident>();
  const [read, setRead] = useState<{ readonly of: Incident; readonly timeline: Timeline | Error }>();
  useEffect(() => {
    document.title = `${t("incident.title")} · ${t("brand")}`;
  }, [t]);
  useEffect(() => {
    document.documentElement.dataset["night"] = String(localStorage.getItem(KEPT_NIGHT) === "true");
    void ask<readonly Incident[]>("/incidents.json").then((found) => {
      setList(found);
      if (!(found instanceof Error)) setChosen(found[0]);
    });
  }, []);
  useEffect(() => {
    if (chosen === undefined) return undefined;
    let wanted = true;
    void ask<Timeline>(addressOf(chosen)).then((timeline) => wanted && setRead({ of: chosen, timeline }));
    return () => void (wanted = false);
  }, [chosen]);
  const incidents = list instanceof Error ? [] : list;
  return (
    <div className="incident">
      <header className="top">
        <h1>{t("incident.title")}</h1>
        <a className="incident-back" href="/">
          {t("incident.back")}
        </a>
        <LanguageButton />
      </header>
      <div className="incident-parts">
        <IncidentList incidents={incidents} chosen={chosen} choose={setChosen} />
        {chosen !== undefined && <Shown timeline={read?.of === chosen ? read.timeline : undefined} />}
      </div>
    </div>
  );
}

function Shown({ timeline }: { readonly timeline: Fetched<Timeline> }) {
  const { t } = useTexts();
  if (timeline === undefined) return <p role="status">{t("incident.loading")}</p>;
  if (timeline instanceof Error) return <p role="alert">{t("incident.gone")}</p>;
  return (
    <main key={timeline.incident.at} className="incident-shown" data-testid="timeline">
      <p className="incident-about">{t("incident.about")}</p>
      <States spans={timeline.spans} />
      <Charts curves={timeline.curves} />
      <Events events={timeline.events} />
    </main>
  );
}
