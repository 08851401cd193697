// Lowering the resident to the seat, only while the button is held, over the lane alone.
import { topics } from "../../../core/topics.ts";
import { holdingEvents } from "../session/holding.ts";
import { useHold, useLinks, useRoom, useSeen } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";

export function Lower() {
  const room = useRoom();
  const { t } = useTexts();
  const hold = useHold();
  const { lane, graph } = useLinks();
  const seen = useSeen(topics.safetyState)?.message;
  // with the graph gone nobody can tell: the button stays usable, the control group decides
  const impossible = graph && seen !== undefined && seen.not_lowerable;
  return (
    <button
      type="button"
      className="lower"
      data-testid="lower"
      data-held={hold === "lowering"}
      aria-pressed={hold === "lowering"}
      disabled={!lane.inCommand || impossible}
      {...holdingEvents(room, "lower")}
    >
      <strong>{t("lower.name")}</strong>
      <small>{t(impossible || !lane.inCommand ? "lower.not" : "lower.hold")}</small>
    </button>
  );
}
