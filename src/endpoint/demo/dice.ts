/** Throws that come out the same for the same seed (mulberry32): made-up data, nothing secret. */
export type Dice = {
  /** A whole number from 0 to `sides - 1`. */
  below(sides: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
};

/** Dice that begin at a seed. */
export const makeDice = (seed: number): Dice => {
  let state = seed >>> 0;
  const below = (sides: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
  return { below, pick: (choices) => choices[below(choices.length)] ?? choices[0] };
};
