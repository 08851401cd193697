// Settings of this page: who is at it, language, day or night, and whether prompts are spoken here too.
import { useEffect, useState } from "react";
import { topics } from "../../../core/topics.ts";
import { useRoom } from "../session/use-room.ts";
import { spoken, useTexts } from "../texts/language.ts";
import { LanguageButton } from "./language.tsx";

const KEPT_NAME = "dolbom.operator";
export const KEPT_NIGHT = "dolbom.night";

/** The name this page introduced itself with last. */
export const keptName = () => localStorage.getItem(KEPT_NAME) ?? undefined;

export function More() {
  const room = useRoom();
  const { t } = useTexts();
  const [night, setNight] = useState(
    () =>
      (localStorage.getItem(KEPT_NIGHT) ?? String(matchMedia("(prefers-color-scheme: dark)").matches)) ===
      "true",
  );
  const [voice, setVoice] = useState(false);
  useEffect(() => {
    document.documentElement.dataset["night"] = String(night);
    localStorage.setItem(KEPT_NIGHT, String(night));
  }, [night]);
  useVoice(voice);
  const rename = (name: string) => {
    if (name.trim() === "") return;
    localStorage.setItem(KEPT_NAME, name.trim());
    room.sitDown({ ...room.operator, name: name.trim() });
  };
  return (
    <div className="more">
      <LanguageButton />
      <details>
        <summary data-testid="more">{t("more.title")}</summary>
        <div className="more-list card">
          <label>
            {t("more.name")}
            <input
              type="text"
              data-testid="operator"
              defaultValue={room.operator.name}
              maxLength={64}
              onBlur={(event) => rename(event.target.value)}
            />
          </label>
          <button type="button" className="small" data-testid="night" onClick={() => setNight(!night)}>
            {t(night ? "more.day" : "more.night")}
          </button>
          <label className="switch">
            <input type="checkbox" checked={voice} onChange={(event) => setVoice(event.target.checked)} />
            {t("more.voice")}
          </label>
          <a
            className="incident-back"
            href="/incident"
            target="_blank"
            rel="noopener"
            data-testid="incidents"
          >
            {t("incident.title")}
          </a>
          <a className="incident-back" href="/safety" target="_blank" rel="noopener" data-testid="safety">
            {t("safety.title")}
          </a>
        </div>
      </details>
    </div>
  );
}

/** Reads each prompt aloud with the browser's own voice, where it has one. */
function useVoice(on: boolean) {
  const { graph } = useRoom();
  const { said } = useTexts();
  useEffect(() => {
    if (!on || !("speechSynthesis" in window)) return undefined;
    return graph.watch(topics.said, ({ key, resident }) => {
      const utterance = new SpeechSynthesisUtterance(said(key, { resident }));
      utterance.lang = spoken() === "ko" ? "ko-KR" : "en-GB";
      window.speechSynthesis.speak(utterance);
    });
  }, [on, graph, said]);
}
