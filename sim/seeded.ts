// Numbers that look random and are the same for the same seed.

/** Uniform in 0..1, one stream a seed (mulberry32, public domain, T. Ettinger 2017). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Uniform between two bounds, from one draw. */
export const between = (draw: () => number, least: number, most: number): number =>
  least + (most - least) * draw();
