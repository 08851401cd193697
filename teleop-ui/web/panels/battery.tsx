// How much charge the robot has: a number and a word, for colour alone says nothing.
import type { BatteryState } from "../../../core/messages.ts";
import { LIMITS } from "../../../core/safety/limits.ts";
import { topics } from "../../../core/topics.ts";
import { useAged } from "../session/use-room.ts";
import { useTexts } from "../texts/language.ts";

/** s of silence after which nobody knows: as for the robot's state, a slow page is not a silent battery */
const STALE = 2 * LIMITS.powerAge;

/** Which words the charge stands in; a charge that is no number, which arrives as null, is not known. */
function wordOf({ present, percentage }: Pick<BatteryState, "present" | "percentage">) {
  const share = (percentage as number | null) ?? NaN;
  if (!present) return "battery.gone";
  if (!(share >= 0 && share <= 1)) return "battery.unknown";
  if (!(share > LIMITS.chargeFails)) return "battery.failing";
  return share > LIMITS.chargeLow ? "battery.good" : "battery.low";
}

export function Battery() {
  const { t } = useTexts();
  const { message, age } = useAged(topics.battery);
  const word = message !== undefined && age <= STALE ? wordOf(message) : "battery.unknown";
  const percent = Math.floor(100 * (message?.percentage ?? NaN));
  return (
    <span className="chip" data-testid="battery" data-good={word === "battery.good"}>
      {t(word, { percent })}
    </span>
  );
}
