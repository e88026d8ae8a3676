import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import type { Clock } from "#domain/instant.ts";
import type { Attempts } from "./access/attempts.ts";
import type { Outside } from "./calendars/outside.ts";
import type { Schema } from "./database/schema.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import type { WakeBus } from "./wake-bus.ts";

/** What an endpoint is built from. Nothing in it is shared with another one in the same process. */
export type AppDeps = {
  readonly database: Kysely<Schema>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly wakeBus: WakeBus;
  /** The origin people reach the endpoint by, such as `https://katve.example.fi`; `null`: whatever host they wrote. */
  readonly origin: string | null;
  /** The key under which erased records are remembered (`lifetime/erasure-key.ts`). */
  readonly erasureKey: string;
  /** The folder of the built client; `null`: none is served. */
  readonly clientFolder: string | null;
  /** The oldest version that is answered with records; usually `OLDEST_PULL_VERSION`. */
  readonly oldestPullVersion?: number;
  /** The network beyond the endpoint, for calendars that members have elsewhere; usually the real one. */
  readonly outside?: Outside;
  /** About how many edits of a request are decided at once; usually 250. */
  readonly editsAtOnce?: number;
  /** How often an open `/events` says that it is still there, in milliseconds; usually 25,000. */
  readonly keepAliveMs?: number;
};

/** What routes work with: the dependencies, and what the endpoint itself keeps while it runs. */
export type RouteDeps = Required<AppDeps> & {
  readonly metrics: Metrics;
  readonly attempts: Attempts;
};
