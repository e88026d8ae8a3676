import type { Dice } from "#endpoint/demo/dice.ts";
import { changeEpoch, changeMember, purgeDeleted } from "./administration.ts";
import { engine, exchange, interleave, lateArrival } from "./exchange.ts";
import {
  clone,
  crash,
  dismiss,
  letDaysPass,
  powerLoss,
  setClock,
  spoilDisk,
  takeImage,
} from "./mishap.ts";
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
  [25, crash],
  [15, powerLoss],
  [15, takeImage],
  [8, clone],
  [25, setClock],
  [4, letDaysPass],
  [20, spoilDisk],
  [8, dismiss],
  [30, changeMember],
  [8, changeEpoch],
  [10, purgeDeleted],
];

const sum = weights.reduce((total, [weight]) => total + weight, 0);

/** Chooses what happens next. */
export const chooseStep = (dice: Dice): Step => {
  let left = dice.below(sum);
  for (const [weight, step] of weights) {
    left -= weight;
    if (left < 0) return step;
  }
  throw new Error("the weights add up to their sum");
};
