import { createServer, type Server } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { makeOutside, type Outside } from "#endpoint/calendars/outside.ts";
import { testCertificate } from "./certificate.ts";

/** A small Internet: one server with TLS, names that lead to it, and names that lead elsewhere. */
export type CalendarServer = AsyncDisposable & {
  readonly outside: Outside;
  /** What was asked of the server: host and path. */
  readonly asked: string[];
  /** Whom a name leads to, from now on: in turn where there are several answers. */
  name(host: string, ...answers: readonly (readonly string[])[]): void;
};

/** An address of documentation's neighbourhood that the whole Internet could have. */
export const publicAddress = "93.184.215.14";

/** Starts it. `answer` answers whatever gets through. */
export const startCalendarServer = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<CalendarServer> => {
  const asked: string[] = [];
  const server: Server = createServer(testCertificate, (request, response) => {
    asked.push(`${request.headers.host ?? ""}${request.url ?? ""}`);
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const real = makeOutside({ host: "127.0.0.1", port, ca: testCertificate.cert });
  const names = new Map<string, (readonly string[])[]>([["kalenteri.example", [[publicAddress]]]]);
  return {
    asked,
    name: (host, ...answers) => void names.set(host, [...answers]),
    outside: {
      resolve: async (host) => {
        const answers = names.get(host);
        if (answers === undefined) return real.resolve(host);
        const found = answers.length > 1 ? answers.shift() : answers[0];
        return (found ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      },
      get: (url, at, signal) => real.get(url, at, signal),
    },
    [Symbol.asyncDispose]: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
};
