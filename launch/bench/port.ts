// What happens at the hardware port, as the witness in the control group tells it.
import { setTimeout as pause } from "node:timers/promises";
import { BroadcastChannel } from "node:worker_threads";
import type { Witnessed } from "./witness.node.ts";

export interface Port {
  readonly moving: boolean;
  /** What is seen when the robot next moves or stands; undefined when it does not within `limit` ms. */
  next(moving: boolean, limit: number): Promise<Witnessed | undefined>;
  close(): void;
}

/** Hears the witness that speaks on this channel. */
export function watchPort(channelName: string): Port {
  const channel = new BroadcastChannel(channelName);
  const waiting = new Set<(seen: Witnessed) => void>();
  let moving = false;
  channel.onmessage = (event) => {
    const seen = (event as { data: Witnessed }).data;
    moving = seen.moving;
    for (const tell of waiting) tell(seen);
  };
  return {
    get moving() {
      return moving;
    },
    async next(wanted, limit) {
      const ended = new AbortController();
      const { promise, resolve } = Promise.withResolvers<Witnessed>();
      const tell = (seen: Witnessed) => seen.moving === wanted && resolve(seen);
      waiting.add(tell);
      const never = pause(limit, undefined, { signal: ended.signal }).catch(() => undefined);
      const first = await Promise.race([promise, never]);
      ended.abort();
      waiting.delete(tell);
      return first;
    },
    close: () => channel.close(),
  };
}
