import { beforeAll, describe, expect, test } from "vitest";
import { runSchedule, stepsOfSchedule } from "./schedule.ts";
import { type Prepared, prepare } from "./world/prepared.ts";

let prepared: Prepared;

beforeAll(async () => {
  prepared = await prepare();
});

/** Twenty-four schedules here, a thousand in `npm test`: see `simulate.ts`. */
const batches = Array.from({ length: 6 }, (_, batch) => ({ first: 1 + batch * 4 }));

describe("a random schedule", () => {
  test.each(batches)(
    "keeps every promise, from seed $first on",
    async ({ first }) => {
      for (let seed = first; seed < first + 4; seed += 1) {
        const { failure } = await runSchedule(seed, prepared);
        expect(failure, `npm run simulate -- --trace ${seed}`).toBeNull();
      }
    },
    60_000,
  );

  test("goes the same way each time it is run from its seed", async () => {
    const one = await runSchedule(5, prepared);
    const other = await runSchedule(5, await prepare());
    expect(other.lines).toEqual(one.lines);
    expect(other.hash).toBe(one.hash);
    expect((await runSchedule(6, prepared)).hash).not.toBe(one.hash);
  }, 60_000);

  test("can be shortened: its steps do not depend on each other's dice", async () => {
    const steps = [0, 7, stepsOfSchedule - 1];
    const { lines } = await runSchedule(5, prepared, steps);
    expect(lines.slice(1).map((line) => Number.parseInt(line, 10))).toEqual(steps);
  });
});
