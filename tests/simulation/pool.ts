import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Outcome } from "./schedule.ts";
import type { Task } from "./worker.ts";

/** How a run of many schedules goes. `mutation` is planted into the sources of every worker. */
export type PoolOptions = {
  readonly mutation?: string;
  readonly workers?: number;
  /** Hears of each outcome as it comes; `false` ends the run. */
  readonly onOutcome: (outcome: Outcome) => boolean;
};

const folder = import.meta.dirname;

/** Runs the schedules of some seeds on every core. Rejects when a worker ends by itself. */
export const runPool = async (
  seeds: Iterable<number>,
  { mutation, workers = availableParallelism(), onOutcome }: PoolOptions,
): Promise<void> => {
  const left = seeds[Symbol.iterator]();
  let isOver = false;
  const work = (): Promise<void> => {
    const child = startWorker(mutation);
    return new Promise((resolve, reject) => {
      const next = () => {
        const { done = false, value } = isOver ? { done: true, value: 0 } : left.next();
        if (done) child.disconnect();
        else child.send({ seed: value, isShrinking: false } satisfies Task);
      };
      child.on("message", (message: Outcome | "ready") => {
        if (message !== "ready" && !onOutcome(message)) isOver = true;
        next();
      });
      child.on("error", reject);
      child.on("exit", (status) => {
        if (status === 0) resolve();
        else reject(new Error(`a worker ended with ${status}`));
      });
    });
  };
  await Promise.all(Array.from({ length: workers }, work));
};

/** Shortens the schedule of one seed. */
export const shrinkInPool = (seed: number, mutation?: string): Promise<Outcome> => {
  const child = startWorker(mutation);
  return new Promise((resolve, reject) => {
    child.on("message", (message: Outcome | "ready") => {
      if (message === "ready") child.send({ seed, isShrinking: true } satisfies Task);
      else {
        child.disconnect();
        resolve(message);
      }
    });
    child.on("exit", (status) => reject(new Error(`the worker ended with ${status}`)));
  });
};

const startWorker = (mutation: string | undefined): ChildProcess =>
  fork(join(folder, "worker.ts"), {
    execArgv: mutation === undefined ? [] : ["--import", join(folder, "plant.ts")],
    env: { ...process.env, KATVE_MUTATION: mutation ?? "" },
    serialization: "advanced",
  });
