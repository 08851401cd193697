// The page of the stop bench in a real Chromium: presses its stop as a pointer does, and tells when on the host's clock.
import { chromium, type Browser, type CDPSession, type Page } from "playwright-core";
import { CHROMIUM_FLAGS } from "../../scripts/chromium.ts";
import { findChromium } from "../../scripts/machine.js";
import { milliseconds, seconds, type Seconds } from "../../core/units.ts";

/** Moments of one press, on the host's monotonic clock. */
interface Press {
  /** when Chromium had the pointer's event: `event.timeStamp` */
  readonly pressed: Seconds;
  /** when the page came to hear it */
  readonly heard: Seconds;
}

export interface PressPage {
  press(): Promise<Press>;
  release(): Promise<void>;
  /** There and back over a bare WebSocket. */
  echo(): Promise<Seconds>;
  /** How many pictures have come to it. */
  pictures(): Promise<number>;
  close(): Promise<void>;
}

/** Before every script of the page: remembers presses, before any other listener. */
const REMEMBER = `addEventListener("pointerdown", (event) => {
  globalThis.benchPress = [event.timeStamp, performance.now()];
}, true)`;
const CONNECT = (port: number) => `new Promise((open, fail) => {
  const socket = globalThis.benchEcho = new WebSocket("ws://127.0.0.1:${port}");
  socket.onopen = () => open(true);
  socket.onerror = () => fail(new Error("the echo server cannot be reached"));
})`;
/** The text is as long as a stop of the lane. */
const ECHO = `new Promise((done) => {
  const begin = performance.now();
  globalThis.benchEcho.onmessage = () => done(performance.now() - begin);
  globalThis.benchEcho.send('{"op":"stop","sequence":123}');
})`;
/** A second reader of the pictures who takes every one of them: the page itself takes fewer. */
const WATCH = (port: number, topic: string) => `new Promise((open, fail) => {
  const socket = globalThis.benchWatch = new WebSocket("ws://127.0.0.1:${port}");
  globalThis.benchPictures = 0;
  socket.onmessage = () => (globalThis.benchPictures += 1);
  socket.onopen = () => open(socket.send(JSON.stringify({ op: "subscribe", topic: "${topic}" })));
  socket.onerror = () => fail(new Error("the gateway cannot be reached"));
})`;

/** Opens the page at an address. Rejects with one clear error without a Chromium, or when the clocks do not agree. */
export async function openPage(port: number, echoPort: number, picture: string) {
  const executablePath = process.env["CHROMIUM"] ?? findChromium();
  if (executablePath === undefined)
    throw new Error("bench stop: no Chromium found; type: sudo apt-get install -y chromium");
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    return await openIn(browser, port, echoPort, picture);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openIn(browser: Browser, port: number, echoPort: number, picture: string) {
  // The page's own policy forbids it to talk to an echo server.
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  await page.addInitScript(REMEMBER);
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.locator('[data-testid="lane"][data-good="true"]').waitFor();
  // the hand confirms and starts as somebody on site does, and the lane must say the same of the page it acts for
  await page.locator('[data-testid="on-site"]').check();
  await page.evaluate(CONNECT(echoPort));
  await page.evaluate(WATCH(port, picture));
  const origin = await pageOrigin(page, await context.newCDPSession(page));
  const stop = page.locator('[data-testid="stop"]');
  await stop.hover();
  const pressPage: PressPage = {
    async press() {
      await page.mouse.down();
      const [pressed = NaN, heard = NaN] = await page.evaluate<number[]>("globalThis.benchPress");
      return {
        pressed: seconds(origin + milliseconds(pressed)),
        heard: seconds(origin + milliseconds(heard)),
      };
    },
    release: () => page.mouse.up(),
    echo: async () => milliseconds(await page.evaluate<number>(ECHO)),
    pictures: () => page.evaluate<number>("globalThis.benchPictures"),
    close: () => browser.close(),
  };
  return pressPage;
}

/** The host's monotonic clock, which Chromium and Node both read on one machine. */
export const hostNow = (): Seconds => seconds(Number(process.hrtime.bigint()) / 1e9);

const CHECKS = 20;
/** Chromium rounds the page's clock to this. */
const GRAIN = milliseconds(0.1);

/**
 * When the page's performance.now() was zero on the host's clock, as Chromium tells it; proven by asking the page for the
 * time between two looks at the host's. Throws when it does not lie between them.
 */
async function pageOrigin(page: Page, session: CDPSession): Promise<Seconds> {
  await session.send("Performance.enable", { timeDomain: "timeTicks" });
  const { metrics } = await session.send("Performance.getMetrics");
  const origin = seconds(metrics.find(({ name }) => name === "NavigationStart")?.value ?? NaN);
  for (let i = 0; i < CHECKS; i++) {
    const before = hostNow();
    const there = origin + milliseconds(await page.evaluate<number>("performance.now()"));
    const after = hostNow();
    if (!(before - GRAIN <= there && there <= after + GRAIN))
      throw new Error(
        `bench stop: the page's clock says ${there} s, the host's was ${before} to ${after} s: expected one clock`,
      );
  }
  return origin;
}
