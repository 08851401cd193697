// Lends MediaPipe the few browser globals it looks for while it loads, and takes them back.
import { MemoryCanvas } from "./webgl-standin.ts";

/** No context is ever an instance of this. */
function NoContext(): void {}

/** Of the native log only errors and fatal lines are for a person: I and W lines tell of the stand-in context. */
export function printNative(line: string): void {
  if (/^[EF]\d{4} /.test(line)) console.error(line);
}

/**
 * Runs `load` with the globals in place. They go again afterwards, because other libraries take their presence
 * for a browser.
 */
export async function withBrowserGlobals<Result>(load: () => Promise<Result>): Promise<Result> {
  const lent: Readonly<Record<string, unknown>> = {
    self: globalThis,
    ModuleFactory: undefined, // set by the loader before each use, cleared by MediaPipe after it
    Module: { print: printNative, printErr: printNative },
    OffscreenCanvas: MemoryCanvas,
  };
  // Asked for at every picture, so it stays.
  Object.assign(globalThis, { WebGLRenderingContext: NoContext });
  const before = Object.keys(lent).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(lent)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  try {
    return await load();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  }
}
