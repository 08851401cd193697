// A real Chromium for the page's tests: one browser a file, a fresh context a test, and every request looked at.
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import { CHROMIUM_FLAGS } from "../../scripts/chromium.ts";
import { findChromium } from "../../scripts/machine.js";

export const SIZES = {
  tablet: { width: 1024, height: 768 },
  upright: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
} as const;

export interface Opened {
  readonly page: Page;
  /** Errors of the page itself: scripts, refused resources. */
  readonly errors: string[];
  /** Every address it asked for or connected to. */
  readonly asked: readonly string[];
}

interface Visit {
  readonly size?: keyof typeof SIZES;
  readonly language?: "ko" | "en";
  readonly path?: string;
}

/** Opens the browser around the tests of a file. Fails a test when the page asked anything of another machine. */
export function useChromium() {
  let browser: Browser | undefined;
  const askedBy: string[][] = [];
  const pages: Page[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? "", args: [...CHROMIUM_FLAGS] });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    const outside = askedBy
      .splice(0)
      .flat()
      .filter((url) => !/^(https?|wss?):\/\/127\.0\.0\.1[:/]|^blob:/.test(url));
    expect(outside).toEqual([]);
  });
  return async (
    address: string,
    { size = "tablet", language = "ko", path = "/" }: Visit = {},
  ): Promise<Opened> => {
    if (!browser) throw new Error("the browser is not open yet: call this inside a test");
    const context = await browser.newContext({ viewport: SIZES[size] });
    const page = await context.newPage();
    pages.push(page);
    const errors: string[] = [];
    const own: string[] = [];
    page.on("request", (request) => own.push(request.url()));
    page.on("websocket", (socket) => own.push(socket.url()));
    askedBy.push(own);
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (said) => {
      if (said.type() === "error" && said.text().includes("Content Security Policy"))
        errors.push(said.text());
    });
    await page.addInitScript((kept) => localStorage.setItem("dolbom.language", kept), language);
    await page.goto(`http://${address}${path}`);
    return { page, errors, asked: own };
  };
}

/** The element a test presses, by its data-testid. */
export const at = (page: Page, id: string) => page.locator(`[data-testid="${id}"]`);

/** Waits for what must come true; how long is no measure, only when a test counts as hung. */
export const until = <T>(holds: () => T | Promise<T>, timeout = 30_000) =>
  vi.waitFor(holds, { timeout, interval: 30 });
