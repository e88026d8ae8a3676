import { runSchedule } from "./schedule.ts";
import { shrink } from "./shrink.ts";
import { prepare } from "./world/prepared.ts";

/** What the pool asks of a worker: to run the schedule of a seed, or to find the shortest one that still fails like it. */
export type Task = { readonly seed: number; readonly isShrinking: boolean };

/* One process of the pool: runs the schedules it is told to, one after another. */
const prepared = await prepare();

process.on("message", ({ seed, isShrinking }: Task) => {
  const run = isShrinking ? shrink(seed, prepared) : runSchedule(seed, prepared);
  run.then(
    (outcome) => process.send?.(outcome),
    // Nothing in a schedule throws; what does is a defect of the harness, and ends it.
    (error: unknown) => {
      throw error;
    },
  );
});
process.send?.("ready");
