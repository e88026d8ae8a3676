import { createServer, request } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** How an answer ends before its time: the connection breaks, or nothing comes any more. */
export type Break = "cut" | "stall";

/** A proxy before an endpoint that breaks answers off. */
export type CuttingProxy = {
  readonly origin: string;
  /** Breaks every further answer of the exchange off after this many pieces. */
  breakAfter(pieces: number, how: Break): void;
  mend(): void;
  /** How many pieces and bytes of exchanges went through since this was last asked. */
  passed(): { readonly pieces: number; readonly bytes: number };
  close(): Promise<void>;
};

/** Starts a proxy. The endpoint flushes each line, so a piece is a line, or part of one. */
export const startCuttingProxy = async (origin: string): Promise<CuttingProxy> => {
  const target = new URL(origin);
  let limit = Number.POSITIVE_INFINITY;
  let kind: Break = "cut";
  let pieces = 0;
  let bytes = 0;
  const server = createServer((incoming, outgoing) => {
    const isExchange = incoming.url === "/sync";
    const onward = request(
      { host: target.hostname, port: target.port, path: incoming.url, method: incoming.method },
      (answer) => {
        let sent = 0;
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        outgoing.flushHeaders();
        answer.on("data", (piece: Buffer) => {
          if (isExchange && sent >= limit) {
            answer.removeAllListeners("data").resume();
            if (kind === "cut") outgoing.destroy();
            return;
          }
          sent += 1;
          if (isExchange) {
            pieces += 1;
            bytes += piece.byteLength;
          }
          outgoing.write(piece);
        });
        answer.on("end", () => {
          if (sent < limit || !isExchange) outgoing.end();
        });
      },
    );
    for (const [name, value] of Object.entries(incoming.headers)) {
      if (value !== undefined) onward.setHeader(name, value);
    }
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    breakAfter(count, how) {
      limit = count;
      kind = how;
    },
    mend() {
      limit = Number.POSITIVE_INFINITY;
    },
    passed() {
      const since = { pieces, bytes };
      pieces = 0;
      bytes = 0;
      return since;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
