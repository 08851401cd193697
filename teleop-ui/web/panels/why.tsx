// Why it does not move, and what may be done: lists of texts under a title, and the glyph of each state.
import { SafetyState } from "../../../core/messages.ts";
import { useTexts, type TextKey } from "../texts/language.ts";
import type { GlyphName } from "./glyph.tsx";

export const GLYPHS: Readonly<Record<number, GlyphName>> = {
  [SafetyState.SAFE_IDLE]: "locked",
  [SafetyState.READY]: "ready",
  [SafetyState.MOVING]: "moving",
  [SafetyState.HOLDING]: "holding",
  [SafetyState.LOWERING]: "lowering",
  [SafetyState.PROTECTIVE_STOP]: "stopped",
  [SafetyState.EMERGENCY_STOP]: "stopped",
  [SafetyState.FAULT]: "warning",
};

/** A robot that moves, but slower, has reasons too. */
export const whyTitle = ({ motion }: Pick<SafetyState, "motion">): TextKey =>
  motion === SafetyState.MOVING || motion === SafetyState.READY || motion === SafetyState.LOWERING
    ? "why.slower"
    : "why.title";

/** The worst come first; a list longer than a glance is not read. */
const GLANCE = 4;

interface LinesProps {
  readonly title: TextKey;
  readonly keys: readonly string[];
  readonly none: string;
  readonly testid: string;
  /** as many are told by name */
  readonly most?: number;
}

export function Lines({ title, keys, none, testid, most = GLANCE }: LinesProps) {
  const { t, said } = useTexts();
  return (
    <div>
      <h2>{keys.length === 0 && title === "why.slower" ? t("why.title") : t(title)}</h2>
      <ul data-testid={testid}>
        {keys.slice(0, most).map((key) => (
          <li key={key} data-key={key}>
            {said(key)}
          </li>
        ))}
        {keys.length > most && <li className="none">{t("why.more", { count: keys.length - most })}</li>}
        {keys.length === 0 && <li className="none">{none}</li>}
      </ul>
    </div>
  );
}
