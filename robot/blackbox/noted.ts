// What the black box is told: one message of the graph, when it was said. And what it must never be told: pictures.
import type { Seconds } from "../../core/units.ts";

/** One message as it was said in some thread of the graph. */
export interface Noted {
  readonly topic: string;
  /** Its type, e.g. "care_interfaces/msg/Person". */
  readonly type: string;
  readonly message: unknown;
  /** When it was said, on the graph's clock. */
  readonly at: Seconds;
}

/** Pictures are not recorded: skeletons by default, pictures only with consent and a reason. */
export const PICTURE_TYPES: ReadonlySet<string> = new Set([
  "sensor_msgs/msg/Image",
  "sensor_msgs/msg/CompressedImage",
]);
