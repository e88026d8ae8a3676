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

/** Serves an endpoint over HTTP/1.1. Fails with `listen.port_taken`, or `listen.failed` and the system's short reason. */
export const listen = (
  app: Hono,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Result<Listening, ListenFailure>> => {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
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
