// The bench of the stop: from a press in a real Chromium page to the zero command at the hardware port, quiet and flooded.
import { Worker } from "node:worker_threads";
import { SingleBar } from "cli-progress";
import { pressAll, type Pressed } from "./presses.ts";
import { median, p99 } from "./statistics.ts";
import { rounded, type Verdict } from "./verdict.ts";

/** Issue 2, "Done when" 4: the flood must not change the 99th percentile by more than half. */
const MOST_FLOOD_TO_QUIET = 1.5;

/** `presses` under each condition, which alternate. Quiet is the whole ride as it always is. */
export async function benchStop({ presses }: { readonly presses: number }): Promise<Verdict> {
  const echo = new Worker(new URL("echo.ts", import.meta.url));
  const echoPort = await new Promise<number>((resolve, reject) =>
    echo.once("message", resolve).once("error", reject),
  );
  const bar = new SingleBar({
    format: "{bar} {value}/{total} presses, {eta_formatted} left",
    stream: process.stderr,
  });
  const shown = process.stderr.isTTY;
  if (shown) bar.start(2 * presses, 0);
  const each = () => shown && bar.increment();
  try {
    const { quiet, flood } = await pressAll(presses, echoPort, each);
    return verdictOf(quiet, flood);
  } finally {
    bar.stop();
    await echo.terminate();
  }
}

const times = (name: string, measured: readonly number[]) => ({
  [`${name}_median_ms`]: 1000 * median(measured),
  [`${name}_p99_ms`]: 1000 * p99(measured),
});

/** Throws when nothing was pressed. */
export function verdictOf(quiet: Pressed, flood: Pressed): Verdict {
  const missed = quiet.missed + flood.missed;
  const told = (pressed: Pressed, name: string) => ({
    ...times(name, pressed.stops),
    ...times(`${name}_page`, pressed.pages),
    ...times(`${name}_control`, pressed.controls),
    ...times(`${name}_echo`, pressed.echoes),
    [`${name}_interrupted_presses`]: pressed.interrupted,
    [`${name}_camera_hz`]: pressed.taken / pressed.lasted,
    [`${name}_pictures_at_page_hz`]: pressed.shown / pressed.lasted,
  });
  const figures = rounded({
    presses: quiet.stops.length + flood.stops.length,
    missed_presses: missed,
    ...told(quiet, "quiet"),
    ...told(flood, "flood"),
    ratio_median_to_echo: median(quiet.stops) / median(quiet.echoes),
    flood_to_quiet_p99: p99(flood.stops) / p99(quiet.stops),
  });
  const { flood_to_quiet_p99: change = NaN, ratio_median_to_echo: ratio = NaN } = figures;
  const line = (name: "quiet" | "flood") =>
    `${name}: median ${figures[`${name}_median_ms`]} ms, p99 ${figures[`${name}_p99_ms`]} ms ` +
    `(echo ${figures[`${name}_echo_median_ms`]} and ${figures[`${name}_echo_p99_ms`]} ms)`;
  return {
    ok: missed === 0 && change <= MOST_FLOOD_TO_QUIET,
    figures,
    text: [
      "from the pointer's event in Chromium to the zero command at the hardware port:",
      line("quiet"),
      line("flood"),
      `median ${ratio} times a bare ws echo there and back; flood changes the p99 by ${change} (at most ${MOST_FLOOD_TO_QUIET})`,
    ],
  };
}
