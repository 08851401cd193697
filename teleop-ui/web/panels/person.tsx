// What the eyes know of the resident: posture, how sure, lean, and how old it is.
import { topics } from "../../../core/topics.ts";
import { inDegrees, radians } from "../../../core/units.ts";
import { STALE } from "../link/ages.ts";
import { useAged } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";
import { Age } from "./age.tsx";

export function Person() {
  const { t, said } = useTexts();
  const { message, age } = useAged(topics.person);
  const stale = !(age <= STALE);
  const lean = Math.round(inDegrees(message?.trunk_lean ?? radians(NaN)));
  return (
    <div className="person" data-stale={stale} data-testid="person">
      <h2>{t("person.title")}</h2>
      <strong data-testid="posture">
        {message?.seen === true ? said(`posture.${message.posture}`) : t("person.unseen")}
      </strong>
      {message?.seen === true && (
        <>
          <span>{t("person.confidence", { percent: Math.round(message.confidence * 100) })}</span>
          <span data-testid="lean">
            {t(lean < 0 ? "person.lean_back" : "person.lean", { degrees: Math.abs(lean) })}
          </span>
        </>
      )}
      <Age age={age} stale={stale} />
    </div>
  );
}
