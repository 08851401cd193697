// What the gate, the last check before the motors, does not let through just now: it knows what the supervisor does not.
import { useState } from "react";
import { topics } from "../../../core/topics.ts";
import { seconds } from "../../../core/units.ts";
import { afterReport, heldBackBy, NONE_REFUSED, refusedNow } from "../session/gate-says.ts";
import { useAged } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";
import { Lines } from "./why.tsx";

/** GateReport.msg: 10 Hz, of which this page hears two a second. */
const FRESH = seconds(1.5);

/** Nothing while nothing is held back. */
export function Gate() {
  const { t } = useTexts();
  const { message, age } = useAged(topics.gateReport);
  const [refusals, hear] = useState(NONE_REFUSED);
  if (message !== undefined && message !== refusals.report) hear(afterReport(refusals, message));
  const keys = message === undefined ? [] : [...heldBackBy(message), ...refusedNow(refusals)];
  if (!(age <= FRESH) || keys.length === 0) return undefined;
  return <Lines title="gate.title" keys={keys} none={t("why.none")} testid="gate" />;
}
