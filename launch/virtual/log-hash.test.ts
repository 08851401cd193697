// The hash of a run: what differs is told apart, and how the engine stores a number is not.
import { expect, test } from "vitest";
import { LogHash } from "./log-hash.ts";

const hashOf = (message: unknown): string => {
  const hash = new LogHash();
  hash.add(0.5, "/topic", message);
  return hash.digest();
};

test("messages that differ in value have different hashes, down to the sign of zero", () => {
  const values = [0, -0, 1, NaN, Infinity, -Infinity, 1n, "1", null, 0.1 + 0.2, 0.3, [1], { x: 1 }];
  const bytes = [Float32Array.of(1), Float64Array.of(1), Uint8Array.of(1), Uint8Array.of(2)];
  const all = [...values, ...bytes].map((value) => hashOf({ value }));
  expect(new Set(all).size).toBe(all.length);
});

test("a number has one hash whether the engine keeps it as an integer or as a double", () => {
  const half = Float64Array.of(0.5);
  const asDouble = { x: 2 * (half[0] ?? 0) };
  expect(hashOf(asDouble)).toBe(hashOf({ x: 1 }));
});
