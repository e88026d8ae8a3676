import { parseArgs } from "node:util";
import { mutations } from "./mutations/all.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { runPool } from "./pool.ts";
import type { Outcome } from "./schedule.ts";
import { lossEvery } from "./world/world.ts";

/*
 * node tests/simulation/gate.ts                   every mutation
 * node tests/simulation/gate.ts --only NAME       one of them
 *
 * Plants one fault at a time and expects the simulation to find it. The last line is JSON: { passed, failed }.
 */
const { values } = parseArgs({ options: { only: { type: "string" } } });

/** The first schedule that fails under a mutation, or what kept the search from being one. */
const find = async ({ name, within, isOfLosses }: Mutation): Promise<Outcome | string | null> => {
  const step = isOfLosses === true ? lossEvery : 1;
  const seeds = Array.from({ length: within }, (_, at) => (at + 1) * step);
  let found: Outcome | null = null;
  const onOutcome = (outcome: Outcome) => {
    if (outcome.failure !== null && (found?.seed ?? Infinity) > outcome.seed) found = outcome;
    return found === null;
  };
  try {
    await runPool(seeds, { mutation: name, onOutcome, workers: 1 });
    return found;
  } catch (error) {
    return String(error);
  }
};

const judge = (mutation: Mutation, found: Outcome | string | null): boolean => {
  const { name, within, by } = mutation;
  if (typeof found === "string") {
    console.log(`NOT PLANTED  ${name}: ${found}`);
    return false;
  }
  if (found?.failure === undefined || found.failure === null) {
    console.log(`NOT CAUGHT   ${name}: nothing failed in ${within} schedules`);
    return false;
  }
  const { invariant, what } = found.failure;
  const isRight = by.includes(invariant);
  const head = isRight ? "caught      " : "BY ANOTHER  ";
  console.log(
    `${head} ${name}: seed ${found.seed}, within ${within}: ${what.split("\n")[0]?.slice(0, 160)}`,
  );
  return isRight;
};

const wanted = mutations.filter(({ name }) => values.only === undefined || name === values.only);
const left = wanted.values();
let passed = 0;
const searchNext = async (): Promise<void> => {
  for (const mutation of left) if (judge(mutation, await find(mutation))) passed += 1;
};
await Promise.all([searchNext(), searchNext()]);
console.log(JSON.stringify({ passed, failed: wanted.length - passed }));
process.exitCode = passed === wanted.length ? 0 : 1;
