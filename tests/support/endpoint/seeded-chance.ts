import type { Chance } from "#domain/chance.ts";

/** Chance that comes out the same for the same seed (mulberry32). Good for tests, for nothing secret. */
export const makeSeededChance = (seed: number): Chance => {
  let state = seed >>> 0;
  const byte = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 8) & 255;
  };
  return { bytes: (count) => Uint8Array.from({ length: count }, byte) };
};
