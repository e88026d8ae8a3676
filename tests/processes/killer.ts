import { setTimeout as delay } from "node:timers/promises";
import type { Fleet } from "./fleet.ts";

/** Kills one process after the other, each a while after the last one is back, and tells at the end how many. */
export const killByTurns = async (
  fleet: Fleet,
  pauseMs: number,
  isGoing: () => boolean,
): Promise<number> => {
  let kills = 0;
  for (; isGoing(); kills += 1) {
    await delay(pauseMs);
    await fleet.replace(kills % fleet.size);
  }
  return kills;
};
