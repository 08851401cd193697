// Presses the stop of a whole ride again and again under one condition, each time when the robot really moves.
import { BroadcastChannel } from "node:worker_threads";
import { setTimeout as pause } from "node:timers/promises";
import { topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { seeded } from "../../core/seeded.ts";
import { openGraph } from "../threads/graph.ts";
import { groupsUnder, rideOptions, type Condition } from "./conditions.ts";
import { handNode, type Hand } from "./hand.node.ts";
import { hostNow, openPage, type PressPage } from "./page.ts";
import type { Witnessed } from "./witness.node.ts";

/** What was measured, one number a press, s. */
export interface Pressed {
  /** from the pointer's event in Chromium to zero at the hardware port */
  readonly stops: readonly Seconds[];
  /** of which: until the page heard it */
  readonly pages: readonly Seconds[];
  /** of which: from the lane's hearing of it to zero */
  readonly controls: readonly Seconds[];
  /** there and back over a bare WebSocket, right after each press */
  readonly echoes: readonly Seconds[];
  /** presses that no zero followed */
  readonly missed: number;
  /** presses that came when a rule had just held the robot; made again */
  readonly interrupted: number;
  /** pictures a second that the camera took */
  readonly cameraRate: number;
  /** pictures a second that came to the page */
  readonly pictureRate: number;
}

/** ms: a robot that does not move after this long will not, and a stop that has not come after this long never comes. */
const READY_LIMIT = 60_000;
const STOP_LIMIT = 2000;
/** s of motion before a press, at random: presses fall anywhere between two ticks. */
const MOVED = { least: 0.1, more: 0.2 } as const;

/** Opens the ride and the page, presses so often, and closes both. `each` hears of every press. */
export async function pressUnder(
  condition: Condition,
  presses: number,
  echoPort: number,
  each: () => void,
): Promise<Pressed> {
  const options = await rideOptions();
  const hand: Hand = { drives: true, reasons: [] };
  const port = watchPort(options.channel);
  const graph = await openGraph(groupsUnder(condition, options), {}, { nodes: [handNode(hand)] });
  try {
    const epoch = hostNow() - graph.now();
    const page = await openPage(options.port, echoPort, topics.compressedImage.name);
    try {
      let taken = 0;
      graph.hub.subscribe(topics.image, () => (taken += 1));
      const begin = { at: hostNow(), pictures: await page.pictures() };
      const measured = await pressAll(page, port, hand, presses, epoch, each);
      const duration = hostNow() - begin.at;
      const shown = (await page.pictures()) - begin.pictures;
      return { ...measured, cameraRate: taken / duration, pictureRate: shown / duration };
    } finally {
      await page.close();
    }
  } finally {
    await graph.stop();
    port.close();
  }
}

async function pressAll(
  page: PressPage,
  port: Port,
  hand: Hand,
  presses: number,
  epoch: number,
  each: () => void,
) {
  const draw = seeded(presses);
  const [stops, pages, controls, echoes]: [Seconds[], Seconds[], Seconds[], Seconds[]] = [[], [], [], []];
  let [missed, interrupted] = [0, 0];
  while (stops.length + missed < presses) {
    hand.drives = true;
    await untilMoved(port, hand, MOVED.least + MOVED.more * draw());
    const zero = port.next(false, STOP_LIMIT);
    const { pressed, heard } = await page.press();
    const seen = await zero;
    hand.drives = false;
    await page.release();
    if (seen !== undefined && !seen.stopped) {
      // some rule held the robot just before the stop came: nothing was left to be changed
      if ((interrupted += 1) > presses)
        throw new Error(`bench stop: the robot does not keep moving: ${hand.reasons.join(", ")}`);
      continue;
    }
    if (seen === undefined) missed += 1;
    else {
      stops.push(seconds(epoch + seen.at - pressed));
      pages.push(seconds(heard - pressed));
      controls.push(seconds(seen.at - seen.laneAt));
    }
    echoes.push(await page.echo());
    each();
  }
  return { stops, pages, controls, echoes, missed, interrupted };
}

/** Resolves when the robot has moved for so long without a pause, s. Throws when it never does, saying what it says. */
async function untilMoved(port: Port, hand: Hand, duration: number): Promise<void> {
  const limit = performance.now() + READY_LIMIT;
  for (;;) {
    const left = limit - performance.now();
    const moves = port.moving || (left > 0 && (await port.next(true, left)) !== undefined);
    if (!moves)
      throw new Error(`bench stop: the robot does not move: ${hand.reasons.join(", ") || "nothing is said"}`);
    const paused = port.next(false, 1000 * duration);
    if ((await paused) === undefined) return;
  }
}

interface Port {
  readonly moving: boolean;
  /** What is seen when the robot next moves or stands; undefined when it does not within `limit` ms. */
  next(moving: boolean, limit: number): Promise<Witnessed | undefined>;
  close(): void;
}

/** Hears the witness. */
function watchPort(channelName: string): Port {
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
