import type { Chance } from "#domain/chance.ts";

/** Draws from a chance: the same seed throws the same. */
export type Dice = {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** One of these. */
  pick<T>(choices: readonly T[]): T;
  /** Whether something that happens once in `times` happens now. */
  once(times: number): boolean;
};

/** Dice that fall by a chance. */
export const makeDice = (chance: Chance): Dice => {
  const below = (limit: number): number => {
    const [a = 0, b = 0, c = 0] = chance.bytes(3);
    return ((a << 16) | (b << 8) | c) % limit;
  };
  return {
    below,
    pick: (choices) => {
      const picked = choices[below(choices.length)];
      if (picked === undefined) throw new Error("there is nothing to pick from");
      return picked;
    },
    once: (times) => below(times) === 0,
  };
};
