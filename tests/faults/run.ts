/*
 * Exchanges over bad networks: node tests/faults/run.ts [exchanges] [seed]
 * The last line counts for npm test.
 */
import { storm } from "./storm.ts";

const [syncs = 300, seed = 1] = process.argv.slice(2).map(Number);
let failed = 0;
try {
  const figures = await storm(syncs, seed);
  const told = (counts: object) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  console.log(`${figures.exchanges} exchanges ended: ${told(figures.outcomes)}`);
  console.log(`requests met: ${told(figures.met)}; ${figures.restarts} dead batteries`);
  console.log(
    `${figures.edits} edits, each applied once: ${figures.counted} counts, ${figures.words} words and values, ` +
      `${figures.records} records and entries; every phone shows what the endpoint has`,
  );
} catch (error) {
  failed = 1;
  console.error(error);
}
console.log(JSON.stringify({ passed: 1 - failed, failed }));
process.exitCode = failed;
