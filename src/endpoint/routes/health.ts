import type { Hono } from "hono";
import { sql } from "kysely";
import type { RouteDeps } from "../deps.ts";
import { defectFacts } from "../logger.ts";

/**
 * For those who keep the endpoint running: `GET /healthz` says that the process answers, `GET /readyz` that its database
 * does too (503 if not), `GET /metrics` counts in the text format of Prometheus.
 */
export const addHealthRoutes = (app: Hono, { database, logger, metrics }: RouteDeps): void => {
  app.get("/healthz", (context) => context.text("ok\n"));
  app.get("/readyz", async (context) => {
    try {
      await sql`select 1`.execute(database);
      return context.text("ready\n");
    } catch (defect) {
      logger.error("database.silent", defectFacts(defect));
      return context.text("not ready\n", 503);
    }
  });
  app.get("/metrics", (context) =>
    context.body(metrics.render(), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
    }),
  );
};
