// One hash over every message of a run, so that two runs can be compared bit for bit.
import { createHash } from "node:crypto";
import { serialize } from "node:v8";

export class LogHash {
  readonly #hash = createHash("sha256");

  add(time: number, topic: string, message: unknown): void {
    this.#hash.update(`${time} ${topic} `);
    this.#hash.update(serialize(message));
  }

  digest(): string {
    return this.#hash.copy().digest("hex");
  }
}
