import { connect, createServer, type Socket } from "node:net";
import type { PageHeaders, PeerServer } from "./peer.ts";

/** What went over a link: bytes of TCP's payload both ways, headers included, and requests. */
export type Traffic = { readonly bytes: number; readonly requests: number };

/** A link between a page and a server, on an origin of its own, that counts and can be slowed down or cut. */
export type Link = {
  readonly origin: string;
  /** What went over it since the last time this was called. */
  takeTraffic(): Traffic;
  /** Lets nothing through any more, or again. */
  cut(isCut: boolean): void;
  close(): void;
};

/** A slow network: how long there and back takes, and how many bytes a second each way. */
export type Slowness = {
  readonly roundTripMs: number;
  readonly downPerS: number;
  readonly upPerS: number;
};

/** The blank page that a peer runs in. It comes from the link itself and is not counted. */
const page = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>bench</title>";
const pageAnswer = (headers: PageHeaders): string =>
  [
    "HTTP/1.1 200 OK",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "content-type: text/html",
    `content-length: ${page.length}`,
    "connection: close",
    "",
    page,
  ].join("\r\n");
/** Where the page is. */
export const pagePath = "/__bench";

/** As much as goes into one packet. */
const packetBytes = 1_460;

/** One direction of a slow network, shared by all its connections: bytes leave one after another and all take as long. */
const makeLane = (delayMs: number, bytesPerS: number) => {
  let freeAt = 0;
  return (bytes: number): number => {
    freeAt = Math.max(freeAt, performance.now()) + (bytes / bytesPerS) * 1_000;
    return freeAt + delayMs;
  };
};
type Lane = ReturnType<typeof makeLane>;

/** Sends to a socket what comes in, in its order, each packet at its time; `null` ends it. */
const makeSender = (sink: Socket, lane: Lane | null): ((part: Buffer | null) => void) => {
  const deliver = (part: Buffer | null) => {
    if (part === null) sink.end();
    else if (sink.writable) sink.write(part);
  };
  if (lane === null) return deliver;
  const queue: (Buffer | null)[] = [];
  const send = (part: Buffer | null) => {
    queue.push(part);
    const dueAt = lane(part?.byteLength ?? 0);
    // Timers may come out of order; what they deliver does not.
    setTimeout(() => deliver(queue.shift() ?? null), dueAt - performance.now());
  };
  return (part) => {
    if (part === null) send(null);
    else
      for (let at = 0; at < part.byteLength; at += packetBytes)
        send(part.subarray(at, at + packetBytes));
  };
};

/** Opens a link to a server. */
export const openLink = async (
  { port, pageHeaders = {} }: Pick<PeerServer, "port" | "pageHeaders">,
  slowness?: Slowness,
): Promise<Link> => {
  const lanes =
    slowness === undefined
      ? null
      : {
          up: makeLane(slowness.roundTripMs / 2, slowness.upPerS),
          down: makeLane(slowness.roundTripMs / 2, slowness.downPerS),
        };
  const sockets = new Set<Socket>();
  let traffic = { bytes: 0, requests: 0 };
  let isCut = false;

  const relay = (near: Socket, first: Buffer) => {
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    const up = makeSender(far, lanes?.up ?? null);
    const down = makeSender(near, lanes?.down ?? null);
    const onUp = (part: Buffer) => {
      traffic.bytes += part.byteLength;
      if (/^(?:GET|POST) \S+ HTTP\/1\.1\r\n/.test(part.toString("latin1", 0, 512)))
        traffic.requests += 1;
      up(part);
    };
    onUp(first);
    near.on("data", onUp).on("end", () => up(null));
    near.on("close", () => far.destroy());
    far.on("data", (part: Buffer) => {
      traffic.bytes += part.byteLength;
      down(part);
    });
    far.on("end", () => down(null)).on("error", () => near.destroy());
  };

  const server = createServer({ noDelay: true }, (near) => {
    sockets.add(near);
    near.on("close", () => sockets.delete(near)).on("error", () => near.destroy());
    near.once("data", (first: Buffer) => {
      if (first.toString("latin1").startsWith(`GET ${pagePath} `))
        near.end(pageAnswer(pageHeaders));
      else if (isCut) near.destroy();
      else relay(near, first);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://localhost:${address.port}`,
    takeTraffic() {
      const taken = traffic;
      traffic = { bytes: 0, requests: 0 };
      return taken;
    },
    cut(cut) {
      isCut = cut;
      if (cut) destroyAll();
    },
    close() {
      server.close();
      destroyAll();
    },
  };
};
