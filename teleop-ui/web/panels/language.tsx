// The button that changes the page's language, named in the other one.
import { speak, spoken, useTexts } from "../texts/language.ts";

export function LanguageButton() {
  const { t } = useTexts();
  const other = spoken() === "ko" ? "en" : "ko";
  return (
    <button type="button" className="small" data-testid="language" lang={other} onClick={() => speak(other)}>
      {t("more.language")}
    </button>
  );
}
