import type { MiddlewareHandler } from "hono";
import type { RouteDeps } from "../deps.ts";

/** The routes that are counted by name; everything else counts as the client's files. */
const routes = new Set([
  "/sync",
  "/events",
  "/enrolment",
  "/enrolment/look",
  "/session",
  "/busy",
  "/feeds",
]);

/** The name a path counts under. A feed's own address is a secret, and is written nowhere. */
const routeOf = (path: string): string => {
  if (path.startsWith("/feed/")) return "/feed";
  return routes.has(path) ? path : "other";
};

/** Counts every answered request, and tells the logger of those that were turned away. */
export const requestCounts =
  ({
    clock,
    logger,
    metrics,
  }: Pick<RouteDeps, "clock" | "logger" | "metrics">): MiddlewareHandler =>
  async (context, next) => {
    const start = clock.now();
    await next();
    const route = routeOf(context.req.path);
    const { status } = context.res;
    metrics.count("katve_requests_total", { route, status });
    metrics.count("katve_request_seconds_total", { route }, (clock.now() - start) / 1_000);
    if (route !== "other" && status >= 400) logger.info("request.refused", { route, status });
  };
