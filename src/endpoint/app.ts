import { Hono } from "hono";
import { OLDEST_PULL_VERSION } from "#protocol/version.ts";
import { makeAttempts } from "./access/attempts.ts";
import { makeOutside } from "./calendars/outside.ts";
import type { AppDeps, RouteDeps } from "./deps.ts";
import { refusal, refusalResponse } from "./failures.ts";
import { securityHeaders } from "./http/headers.ts";
import { isFromOurPages } from "./http/origin.ts";
import { requestCounts } from "./http/request-counts.ts";
import { defectFacts } from "./logger.ts";
import { makeMetrics } from "./metrics.ts";
import { addBusyRoute } from "./routes/busy.ts";
import { addClientRoutes } from "./routes/client.ts";
import { addEarlierRoute } from "./routes/earlier.ts";
import { addEnrolmentRoutes } from "./routes/enrolment.ts";
import { addEventsRoute } from "./routes/events.ts";
import { addFeedRoute } from "./routes/feed.ts";
import { addFeedsRoute } from "./routes/feeds.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addSessionRoute } from "./routes/session.ts";
import { addSyncRoute } from "./routes/sync.ts";

/** How often an open `/events` says that it is still there, in milliseconds; proxies give a silent one up after 30–60 s. */
const usualKeepAliveMs = 25_000;

/**
 * About how many edits are decided in one transaction. Each begins and ends in a few milliseconds; with parts of this size the
 * device stores a quarter of a large push while the next quarter is decided, and other writers get in between.
 */
const usualEditsAtOnce = 250;

/**
 * Builds the endpoint: a function from requests to answers. It holds nothing beside what it is given but counters and its
 * open streams, so any number of them may work on one database. Every refusal has the body of `protocol/refusal.ts`; a
 * defect is caught here, told to the logger without a word of what the request said, and answered with `endpoint.defect`.
 */
export const createApp = (given: AppDeps): Hono => {
  const deps: RouteDeps = {
    oldestPullVersion: OLDEST_PULL_VERSION,
    keepAliveMs: usualKeepAliveMs,
    editsAtOnce: usualEditsAtOnce,
    metrics: makeMetrics(),
    outside: makeOutside(),
    attempts: makeAttempts(given.clock),
    ...given,
  };
  const { clock, logger, metrics, origin } = deps;
  const app = new Hono();
  app.use(requestCounts(deps));
  app.use(securityHeaders(origin));
  app.on(["POST", "PUT", "PATCH", "DELETE"], "*", async (context, next) => {
    if (isFromOurPages(context.req.raw.headers, origin)) return next();
    return refusalResponse(refusal("origin.foreign"), clock.now());
  });
  addHealthRoutes(app, deps);
  addEnrolmentRoutes(app, deps);
  addSessionRoute(app, deps);
  addSyncRoute(app, deps);
  addEarlierRoute(app, deps);
  addEventsRoute(app, deps);
  addBusyRoute(app, deps);
  addFeedsRoute(app, deps);
  addFeedRoute(app, deps);
  if (deps.clientFolder !== null) addClientRoutes(app, deps.clientFolder);
  app.notFound(() => refusalResponse(refusal("route.unknown"), clock.now()));
  app.onError((defect) => {
    metrics.count("katve_defects_total");
    logger.error("endpoint.defect", defectFacts(defect));
    return refusalResponse(refusal("endpoint.defect"), clock.now());
  });
  return app;
};
