// The ears of the black box: what others than our own groups say, a robot's drivers above all, is noted as it is heard.
import { defineNode, type AnyNode, type Stamped } from "../../core/node.ts";
import type { Topic } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import type { BlackBox } from "./box.ts";

/** Each message asks for a step itself. */
const PERIOD = seconds(1);

/** Of a stream that comes faster than this node is let go, the newest is noted; of all else every message. */
export const earsNode = (box: Pick<BlackBox, "note">, heard: Readonly<Record<string, Topic>>): AnyNode =>
  defineNode({
    name: "black_box_ears",
    period: PERIOD,
    subscribes: heard,
    wakes: Object.keys(heard),
    start({ latest, take }) {
      const noted = new Map<string, Stamped<unknown>>();
      const newest = (key: string): readonly Stamped<unknown>[] => {
        const last = latest[key];
        if (last === undefined || noted.get(key) === last) return [];
        noted.set(key, last);
        return [last];
      };
      return {
        step() {
          for (const [key, { name: topic, type, delivery }] of Object.entries(heard))
            for (const { message, receivedAt: at } of delivery === "event"
              ? (take[key]?.() ?? [])
              : newest(key))
              box.note({ topic, type, message, at });
        },
      };
    },
  });
