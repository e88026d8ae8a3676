import type { Dice } from "#endpoint/demo/dice.ts";
import {
  backUp,
  changeEpoch,
  changeMember,
  purgeDeleted,
  restoreBackup,
} from "./administration.ts";
import { engine, exchange, interleave, lateArrival } from "./exchange.ts";
import { hear } from "./hear.ts";
import {
  clone,
  crash,
  dismiss,
  letDaysPass,
  loseDisk,
  powerLoss,
  setClock,
  spoilDisk,
  takeImage,
} from "./mishap.ts";
import type { World } from "../world/world.ts";
import type { Step } from "./step.ts";
import { openForm, write } from "./write.ts";

/** What can happen, and how often: each weight is a share of the sum. */
const weights: readonly (readonly [weight: number, step: Step])[] = [
  [400, write],
  [50, openForm],
  [280, exchange],
  [30, engine],
  [35, interleave],
  [45, lateArrival],
  [60, hear],
  [25, crash],
  [15, powerLoss],
  [15, takeImage],
  [25, setClock],
  [4, letDaysPass],
  [20, spoilDisk],
  [8, dismiss],
  [30, changeMember],
  [8, changeEpoch],
  [10, purgeDeleted],
];

type Weights = typeof weights;

const withClones: Weights = [...weights, [8, clone]];
const withSpares: Weights = [...withClones, [15, loseDisk]];
const withLosses: Weights = [...weights, [20, backUp], [12, restoreBackup]];

/** Chooses what happens next. */
export const chooseStep = ({ hasLosses, hasSpares }: World, dice: Dice): Step => {
  const choices = hasLosses ? withLosses : hasSpares ? withSpares : withClones;
  let left = dice.below(choices.reduce((total, [weight]) => total + weight, 0));
  for (const [weight, step] of choices) {
    left -= weight;
    if (left < 0) return step;
  }
  throw new Error("the weights add up to their sum");
};
