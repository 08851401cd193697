// How many steps a second a running Gazebo does of the same ward, its sensors and systems included, as fast as it can.
import { setTimeout as pause } from "node:timers/promises";
import { gazeboLink, type GazeboLink } from "./link.ts";
import { optionsFromEnvironment } from "./transport/environment.ts";
import { openTransport } from "./transport/transport.ts";

const WORLD = "ward";
/** [s] that a Gazebo gets to show itself, and that each measurement lasts */
const PATIENCE = 2;
const MEASURED = 3;
const PIECES = 3;
/** Far beyond what any machine does: Gazebo then never waits for the clock. */
const UNBOUNDED = 1000;
/** [s] ward.sdf, max_step_size */
const STEP = 0.002;

/** Steps a second, one figure a piece of three seconds; undefined where no Gazebo with this world runs. Leaves it paused, so that what is measured next has the machine. */
export async function gazeboRates(): Promise<readonly number[] | undefined> {
  const link = gazeboLink(await openTransport(optionsFromEnvironment()), WORLD);
  try {
    for (const end = performance.now() + PATIENCE * 1000; !link.isThere(); await pause(50))
      if (performance.now() > end) return undefined;
    await link.pause(false);
    await link.rate(UNBOUNDED, STEP);
    const rates: number[] = [];
    for (let piece = 0; piece < PIECES; piece++) rates.push(await measure(link));
    await link.rate(1, STEP);
    await link.pause(true);
    return rates;
  } finally {
    await link.close();
  }
}

async function measure(link: GazeboLink): Promise<number> {
  link.ticks();
  await pause(MEASURED * 1000);
  const ticks = link.ticks();
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined || !(last.heardAt > first.heardAt))
    throw new Error("gazebo: it was found, but its clock stands");
  return (last.sim - first.sim) / STEP / (last.heardAt - first.heardAt);
}
