import { type Outcome, runSchedule, stepsOfSchedule } from "./schedule.ts";
import type { Prepared } from "./world/prepared.ts";

/**
 * Runs a schedule and, if it fails, leaves steps out as long as it still breaks the same promise: halves first, then
 * quarters, down to single steps. Each step has dice of its own, so those that stay still do much the same.
 */
export const shrink = async (seed: number, prepared: Prepared): Promise<Outcome> => {
  let best = await runSchedule(seed, prepared);
  if (best.failure === null) return best;
  const { invariant, step } = best.failure;
  let steps = Array.from({ length: Math.min(step + 1, stepsOfSchedule) }, (_, at) => at);
  for (
    let size = Math.ceil(steps.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < steps.length;) {
      const fewer = steps.toSpliced(at, size);
      const outcome = await runSchedule(seed, prepared, fewer);
      if (outcome.failure?.invariant === invariant) {
        best = outcome;
        steps = fewer;
      } else at += size;
    }
  }
  return best;
};
