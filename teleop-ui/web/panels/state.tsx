// The robot's state in big words, why it does not move, and what a person may do now.
import { SafetyState } from "../../../core/messages.ts";
import { topics } from "../../../core/topics.ts";
import { STATE_STALE } from "../link/ages.ts";
import { useAged, useLinks } from "../session/use-room.ts";
import { useTexts, type TextKey } from "../texts/language.ts";
import { Acts } from "./acts.tsx";
import { Age } from "./age.tsx";
import { Axes } from "./axes.tsx";
import { Glyph, type GlyphName } from "./glyph.tsx";
import { Lease } from "./lease.tsx";

const GLYPHS: Readonly<Record<number, GlyphName>> = {
  [SafetyState.SAFE_IDLE]: "locked",
  [SafetyState.READY]: "ready",
  [SafetyState.MOVING]: "moving",
  [SafetyState.HOLDING]: "holding",
  [SafetyState.LOWERING]: "lowering",
  [SafetyState.PROTECTIVE_STOP]: "stopped",
  [SafetyState.EMERGENCY_STOP]: "stopped",
  [SafetyState.FAULT]: "warning",
};

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

/** A robot that moves, but slower, has reasons too. */
const whyTitle = ({ motion }: SafetyState): TextKey =>
  motion === SafetyState.MOVING || motion === SafetyState.READY || motion === SafetyState.LOWERING
    ? "why.slower"
    : "why.title";

/** The worst come first; a list longer than a glance is not read. */
const MOST = 4;

interface LinesProps {
  readonly title: TextKey;
  readonly keys: readonly string[];
  readonly none: string;
  readonly testid: string;
}

function Lines({ title, keys, none, testid }: LinesProps) {
  const { t, said } = useTexts();
  return (
    <div>
      <h2>{keys.length === 0 && title === "why.slower" ? t("why.title") : t(title)}</h2>
      <ul data-testid={testid}>
        {keys.slice(0, MOST).map((key) => (
          <li key={key} data-key={key}>
            {said(key)}
          </li>
        ))}
        {keys.length > MOST && <li className="none">{t("why.more", { count: keys.length - MOST })}</li>}
        {keys.length === 0 && <li className="none">{none}</li>}
      </ul>
    </div>
  );
}
