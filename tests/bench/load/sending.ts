import { Agent, type IncomingMessage, request } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, gzipSync } from "node:zlib";
import type { Sending } from "./device.ts";

/** Connections that are kept open to each endpoint process, as a proxy keeps them for its many devices. */
const connectionsPerProcess = 256;
/** Smaller bodies grow when they are packed (`sync/transport.ts`). */
const packFromBytes = 500;

const unpackBrotli = promisify<Buffer, Buffer>(brotliDecompress);
const unpackGzip = promisify<Buffer, Buffer>(gunzip);

/** Sends to the processes on these ports in turn, which is all that there is of a proxy. Whatever waits, waits in here. */
export const openSending = (ports: readonly number[]): Sending & { readonly close: () => void } => {
  const agent = new Agent({ keepAlive: true, maxSockets: connectionsPerProcess });
  let turn = 0;
  const nextPort = (): number => {
    const port = ports[turn % ports.length];
    if (port === undefined) throw new Error("there is no endpoint");
    turn += 1;
    return port;
  };
  return {
    fetch: (path, init) => {
      const origin = `http://localhost:${nextPort()}`;
      const headers = new Headers(init?.headers);
      headers.set("origin", origin);
      return fetch(`${origin}${path as string}`, { ...init, headers });
    },
    exchange: (body, cookie) => post(agent, nextPort(), body, cookie),
    close: () => agent.destroy(),
  };
};

const post = (agent: Agent, port: number, body: string, cookie: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const plain = Buffer.from(body);
    const isPacked = plain.byteLength >= packFromBytes;
    const sent = isPacked ? gzipSync(plain) : plain;
    const headers = {
      "content-type": "application/json",
      "content-length": sent.byteLength,
      "accept-encoding": "gzip, deflate, br",
      "sec-fetch-site": "same-origin",
      cookie,
      ...(isPacked ? { "content-encoding": "gzip" } : {}),
    };
    const options = { agent, host: "127.0.0.1", port, path: "/sync", method: "POST", headers };
    request(options, (response) => void textOf(response).then(resolve, reject))
      .once("error", reject)
      .end(sent);
  });

const textOf = async (response: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const packed = Buffer.concat(parts);
  const packing = response.headers["content-encoding"];
  const unpack = packing === "br" ? unpackBrotli : packing === "gzip" ? unpackGzip : null;
  const text = (unpack === null ? packed : await unpack(packed)).toString();
  if (response.statusCode !== 200) throw new Error(`refused with ${response.statusCode}: ${text}`);
  return text;
};
