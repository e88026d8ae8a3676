import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type { Dice } from "./dice.ts";

/**
 * What happens to one request on its way. `clear`: nothing but latency. `away`: nobody answers. `request cut`, `answer cut`:
 * the connection ends after a number of bytes. `reset`: it is torn down (RST). `half-open`: from a byte on nothing comes
 * through any more, and neither side is told.
 */
export type Fault =
  | "clear"
  | "away"
  | "request cut"
  | "answer cut"
  | "request reset"
  | "answer reset"
  | "half-open";

/** A proxy between one device and the endpoint, over real connections. */
export type FaultProxy = {
  readonly port: number;
  /** Whether only latency is left. Connections that faults have hung up are closed by it. */
  calm(): void;
  /** How many requests met which fault. */
  readonly met: Readonly<Record<Fault, number>>;
  close(): Promise<void>;
};

/** How often each fault is drawn, of 100 requests. */
const frequencies: Readonly<Record<Fault, number>> = {
  clear: 45,
  away: 5,
  "request cut": 15,
  "answer cut": 20,
  "request reset": 2,
  "answer reset": 3,
  "half-open": 10,
};

/** One way through a mobile network at its edge, in milliseconds (architecture.md §3 gives a request 45 s of silence). */
const latencyMs = { least: 800, most: 3_000 } as const;

/**
 * Opens a proxy to a port of this machine. All times are multiplied by `scale`, so that what takes hours takes seconds.
 * A fault is drawn anew for each request, also for one on a connection that is kept.
 */
export const openFaultProxy = async (
  targetPort: number,
  dice: Dice,
  scale: number,
): Promise<FaultProxy> => {
  const met: Record<Fault, number> = {
    clear: 0,
    away: 0,
    "request cut": 0,
    "answer cut": 0,
    "request reset": 0,
    "answer reset": 0,
    "half-open": 0,
  };
  let isCalm = false;
  const open = new Set<Socket>();
  const draw = (): Drawn => {
    const fault = isCalm ? "clear" : drawFault(dice);
    met[fault] += 1;
    const latency = latencyMs.least + dice.below(latencyMs.most - latencyMs.least);
    return { fault, left: bytesUntil(dice), delayMs: latency * scale };
  };
  const server = createServer((device) => {
    const endpoint = connect(targetPort, "127.0.0.1");
    for (const socket of [device, endpoint]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("close", () => open.delete(socket));
      // A connection that breaks is what this is about; whoever holds the other end hears of it.
      socket.on("error", () => undefined);
    }
    join(device, endpoint, draw);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const hangUp = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    met,
    calm() {
      isCalm = true;
      hangUp();
    },
    async close() {
      hangUp();
      server.close();
      await once(server, "close");
    },
  };
};

type Drawn = { readonly fault: Fault; left: number; readonly delayMs: number };

const drawFault = (dice: Dice): Fault => {
  let at = dice.below(100);
  for (const [fault, count] of Object.entries(frequencies) as [Fault, number][]) {
    if (at < count) return fault;
    at -= count;
  }
  return "clear";
};

/** Somewhere between the first byte and 32 kB, mostly behind the headers and before the end. */
const bytesUntil = (dice: Dice): number => dice.below(2 ** (8 + dice.below(8)));

/** Passes bytes both ways, late, until the fault that was drawn for the request under way strikes. */
const join = (device: Socket, endpoint: Socket, draw: () => Drawn): void => {
  let drawn: Drawn | null = null;
  let isAnswering = true;
  device.on("data", (bytes: Buffer) => {
    // The first bytes after an answer begin the next request.
    if (isAnswering) drawn = draw();
    isAnswering = false;
    if (drawn === null) return;
    const { fault } = drawn;
    if (fault === "away") return hangUp(device, endpoint);
    const isHere = fault === "request cut" || fault === "request reset" || fault === "half-open";
    pass(endpoint, isHere ? bytes.subarray(0, drawn.left) : bytes, drawn.delayMs);
    if (isHere) strike(drawn, bytes, device, endpoint);
  });
  endpoint.on("data", (bytes: Buffer) => {
    isAnswering = true;
    if (drawn === null) return;
    const { fault } = drawn;
    const isHere = fault === "answer cut" || fault === "answer reset" || fault === "half-open";
    pass(device, isHere ? bytes.subarray(0, drawn.left) : bytes, drawn.delayMs);
    if (isHere) strike(drawn, bytes, device, endpoint);
  });
  device.on("close", () => later(() => endpoint.destroy(), drawn?.delayMs ?? 0));
  endpoint.on("close", () => later(() => device.destroy(), drawn?.delayMs ?? 0));
};

/** Counts the bytes down and, when none is left, does what the fault does. */
const strike = (drawn: Drawn, bytes: Buffer, device: Socket, endpoint: Socket): void => {
  const isDue = bytes.length >= drawn.left;
  drawn.left = Math.max(drawn.left - bytes.length, 0);
  if (!isDue || drawn.fault === "half-open") return;
  const isReset = drawn.fault.endsWith("reset");
  // What was let through before goes out first.
  later(
    () => (isReset ? resetBoth(device, endpoint) : hangUp(device, endpoint)),
    drawn.delayMs + 1,
  );
};

const pass = (to: Socket, bytes: Buffer, delayMs: number): void => {
  if (bytes.length > 0) later(() => to.writable && to.write(bytes), delayMs);
};

const hangUp = (...sockets: readonly Socket[]): void => {
  for (const socket of sockets) socket.destroy();
};

const resetBoth = (...sockets: readonly Socket[]): void => {
  for (const socket of sockets) socket.resetAndDestroy();
};

/** The latency that is simulated: the only wait in here. */
const later = (task: () => void, delayMs: number): void => {
  setTimeout(task, delayMs);
};
