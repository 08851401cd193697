// What is told of the drives to whoever reads diagnostics: whether they follow, why not, and what was refused.
import { DiagnosticStatus } from "../../core/messages.ts";
import type { Seconds } from "../../core/units.ts";
import { areActive, MOVERS, type Manager } from "./manager.ts";
import type { Mistake } from "./targets.ts";

const { OK, WARN, ERROR } = DiagnosticStatus;
export type Refused = Readonly<Partial<Record<Mistake, number>>>;

export function statusOf(now: Seconds, manager: Manager, refused: Refused): DiagnosticStatus {
  const [level, message] = told(now, manager);
  const states = MOVERS.map((name) => [name, manager.listed?.states[name] ?? "unknown"] as const);
  const counts = Object.entries(refused).map(([why, count]) => [`refused.${why}`, String(count)] as const);
  const pairs = [...states, ...counts, ["manager", manager.trouble] as const];
  return {
    level,
    name: "ros2_control_driver: drives",
    message,
    hardware_id: "",
    values: pairs.map(([key, value]) => ({ key, value })),
  };
}

function told(now: Seconds, manager: Manager): readonly [level: number, message: string] {
  const { phase, listed, trouble } = manager;
  const isActive = (name: string) => listed?.states[name] === "active";
  if (phase === "unknown") return [WARN, "no command was heard yet"];
  if (phase === "opening") return [OK, "are made ready"];
  if (phase === "braking")
    return MOVERS.some(isActive) || trouble !== "" ? [WARN, "are being braked"] : [OK, "are braked"];
  if (areActive(now, manager)) return [OK, "follow"];
  const silent = MOVERS.filter((name) => !isActive(name));
  return [
    ERROR,
    `do not follow: ${silent.length === 0 ? "controller_manager is silent" : silent.join(", ")}`,
  ];
}
