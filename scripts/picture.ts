// `npm run picture`: rides into the lift in a real Chromium and takes the README's pictures of the page.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { TaskState } from "../core/messages.ts";
import { openPatientRide } from "../launch/patient-ride.ts";
import { CHROMIUM_FLAGS } from "./chromium.ts";
import { findChromium, ROOT } from "./machine.js";

const FOLDER = join(ROOT, "docs/img");
/** A tablet on its stand beside the bed. */
const SIZE = { width: 1280, height: 800 };
/** [ms] the ride gets to each of its steps; on a slow machine it takes its time. */
const PATIENCE = 600_000;
/** [1] of the whole task at which the pads bear and the resident is on the way up. */
const INTO_LIFT = 0.6;

const at = (page: Page, id: string) => page.locator(`[data-testid="${id}"]`);

/** Presses whichever of reset, confirmation and start is live, until the task can begin. */
async function makeReady(page: Page): Promise<void> {
  await at(page, "on-site").check();
  const end = performance.now() + PATIENCE;
  while (!(await at(page, "stand-up").isEnabled())) {
    if (performance.now() > end)
      throw new Error(`the task cannot begin: ${await at(page, "reasons").innerText()}`);
    for (const id of ["reset", "confirm", "start"])
      if (await at(page, id).isEnabled()) await at(page, id).click({ timeout: PATIENCE });
    await page.waitForTimeout(100);
  }
}

async function rideIntoLift(page: Page): Promise<void> {
  await makeReady(page);
  await at(page, "stand-up").click();
  const wanted = `[data-testid="phase"][data-phase="${TaskState.LIFT}"]`;
  await page.locator(wanted).waitFor({ timeout: PATIENCE });
  const progress = at(page, "progress");
  const end = performance.now() + PATIENCE;
  while (!(Number(await progress.getAttribute("value")) >= INTO_LIFT)) {
    if (performance.now() > end) throw new Error("the lift does not get on");
    await page.waitForTimeout(50);
  }
}

async function takePictures(page: Page): Promise<readonly string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const korean = join(FOLDER, "page.png");
  const english = join(FOLDER, "page-en.png");
  await page.screenshot({ path: korean });
  await at(page, "language").click();
  await page.screenshot({ path: english });
  return [korean, english];
}

const ride = await openPatientRide();
const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: [...CHROMIUM_FLAGS] });
try {
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(ride.address);
  await rideIntoLift(page);
  for (const file of await takePictures(page)) console.log(file);
} finally {
  await browser.close();
  await ride.stop();
}
