// What is told of the drives to whoever reads diagnostics: whether they follow, why not, and what was refused.
import { DiagnosticStatus } from "../../core/messages.ts";
import type { Seconds } from "../../core/units.ts";
import { areActive, idleOf, MOVERS, type Manager } from "./manager.ts";
import type { Mistake } from "./targets.ts";

const { OK, WARN, ERROR } = DiagnosticStatus;
export type Refused = Readonly<Partial<Record<Mistake, number>>>;

export function statusOf(now: Seconds, manager: Manager, refused: Refused): DiagnosticStatus {
  const [level, message] = told(now, manager);
  const { listed, components } = manager;
  const states = [
    ...MOVERS.map((name) => [name, listed?.controllers[name] ?? "unknown"] as const),
    ...components.map((name) => [name, listed?.hardware[name] ?? "unknown"] as const),
  ];
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
  const { phase, trouble, components } = manager;
  if (phase === "unknown") return [WARN, "no command was heard yet"];
  if (phase === "opening") return [OK, "are made ready"];
  if (phase === "braking")
    return idleOf(manager).length < MOVERS.length + components.length || trouble !== ""
      ? [WARN, "are being braked"]
      : [OK, "are braked"];
  if (areActive(now, manager)) return [OK, "follow"];
  const silent = idleOf(manager);
  return [
    ERROR,
    `do not follow: ${silent.length === 0 ? "controller_manager is silent" : silent.join(", ")}`,
  ];
}
