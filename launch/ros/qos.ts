// How each delivery travels over DDS.
import type { Topic } from "../../core/topics.ts";
import { PICTURE_TYPES } from "../../robot/blackbox/noted.ts";
import type { QoSClass } from "./rcl.ts";

/** `event` topics hold this many for a reader that is slow to acknowledge. */
const EVENTS = 1000;

/** The newest alone, from whoever says it reliably. */
export function newestOf(QoS: QoSClass): object {
  const { RMW_QOS_POLICY_HISTORY_KEEP_LAST: last = NaN } = QoS.HistoryPolicy;
  const { RMW_QOS_POLICY_RELIABILITY_RELIABLE: reliable = NaN } = QoS.ReliabilityPolicy;
  const { RMW_QOS_POLICY_DURABILITY_VOLATILE: volatile = NaN } = QoS.DurabilityPolicy;
  return new QoS(last, 1, reliable, volatile);
}

export type Side = "says" | "hears";

/**
 * `stream` and `command`: the newest alone; a command is never kept for who comes later. `latched`: the last is kept for late
 * joiners. `event`: each arrives, in order. Who says is always reliable, so that any receiver may listen; who hears a stream
 * takes it from drivers that are not, but for pictures, whose many pieces would hardly ever all arrive. rclnodejs 2.2 can set
 * neither deadline nor lifespan: age is judged at the receiver by stamps, as on every runner.
 */
export function qosOf({ delivery, type }: Topic, side: Side, QoS: QoSClass): object {
  const { RMW_QOS_POLICY_HISTORY_KEEP_LAST: last = NaN } = QoS.HistoryPolicy;
  const { RMW_QOS_POLICY_RELIABILITY_RELIABLE: reliable = NaN } = QoS.ReliabilityPolicy;
  const { RMW_QOS_POLICY_RELIABILITY_BEST_EFFORT: bestEffort = NaN } = QoS.ReliabilityPolicy;
  const { RMW_QOS_POLICY_DURABILITY_VOLATILE: volatile = NaN } = QoS.DurabilityPolicy;
  const { RMW_QOS_POLICY_DURABILITY_TRANSIENT_LOCAL: kept = NaN } = QoS.DurabilityPolicy;
  if (delivery === "latched") return new QoS(last, 1, reliable, kept);
  if (delivery === "event") return new QoS(last, EVENTS, reliable, volatile);
  const isLossy = side === "hears" && !PICTURE_TYPES.has(type);
  return new QoS(last, 1, isLossy ? bestEffort : reliable, volatile);
}
