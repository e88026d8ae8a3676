import { judgeQuiet } from "./judge/quiet.ts";
import { chooseStep } from "./steps/all.ts";
import type { Prepared } from "./world/prepared.ts";
import { Violation } from "./world/violation.ts";
import { diceOf, World } from "./world/world.ts";

/** How many steps a schedule has. */
export const stepsOfSchedule = 120;

/** What went wrong in a schedule: the promise that broke (`defect`: the program threw), and after which step. */
export type Failure = { readonly invariant: string; readonly what: string; readonly step: number };

/** How a schedule came out. The same seed and steps give the same hash. */
export type Outcome = {
  readonly seed: number;
  readonly hash: string;
  readonly lines: readonly string[];
  readonly failure: Failure | null;
};

const allSteps = Array.from({ length: stepsOfSchedule }, (_, step) => step);

/** Runs one schedule from its seed: all its steps, or only some of them when a failure is looked for. */
export const runSchedule = async (
  seed: number,
  prepared: Prepared,
  steps: readonly number[] = allSteps,
): Promise<Outcome> => {
  const world = new World(seed, prepared);
  let at = -1;
  let failure: Failure | null = null;
  try {
    await world.begin(diceOf(seed, -1));
    for (const step of steps) {
      at = step;
      const dice = diceOf(seed, step);
      world.server.clock.advance(1_000 + dice.below(3_600_000));
      const line = await chooseStep(world, dice)(world, dice);
      world.trace.note(`${step} ${line}`);
      world.check();
    }
    at = stepsOfSchedule;
    await judgeQuiet(world);
    world.check();
  } catch (error) {
    failure = failureOf(error, at);
  } finally {
    await world.close();
  }
  const { lines } = world.trace;
  return { seed, hash: world.trace.hash(), lines, failure };
};

const failureOf = (error: unknown, step: number): Failure => {
  if (error instanceof Violation) {
    return { invariant: error.invariant, what: error.message, step };
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { invariant: "defect", what, step };
};
