// Advice in text keys: every reason why the robot does not move, and what a person may still do.
import type { Rule } from "./rule.ts";
import type { Possible, Reason } from "./texts.ts";
import type { Verdict } from "./verdict.ts";

type Facts = Omit<Verdict, "speedScale" | "brakesSet" | "reasons" | "possible" | "axes">;

/** Why it does not move, or moves slowly: the broken rules, worst first, then the acts it waits for. Empty when nothing keeps it. */
export function reasons(facts: Facts): Reason[] {
  const waiting: Reason[] = [];
  if (waitsForRestart(facts)) waiting.push("reason.needs_restart");
  if (facts.needsReset) waiting.push("reason.needs_reset");
  if (facts.needsConfirmation) waiting.push("reason.needs_confirmation");
  if (facts.needsStart) waiting.push("reason.needs_start");
  if (isStranded(facts)) waiting.push("reason.no_way_down");
  return [...new Set([...facts.broken.map((rule) => rule.when), ...waiting])];
}

/** What may be done now. `mayAct` tells which acts the machine would accept. Stopping is possible from everywhere it is not stopped. */
export function possible(
  facts: Facts,
  mayAct: { readonly reset: boolean; readonly confirm: boolean; readonly start: boolean },
): Possible[] {
  const free = facts.load === "none";
  const locked = facts.motion === "emergencyStop" || facts.motion === "fault";
  const stopped = locked || facts.motion === "safeIdle";
  const offers: readonly (readonly [Possible, boolean])[] = [
    ["may.release_estop", facts.broken.some(isPressed)],
    ["may.reset", mayAct.reset],
    ["may.confirm_on_site", mayAct.confirm],
    ["may.start", mayAct.start],
    ["may.start_task", facts.motion === "ready" && free],
    ["may.drive", mayMove(facts) && !facts.driveBlocked],
    ["may.lower", !free && !facts.notLowerable && !locked],
    ["may.lower_by_hand", isStranded(facts)],
    // who can still be lowered is lowered first
    ["may.restart", waitsForRestart(facts) && (free || facts.notLowerable)],
    ["may.consent", waitsForConsent(facts)],
    ["may.bring_seat", waitsForSeat(facts)],
    ["may.stop", !stopped && facts.motion !== "protectiveStop"],
  ];
  return offers.flatMap(([key, offered]) => (offered ? [key] : []));
}

const mayMove = (facts: Facts) => facts.motion === "ready" || facts.motion === "moving";
/** Held up there with no way down but by hand. */
const isStranded = (facts: Facts) =>
  facts.notLowerable && !facts.lowered && !mayMove(facts) && !waitsForSeat(facts);
const waitsForConsent = ({ broken }: Facts) =>
  broken.some(({ when }) => when === "reason.remote_without_consent");
const waitsForSeat = ({ broken }: Facts) => broken.some(({ when }) => when === "reason.seat_gone");
const waitsForRestart = ({ broken }: Facts) => broken.some(({ clears }) => clears === "restart");
const isPressed = (rule: Rule) => rule.clears === "release_and_reset" && !rule.silence;
