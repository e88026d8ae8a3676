import { parseArgs } from "node:util";
import { runPool, shrinkInPool } from "./pool.ts";
import type { Outcome } from "./schedule.ts";

/*
 * npm run simulate                                   1,000 schedules from seed 1
 * npm run simulate -- --schedules 10000 --seed S     any number, from any seed
 * npm run simulate -- --trace S                      one schedule, shortened to what still fails, step by step
 *                     --mutation NAME                with a fault of mutations/ planted
 *
 * The last line is JSON: { passed, failed }.
 */
const { values } = parseArgs({
  options: {
    schedules: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    trace: { type: "string" },
    mutation: { type: "string" },
  },
});

/** How many failing seeds are shown shortened; more rarely say more. */
const shownAtMost = 3;

const count = Number(values.schedules);
const first = Number(values.seed);
const planted = values.mutation === undefined ? {} : { mutation: values.mutation };

const show = async (seed: number): Promise<boolean> => {
  const { lines, failure, hash } = await shrinkInPool(seed, values.mutation);
  console.log(`\nseed ${seed}, trace ${hash}`);
  for (const line of lines) console.log(`  ${line}`);
  console.log(failure === null ? "  every promise is kept" : `  ${failure.what}`);
  return failure === null;
};

const runMany = async (): Promise<void> => {
  const startedAt = performance.now();
  const failing: Outcome[] = [];
  let done = 0;
  const onOutcome = (outcome: Outcome) => {
    done += 1;
    if (outcome.failure !== null) {
      failing.push(outcome);
      console.log(`seed ${outcome.seed}: ${outcome.failure.what.split("\n")[0]}`);
    }
    if (done % 500 === 0) console.log(`${done} schedules, ${failing.length} failed`);
    return true;
  };
  await runPool(
    Array.from({ length: count }, (_, at) => first + at),
    { onOutcome, ...planted },
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const { seed } of failing.slice(0, shownAtMost)) await show(seed);
  const speed = (done / seconds).toFixed(1);
  console.log(`\n${done} schedules in ${seconds.toFixed(0)} s, ${speed} a second`);
  if (failing.length > 0) console.log(`failing seeds: ${failing.map(({ seed }) => seed).join()}`);
  console.log(JSON.stringify({ passed: done - failing.length, failed: failing.length }));
  process.exitCode = failing.length === 0 ? 0 : 1;
};

if (values.trace === undefined) await runMany();
else if (!(await show(Number(values.trace)))) process.exitCode = 1;
