/*
 * Throws hostile requests at the endpoint: node tests/fuzz/run.ts [requests per route] [seed]
 * The last line counts for npm test.
 */
import { fuzz } from "./fuzz.ts";

const [perRoute = 3_400, seed = 1] = process.argv.slice(2).map(Number);
let failed = 0;
try {
  const { attacks, statuses, dearestMs, grownBytes } = await fuzz(perRoute, seed);
  const told = Object.entries(statuses).sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [answer, count] of told) console.log(`${answer.padEnd(24)} ${count}`);
  console.log(
    `${attacks} hostile requests; the dearest took ${Math.round(dearestMs)} ms of a processor; ` +
      `the heap grew by ${Math.round(grownBytes / 1_024)} KiB`,
  );
} catch (error) {
  failed = 1;
  console.error(error);
}
console.log(JSON.stringify({ passed: 1 - failed, failed }));
process.exitCode = failed;
