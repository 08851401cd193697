// One hash over every message of a run, so that two runs can be compared bit for bit.
import { createHash } from "node:crypto";

/** Takes values, not how the engine happens to store them: 1 is 1 whether it is kept as an integer or as a double. */
export class LogHash {
  readonly #hash = createHash("sha256");

  add(time: number, topic: string, message: unknown): void {
    this.#hash.update(JSON.stringify([time, topic, message], (_, value: unknown) => this.#exact(value)));
  }

  /** SHA-256 of everything so far: time, topic, message. */
  digest(): string {
    return this.#hash.copy().digest("hex");
  }

  /** What JSON cannot tell apart by itself: numbers that are not finite, the sign of zero, big integers; bytes go in as they are. */
  #exact(value: unknown): unknown {
    if (typeof value === "number")
      return Number.isFinite(value) && !Object.is(value, -0) ? value : text(value);
    if (typeof value === "bigint") return `${value}n`;
    if (!ArrayBuffer.isView(value)) return value;
    this.#hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return `${value.constructor.name} of ${value.byteLength} bytes`;
  }
}

const text = (value: number) => (Object.is(value, -0) ? "-0" : String(value));
