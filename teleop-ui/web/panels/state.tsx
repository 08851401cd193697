// The robot's state in big words, why it does not move, and what a person may do now.
import { topics } from "../../../core/topics.ts";
import { STATE_STALE } from "../link/ages.ts";
import { useAged, useLinks } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";
import { Acts } from "./acts.tsx";
import { Age } from "./age.tsx";
import { Axes } from "./axes.tsx";
import { Gate } from "./gate.tsx";
import { Glyph } from "./glyph.tsx";
import { Lease } from "./lease.tsx";
import { GLYPHS, Lines, whyTitle } from "./why.tsx";

export function State() {
  const { t, said } = useTexts();
  const { graph } = useLinks();
  const { message, age } = useAged(topics.safetyState);
  const known = graph && age <= STATE_STALE ? message : undefined;
  const glyph = (known && GLYPHS[known.motion]) ?? "unknown";
  return (
    <section className="card state" data-kind={glyph} data-testid="state" aria-label={t("state.title")}>
      <header>
        <Glyph name={glyph} />
        <div role="status" aria-live="polite">
          <strong className="state-word" data-testid="state-word">
            {known ? said(`motion.${known.motion}`) : t("state.unknown")}
          </strong>
          {known && <span className="state-load">{said(`load.${known.load}`)}</span>}
        </div>
        <Age age={age} stale={!known} />
      </header>
      <Lost />
      {known && (
        <div className="state-why">
          <Lines title={whyTitle(known)} keys={known.reasons} none={t("why.none")} testid="reasons" />
          <Lines title="may.title" keys={known.possible} none={t("may.nothing")} testid="possible" />
          <Gate />
          <Lease safety={known} />
          <Axes axes={known.axes} />
        </div>
      )}
      <Acts />
    </section>
  );
}

/** Which of the two links is lost, and what that leaves. */
function Lost() {
  const { t } = useTexts();
  const { graph, lane } = useLinks();
  if (graph && lane.open) return undefined;
  const which = graph ? "link.lane_lost" : lane.open ? "link.graph_lost" : "link.none";
  return (
    <p className="state-lost" role="alert" data-testid="lost">
      {t(which)}
    </p>
  );
}
