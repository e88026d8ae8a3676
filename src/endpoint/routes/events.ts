import type { Hono } from "hono";
import type { DeviceId } from "#domain/ids.ts";
import { signedInBy } from "../access/sign-in.ts";
import type { RouteDeps } from "../deps.ts";
import { refusalResponse } from "../failures.ts";
import { defectFacts } from "../logger.ts";
import type { Advanced } from "../wake-bus.ts";
import { type Heard, makeHearing } from "./hearing.ts";

/** The first version that takes news. */
const newsSinceVersion = 2;
/** How long a device waits before it connects anew, in milliseconds. */
const retryMs = 2_000;
/** Most streams a device has open at once. It needs one; more are those of a network that broke, not yet noticed as such. */
const deviceStreamsMax = 5;

/**
 * `GET /events`: server-sent events (WHATWG HTML, "Server-sent events"). Whenever a scope of the member advances by another
 * device's edits, one event `wake`, without data, or to a device that said its version (`?p=`) one event `news` with what
 * it is, see `protocol/news.ts`; a comment now and then, so that a dead connection shows. The stream ends with its session, and
 * when the same device opens its fifth one after it. A device that reads slowly finds one `wake` for all it has missed.
 */
export const addEventsRoute = (app: Hono, deps: RouteDeps): void => {
  const openStreams = makeOpenStreams();
  const hearing = makeHearing(deps.database);
  app.get("/events", async (context) => {
    const signedIn = await signedInBy(context, deps);
    if (!signedIn.ok) return refusalResponse(signedIn.failure, deps.clock.now());
    const { device } = signedIn.value;
    const isForNews = Number(context.req.query("p")) >= newsSinceVersion;
    const stream = wakeStream(deps, {
      device,
      hear: (advanced) => hearing(advanced, device, isForNews),
      isStillSignedIn: async () => (await signedInBy(context, deps)).ok,
      onOpen: (end) => openStreams.add(device, end),
    });
    return new Response(stream, {
      headers: {
        "content-type": "text/event-stream",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  });
};

/** The open streams of each device, the oldest first, each as what ends it. */
type OpenStreams = {
  /** Adds a stream, ends the oldest if that is one too many, and returns what takes the stream out again. */
  add(device: DeviceId, end: () => void): () => void;
};

const makeOpenStreams = (): OpenStreams => {
  const byDevice = new Map<DeviceId, Set<() => void>>();
  return {
    add: (device, end) => {
      const streams = byDevice.get(device) ?? new Set();
      byDevice.set(device, streams.add(end));
      const [oldest] = streams;
      if (streams.size > deviceStreamsMax) oldest?.();
      return () => {
        streams.delete(end);
        if (streams.size === 0) byDevice.delete(device);
      };
    },
  };
};

/** What a stream asks and tells the route. `onOpen` gets what ends the stream, and gives what is to be done at its end. */
type StreamOwner = {
  readonly device: DeviceId;
  readonly hear: (advanced: Advanced) => Promise<Heard>;
  readonly isStillSignedIn: () => Promise<boolean>;
  readonly onOpen: (end: () => void) => () => void;
};

const wakeStream = (
  { wakeBus, keepAliveMs, logger, metrics }: RouteDeps,
  { device, hear, isStillSignedIn, onOpen }: StreamOwner,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const cleanups: (() => void)[] = [() => metrics.count("katve_events_open", {}, -1)];
  let isWakeDue = false;
  const stop = () => {
    for (const clean of cleanups.splice(0)) clean();
  };
  const isOpen = () => cleanups.length > 0;
  type Controller = ReadableStreamDefaultController<Uint8Array>;
  /** Nothing is written behind what still waits to be read: a reader that never reads costs no more than one that does. */
  const canSend = (controller: Controller) => isOpen() && (controller.desiredSize ?? 0) > 0;
  const send = (controller: Controller, text: string) => {
    if (canSend(controller)) controller.enqueue(encoder.encode(text));
  };
  const sendDueWake = (controller: Controller) => {
    if (!isWakeDue || !canSend(controller)) return;
    isWakeDue = false;
    send(controller, "event: wake\ndata:\n\n");
  };
  const start = (controller: Controller) => {
    const end = () => {
      if (isOpen()) controller.close();
      stop();
    };
    /** A stream that can no longer be judged ends; the device asks for a new one. */
    const carefully = (work: () => Promise<void>) =>
      work().catch((defect: unknown) => {
        logger.error("events.defect", defectFacts(defect));
        end();
      });
    const onWake = async (advanced: Advanced, by: DeviceId | null) => {
      // What a device has just sent came back to it in the answer.
      if (isWakeDue || by === device) return;
      await carefully(async () => {
        const heard = await hear(advanced);
        if (heard === "nothing") return;
        // News that cannot leave at once would wait in memory: a wake-up takes their place.
        if (heard === "something" || isWakeDue || !canSend(controller)) isWakeDue = true;
        else send(controller, `event: news\ndata: ${heard.join("\ndata: ")}\n\n`);
        sendDueWake(controller);
      });
    };
    const keepAlive = () =>
      void carefully(async () => ((await isStillSignedIn()) ? send(controller, ":\n\n") : end()));
    metrics.count("katve_events_open");
    send(controller, `retry: ${retryMs}\n\n`);
    const timer = setInterval(keepAlive, keepAliveMs);
    cleanups.push(() => clearInterval(timer));
    const unsubscribe = wakeBus.subscribe({ onWake, onClose: end });
    if (!isOpen()) return;
    cleanups.push(unsubscribe);
    cleanups.push(onOpen(end));
  };
  // The queue is empty again: what came up in the meantime is told now.
  return new ReadableStream<Uint8Array>({ start, pull: sendDueWake, cancel: stop });
};
