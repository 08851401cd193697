// How old a thing is, in words; what is stale says so.
import type { Seconds } from "../../../core/units.ts";
import { useTexts } from "../texts/language.ts";

const NOW = 0.3; // s: below what a person notices as late (DOMAIN §1.5)

export function Age({ age, stale }: { readonly age: Seconds; readonly stale: boolean }) {
  const { t } = useTexts();
  const word =
    age === Infinity
      ? t("age.never")
      : age < NOW
        ? t("age.now")
        : t("age.seconds", { seconds: age.toFixed(age < 10 ? 1 : 0) });
  return (
    <span className="age" data-stale={stale}>
      {stale && age !== Infinity ? `${t("age.stale")} · ${word}` : word}
    </span>
  );
}
