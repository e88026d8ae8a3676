import type { Kysely } from "kysely";
import { type Clock, hourMs } from "#domain/instant.ts";
import type { Schema } from "../database/schema.ts";
import { defectFacts, type Logger } from "../logger.ts";
import { purge, purgedThings } from "./purge.ts";

/** A purge at the start and every hour after that; `stop` waits for one that runs. Any number of processes may do so. */
export const purgeHourly = ({
  database,
  clock,
  logger,
}: {
  readonly database: Kysely<Schema>;
  readonly clock: Clock;
  readonly logger: Logger;
}): { stop(): Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = running.then(async () => {
      try {
        const purged = await purge(database, clock.now());
        if (purgedThings.some((what) => purged[what] > 0)) logger.info("purge.done", purged);
      } catch (cause) {
        logger.error("purge.failed", defectFacts(cause));
      }
    });
  };
  run();
  const timer = setInterval(run, hourMs);
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
};
