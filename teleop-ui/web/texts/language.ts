// The page's language: Korean first, English beside it, and text keys that arrive from the robot.
import { createInstance } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { en } from "./en.ts";
import { ko } from "./ko.ts";

export type TextKey = keyof typeof ko;
export type Language = "ko" | "en";
const texts = createInstance();
const KEPT_AS = "dolbom.language";

export function openLanguage() {
  void texts.use(initReactI18next).init({
    lng: localStorage.getItem(KEPT_AS) === "en" ? "en" : "ko",
    resources: { ko: { translation: ko }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = texts.language;
}

export function speak(language: Language) {
  localStorage.setItem(KEPT_AS, language);
  document.documentElement.lang = language;
  void texts.changeLanguage(language);
}

export const spoken = () => texts.language as Language;

/** The language's texts: `t` for keys of the page, `said` for keys of the robot, shown as they are when unknown. */
export function useTexts() {
  const { t: translate } = useTranslation();
  const t = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => translate(key, values);
  const said = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    key in ko ? t(key as TextKey, values) : key;
  return { t, said };
}
