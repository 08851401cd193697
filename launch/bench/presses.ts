// Presses the stop of a whole ride again and again, quiet and flooded by turns, each time when the robot really moves.
import { setTimeout as pause } from "node:timers/promises";
import { seeded } from "../../core/seeded.ts";
import { topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { openGraph } from "../threads/graph.ts";
import { begin, CONDITIONS, groupsOf, rideOptions, type BenchOptions, type Condition } from "./conditions.ts";
import { handNode, type Hand } from "./hand.node.ts";
import { hostNow, openPage, type PressPage } from "./page.ts";
import { watchPort, type Port } from "./port.ts";

/** What was measured under one condition, one number a press, s. */
export interface Pressed {
  /** from the pointer's event in Chromium to zero at the hardware port */
  readonly stops: Seconds[];
  /** of which: until the page heard it */
  readonly pages: Seconds[];
  /** of which: from the lane's hearing of it to zero */
  readonly controls: Seconds[];
  /** there and back over a bare WebSocket, right after each press */
  readonly echoes: Seconds[];
  /** presses that no zero followed */
  missed: number;
  /** presses that came when a rule had just held the robot; made again */
  interrupted: number;
  /** how long the condition lasted, s */
  lasted: number;
  /** pictures that the camera took, and that came to the page */
  taken: number;
  shown: number;
}
interface Bench {
  readonly options: BenchOptions;
  readonly page: PressPage;
  readonly port: Port;
  readonly hand: Hand;
  /** The graph's zero on the host's clock. */
  readonly epoch: number;
  readonly draw: () => number;
  /** Pictures of the camera so far. */
  readonly taken: () => number;
}

/** ms: a robot that does not move after this long will not, and a stop that has not come after this long never comes. */
const READY_LIMIT = 60_000;
const STOP_LIMIT = 2000;
/** s of motion before a press, at random: presses fall anywhere between two ticks. */
const MOVED = { least: 0.1, more: 0.2 } as const;
/** Presses under one condition before the other has its turn: what else the machine does disturbs both alike. */
const TURN = 20;
/** ms until a condition has set in: longer than the gateway hangs. */
const SETTLE = 1000;

const nothing = (): Pressed => ({
  stops: [],
  pages: [],
  controls: [],
  echoes: [],
  missed: 0,
  interrupted: 0,
  lasted: 0,
  taken: 0,
  shown: 0,
});

/** Opens the ride and the page, presses so often under each condition, and closes both. `each` hears of every press. */
export async function pressAll(
  presses: number,
  echoPort: number,
  each: () => void,
): Promise<Readonly<Record<Condition, Pressed>>> {
  const options = await rideOptions();
  const hand: Hand = { drives: true, reasons: [] };
  const port = watchPort(options.channel);
  const graph = await openGraph(groupsOf(options), {}, { nodes: [handNode(hand)] });
  const measured = { quiet: nothing(), flood: nothing() };
  try {
    const epoch = hostNow() - graph.now();
    const page = await openPage(options.port, echoPort, topics.compressedImage.name);
    try {
      let taken = 0;
      graph.hub.subscribe(topics.image, () => (taken += 1));
      const bench = { options, page, port, hand, epoch, draw: seeded(presses), taken: () => taken };
      for (let done = 0; done < presses; done += TURN)
        for (const condition of CONDITIONS)
          await turn(bench, condition, measured[condition], Math.min(TURN, presses - done), each);
      return measured;
    } finally {
      await page.close();
    }
  } finally {
    await graph.stop();
    port.close();
  }
}

async function turn(
  bench: Bench,
  condition: Condition,
  measured: Pressed,
  presses: number,
  each: () => void,
) {
  begin(bench.options, condition);
  await pause(SETTLE);
  const before = { at: hostNow(), taken: bench.taken(), shown: await bench.page.pictures() };
  for (let pressed = 0; pressed < presses;) {
    if (!(await pressOnce(bench, measured))) continue;
    pressed += 1;
    each();
  }
  measured.lasted += hostNow() - before.at;
  measured.taken += bench.taken() - before.taken;
  measured.shown += (await bench.page.pictures()) - before.shown;
}

/** False when some rule held the robot just before the stop came: nothing was left to be changed. */
async function pressOnce({ page, port, hand, epoch, draw }: Bench, measured: Pressed): Promise<boolean> {
  hand.drives = true;
  await untilMoved(port, hand, MOVED.least + MOVED.more * draw());
  const zero = port.next(false, STOP_LIMIT);
  const { pressed, heard } = await page.press();
  const seen = await zero;
  hand.drives = false;
  await page.release();
  if (seen !== undefined && !seen.stopped) {
    measured.interrupted += 1;
    return false;
  }
  if (seen === undefined) measured.missed += 1;
  else {
    measured.stops.push(seconds(epoch + seen.at - pressed));
    measured.pages.push(seconds(heard - pressed));
    measured.controls.push(seconds(seen.at - seen.laneAt));
  }
  measured.echoes.push(await page.echo());
  return true;
}

/** Resolves when the robot has moved for so long without a pause, s. Throws when it never does, saying what it says. */
async function untilMoved(port: Port, hand: Hand, duration: number): Promise<void> {
  const limit = performance.now() + READY_LIMIT;
  for (;;) {
    const left = limit - performance.now();
    const moves = port.moving || (left > 0 && (await port.next(true, left)) !== undefined);
    if (!moves)
      throw new Error(`bench stop: the robot does not move: ${hand.reasons.join(", ") || "nothing is said"}`);
    if ((await port.next(false, 1000 * duration)) === undefined) return;
  }
}
