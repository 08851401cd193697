// The page that explains the supervisor, at /safety: the robot's own decisions on a time and with conditions set by hand.
import { useCallback, useEffect, useState } from "react";
import type { Rule } from "../../../core/safety/rule.ts";
import { rules } from "../../../core/safety/rules.ts";
import type { Seconds } from "../../../core/units.ts";
import { LanguageButton } from "../panels/language.tsx";
import { KEPT_NIGHT } from "../panels/more.tsx";
import { useTexts } from "../texts/language.ts";
import { Beginnings, Clock } from "./clock.tsx";
import { Diagram } from "./diagram.tsx";
import { Handles } from "./handles.tsx";
import { Inside, Turns } from "./inside.tsx";
import { Acts, People } from "./people.tsx";
import { RuleRows } from "./rule-rows.tsx";
import { begin } from "./situations.ts";
import { pass } from "./trial.ts";
import { Advice, Now } from "./verdict.tsx";

/** `table` is the robot's; only tests give another. */
export function SafetyPage({ table = rules }: { readonly table?: readonly Rule[] }) {
  const { t } = useTexts();
  const [trial, change] = useState(() => begin("lift", table));
  const letPass = useCallback((by: Seconds) => change((before) => pass(before, by)), []);
  useEffect(() => {
    document.title = `${t("safety.title")} · ${t("brand")}`;
  }, [t]);
  useEffect(() => {
    document.documentElement.dataset["night"] = String(localStorage.getItem(KEPT_NIGHT) === "true");
  }, []);
  return (
    <div className="incident safety">
      <header className="top">
        <h1>{t("safety.title")}</h1>
        <a className="incident-back" href="/">
          {t("incident.back")}
        </a>
        <LanguageButton />
        <p className="safety-about">
          <strong data-testid="nothing-moves">{t("safety.nothing_moves")}</strong> {t("safety.about")}
        </p>
      </header>
      <main className="safety-parts">
        <Beginnings begin={(situation) => change(begin(situation, table))} />
        <div className="safety-deciding">
          <Now trial={trial} />
          <Clock now={trial.now} pass={letPass} />
          <Diagram motion={trial.verdict.motion} />
          <Acts trial={trial} change={change} />
          <Advice trial={trial} />
        </div>
        <div className="safety-setting">
          <Handles trial={trial} change={change} />
          <People trial={trial} change={change} />
          <RuleRows trial={trial} />
          <Turns turns={trial.turns} />
          <Inside trial={trial} />
        </div>
      </main>
    </div>
  );
}
