import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fail, ok, type Result } from "#domain/result.ts";

/** A server that listens. */
export type Listening = {
  readonly port: number;
  /** Takes no more requests, and is done when the last answer is out or `patienceMs` are over. */
  drain(patienceMs: number): Promise<void>;
};

type ListenFailure =
  | { readonly code: "listen.port_taken"; readonly port: number }
  | { readonly code: "listen.failed"; readonly reason: string };

/**
 * How long a connection stays open for the next request, in milliseconds. A device in sight comes every 60 s ± 20 %: it would
 * otherwise shake hands anew each time. Proxies let go of a quiet connection after 60 s (nginx, `keepalive_timeout`), and
 * whoever is asked must not be the first to.
 */
const keepAliveMs = 75_000;

/** Serves an endpoint over HTTP/1.1. Fails with `listen.port_taken`, or `listen.failed` and the system's short reason. */
export const listen = (
  app: Hono,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Result<Listening, ListenFailure>> => {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.keepAliveTimeout = keepAliveMs;
  // That a connection stays open is what HTTP/1.1 means without a word (RFC 9112 §9.3): node would say it in two headers.
  server.prependListener("request", (_request, response) => response.removeHeader("connection"));
  return new Promise((resolve) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === "EADDRINUSE";
      const reason = cause.code ?? cause.name;
      resolve(
        fail(isTaken ? { code: "listen.port_taken", port } : { code: "listen.failed", reason }),
      );
    });
    server.listen(port, host, () => {
      const listening = server.address() as AddressInfo;
      resolve(ok({ port: listening.port, drain: (patienceMs) => drain(server, patienceMs) }));
    });
  });
};

const drain = (server: Server, patienceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
