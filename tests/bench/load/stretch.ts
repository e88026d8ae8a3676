import { setTimeout as wait } from "node:timers/promises";
import type { Due } from "./schedule.ts";

/** What a stretch of the schedule came to. Times in milliseconds, sorted. */
export type Stretch = {
  readonly syncs: number;
  readonly pushes: number;
  readonly seconds: number;
  /** From the moment an exchange was due to its whole answer, whether it was sent late or not. */
  readonly answerMs: readonly number[];
  /** How late this process was to send. */
  readonly lateMs: readonly number[];
  /** What went wrong, by its words; an exchange without an answer in time is among them. */
  readonly errors: ReadonlyMap<string, number>;
};

/** How long answers may still come after the last exchange was due, in milliseconds. */
const patienceMs = 5_000;

/**
 * Makes every exchange when it is due, however many are still under way: an endpoint that falls behind is not spared
 * ("coordinated omission").
 */
export const playStretch = async (dues: readonly Due[], seconds: number): Promise<Stretch> => {
  const answerMs: number[] = [];
  const lateMs: number[] = [];
  const errors = new Map<string, number>();
  const blame = (what: string, count: number) => errors.set(what, (errors.get(what) ?? 0) + count);
  const beganAt = performance.now();
  const sinceBegin = () => performance.now() - beganAt;
  const underWay = new Set<Promise<void>>();
  let pushes = 0;
  const send = async ({ atMs, device, withEdit }: Due) => {
    lateMs.push(sinceBegin() - atMs);
    try {
      await device.sync(withEdit);
      answerMs.push(sinceBegin() - atMs);
      if (withEdit) pushes += 1;
    } catch (error) {
      blame(error instanceof Error ? error.message : String(error), 1);
    }
  };
  for (const due of dues) {
    for (let restMs = due.atMs - sinceBegin(); restMs > 0; restMs = due.atMs - sinceBegin()) {
      await wait(restMs);
    }
    const sent = send(due).finally(() => underWay.delete(sent));
    underWay.add(sent);
  }
  await wait(Math.max(0, seconds * 1_000 - sinceBegin()));
  const given = new AbortController();
  await Promise.race([
    Promise.all(underWay),
    wait(patienceMs, undefined, { signal: given.signal }).catch(() => undefined),
  ]);
  given.abort();
  const tookMs = sinceBegin();
  const syncs = answerMs.length;
  if (underWay.size > 0) blame("no answer in time", underWay.size);
  // The next stretch begins with nothing under way.
  await Promise.all(underWay);
  return {
    syncs,
    pushes,
    seconds: tookMs / 1_000,
    answerMs: answerMs.sort((one, other) => one - other),
    lateMs: lateMs.sort((one, other) => one - other),
    errors,
  };
};

/** The value below which a share of sorted ones lies; `share` from 0 to 1. None of none is endless. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ??
  Number.POSITIVE_INFINITY;
