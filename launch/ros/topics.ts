// One node's topics between its hub and DDS, as the bytes of our own definitions: nothing is converted by another library.
import type { AnyNode } from "../../core/node.ts";
import type { Topic } from "../../core/topics.ts";
import { encodeInPlace } from "../../robot/blackbox/cdr.ts";
import type { Hub } from "../hub.ts";
import { decode } from "../../robot/blackbox/decode.ts";
import { rosName } from "./names.ts";
import { qosOf } from "./qos.ts";
import type { QoSClass, RosNode } from "./rcl.ts";

/** While it is open, what the node says goes out and what it wants to hear comes in. */
export interface Bridge {
  /** Nothing goes out before; what is latched goes out now. */
  open(): void;
  shut(): void;
  destroy(): void;
}
/** Called with what cannot be read, once a topic: who sends it sends it often. */
type Complain = (text: string) => void;

const topicsOf = (map: AnyNode["publishes"]) => Object.values(map);

export function bridgeTopics(
  node: RosNode,
  spec: AnyNode,
  hub: Hub,
  QoS: QoSClass,
  complain: Complain,
): Bridge {
  const undo: (() => void)[] = [];
  const kept = new Map<string, () => void>();
  let isOpen = false;
  for (const topic of topicsOf(spec.publishes)) {
    const publisher = node.createPublisher(topic.type, rosName(topic.name), {
      qos: qosOf(topic, "says", QoS),
    });
    const send = (message: unknown) => {
      const bytes = encodeInPlace(topic.type, message); // DDS has its own copy when publish returns
      publisher.publish(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    };
    undo.push(() => node.destroyPublisher(publisher));
    undo.push(
      hub.subscribe(
        topic,
        (message) => {
          if (topic.delivery === "latched") kept.set(topic.name, () => send(message));
          if (isOpen) send(message);
        },
        true,
      ),
    );
  }
  for (const topic of topicsOf(spec.subscribes)) undo.push(hear(node, topic, hub, QoS, complain));
  return {
    open() {
      isOpen = true;
      kept.forEach((say) => say());
    },
    shut: () => void (isOpen = false),
    destroy: () => undo.splice(0).forEach((drop) => drop()),
  };
}

/** A message that cannot be read is told of and passed over; the next one counts again. */
function hear(node: RosNode, topic: Topic, hub: Hub, QoS: QoSClass, complain: Complain): () => void {
  let complained = false;
  const options = { isRaw: true, qos: qosOf(topic, "hears", QoS) };
  const subscription = node.createSubscription(topic.type, rosName(topic.name), options, (bytes) => {
    let message: unknown;
    try {
      message = decode(topic.type, bytes);
    } catch (error) {
      if (!complained) complain(`${topic.name}: not a ${topic.type}: ${String(error)}`);
      complained = true;
      return;
    }
    hub.publish(topic, message, "afar");
  });
  return () => node.destroySubscription(subscription);
}
