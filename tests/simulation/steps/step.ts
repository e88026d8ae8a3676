import type { Dice } from "#endpoint/demo/dice.ts";
import type { World } from "../world/world.ts";

/** One thing that happens; tells in a line what it was. */
export type Step = (world: World, dice: Dice) => Promise<string>;

/** One of several, which there are. */
export const anyOf = <T>(dice: Dice, choices: readonly T[]): T => {
  const choice = choices[dice.below(choices.length)];
  if (choice === undefined) throw new Error("there is nothing to choose from");
  return choice;
};
