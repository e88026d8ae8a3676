import { fail, type Result } from "#domain/result.ts";
import type { StorageFailure } from "./guard.ts";

/** Runs tasks one after another: within a tab no two commits overlap. */
export type Queue = {
  /** Runs `task` after every task that was asked for before. Fails with `storage.lost` once the queue is closed. */
  run<T, F>(task: () => Promise<Result<T, F>>): Promise<Result<T, F | StorageFailure>>;
  /** Takes nothing more. What was asked for before still runs to its end, and then `afterwards`: at once if nothing is left. */
  close(afterwards: () => void): void;
};

export const makeQueue = (): Queue => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let afterwards: (() => void) | null = null;
  const finish = () => {
    waiting -= 1;
    if (waiting === 0) afterwards?.();
  };
  return {
    run(task) {
      if (afterwards !== null) return Promise.resolve(fail({ code: "storage.lost" }));
      waiting += 1;
      const next = last.then(task, task);
      last = next.then(finish, finish);
      return next;
    },
    close(task) {
      if (afterwards !== null) return;
      afterwards = task;
      if (waiting === 0) task();
    },
  };
};
