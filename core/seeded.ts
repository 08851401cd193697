// Numbers that look random and are the same for the same seed: for tests, fuzzing and simulated noise.

/** A source of numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain), 2³² states. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Uniform between two bounds, from one draw. */
export const between = (draw: () => number, least: number, most: number): number =>
  least + (most - least) * draw();
