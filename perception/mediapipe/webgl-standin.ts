// A WebGL2 context without a GPU: holds uploaded pictures in memory and reads them back, which is all MediaPipe asks of it.

import { GL } from "./gl-constants.ts";
import { pixelCalls } from "./pixel-memory.ts";

const TEXTURE_LIMIT = 8192;
/** Answers to the questions MediaPipe asks a context before it uses it. */
function contextCalls(state: ReturnType<typeof pixelCalls>["state"]) {
  const answers: Readonly<Record<number, () => unknown>> = {
    [GL.VERSION]: () => "WebGL 2.0 (memory)",
    [GL.SHADING_LANGUAGE_VERSION]: () => "WebGL GLSL ES 3.00 (memory)",
    [GL.VENDOR]: () => "memory",
    [GL.RENDERER]: () => "memory",
    [GL.MAX_TEXTURE_SIZE]: () => TEXTURE_LIMIT,
    [GL.MAX_TEXTURE_IMAGE_UNITS]: () => 16,
    [GL.MAX_VERTEX_ATTRIBS]: () => 16,
    [GL.FRAMEBUFFER_BINDING]: state.framebuffer,
    [GL.TEXTURE_BINDING_2D]: state.texture,
  };
  const noLimits: readonly number[] = [GL.ACTIVE_UNIFORMS, GL.ACTIVE_ATTRIBUTES];
  return {
    drawingBufferWidth: 1,
    drawingBufferHeight: 1,
    getContextAttributes: () => ({ alpha: true, premultipliedAlpha: true, preserveDrawingBuffer: false }),
    isContextLost: () => false,
    getSupportedExtensions: () => ["EXT_color_buffer_float"],
    getExtension: () => ({}),
    getError: () => 0,
    getParameter: (name: number) => answers[name]?.() ?? 0,
    getShaderPrecisionFormat: () => ({ rangeMin: 127, rangeMax: 127, precision: 23 }),
    checkFramebufferStatus: () => GL.FRAMEBUFFER_COMPLETE,
    isTexture: () => true,
    isSync: () => true,
    fenceSync: () => ({}),
    clientWaitSync: () => GL.ALREADY_SIGNALED,
    getSyncParameter: () => GL.SIGNALED,
    getShaderParameter: () => true,
    getProgramParameter: (_program: unknown, name: number) => (noLimits.includes(name) ? 0 : true),
    getShaderInfoLog: () => "",
    getProgramInfoLog: () => "",
    getAttribLocation: () => 0,
  };
}

/** Every other constant is 0, every other creator gives an object, every other call does nothing. */
function answerUnknown(name: string): unknown {
  if (/^[A-Z0-9_]+$/.test(name)) return 0;
  if (name === "then") return undefined; // or an await would take the context for a promise
  if (name.startsWith("create") || name.startsWith("get")) return () => ({});
  return name.startsWith("current") ? undefined : () => undefined;
}

function createContext(canvas: MemoryCanvas): object {
  const { state, calls } = pixelCalls();
  const known: Record<string, unknown> = { canvas, ...GL, ...contextCalls(state), ...calls };
  return new Proxy(known, {
    get: (target, name) =>
      typeof name === "symbol" || name in target ? Reflect.get(target, name) : answerUnknown(name),
  });
}

/** Takes the place of an OffscreenCanvas: gives a WebGL2 context in memory, and no other kind. */
export class MemoryCanvas {
  width = 1;
  height = 1;
  readonly id = "canvas";
  #context: object | undefined;

  getContext(kind: string): object | null {
    if (kind !== "webgl2") return null;
    return (this.#context ??= createContext(this));
  }
  addEventListener(): void {}
  removeEventListener(): void {}
  getBoundingClientRect() {
    return { left: 0, top: 0, width: this.width, height: this.height };
  }
}
