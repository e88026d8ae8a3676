import type { Hono } from "hono";
import type { MemberId, ScopeId } from "#domain/ids.ts";
import { scopesOfMember } from "../access/membership.ts";
import { signedInBy } from "../access/sign-in.ts";
import type { RouteDeps } from "../deps.ts";
import { refusalResponse } from "../failures.ts";
import { defectFacts } from "../logger.ts";

/** How long a device waits before it connects anew, in milliseconds. */
const retryMs = 2_000;

/**
 * `GET /events`: server-sent events (WHATWG HTML, "Server-sent events"). One event `wake`, without data, whenever a scope
 * of the member advances; a comment now and then, so that a dead connection shows. The stream ends with its session.
 */
export const addEventsRoute = (app: Hono, deps: RouteDeps): void => {
  app.get("/events", async (context) => {
    const signedIn = await signedInBy(context, deps);
    if (!signedIn.ok) return refusalResponse(signedIn.failure, deps.clock.now());
    const isStillSignedIn = async () => (await signedInBy(context, deps)).ok;
    return new Response(wakeStream(deps, signedIn.value.member, isStillSignedIn), {
      headers: {
        "content-type": "text/event-stream",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  });
};

const wakeStream = (
  { database, wakeBus, keepAliveMs, logger, metrics }: RouteDeps,
  member: MemberId,
  isStillSignedIn: () => Promise<boolean>,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const cleanups: (() => void)[] = [() => metrics.count("katve_events_open", {}, -1)];
  const stop = () => {
    for (const clean of cleanups.splice(0)) clean();
  };
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const isOpen = () => cleanups.length > 0;
    const send = (text: string) => {
      if (isOpen()) controller.enqueue(encoder.encode(text));
    };
    const end = () => {
      if (isOpen()) controller.close();
      stop();
    };
    /** A stream that can no longer be judged ends; the device asks for a new one. */
    const carefully = (work: () => Promise<void>) => {
      work().catch((defect: unknown) => {
        logger.error("events.defect", defectFacts(defect));
        end();
      });
    };
    const onWake = (scopes: ReadonlySet<ScopeId>) =>
      carefully(async () => {
        const own = await scopesOfMember(database, member);
        if (own.some(({ id }) => scopes.has(id))) send("event: wake\ndata:\n\n");
      });
    const keepAlive = () =>
      carefully(async () => ((await isStillSignedIn()) ? send(":\n\n") : end()));
    metrics.count("katve_events_open");
    send(`retry: ${retryMs}\n\n`);
    const timer = setInterval(keepAlive, keepAliveMs);
    cleanups.push(() => clearInterval(timer));
    const unsubscribe = wakeBus.subscribe({ onWake, onClose: end });
    if (isOpen()) cleanups.push(unsubscribe);
  };
  return new ReadableStream<Uint8Array>({ start, cancel: stop });
};
