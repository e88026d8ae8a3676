import type { Context, Hono } from "hono";
import { minuteMs } from "#domain/instant.ts";
import { makeAllowance } from "../access/allowance.ts";
import { writeFeed } from "../calendars/feed-calendar.ts";
import { readFeed } from "../calendars/feeds.ts";
import type { RouteDeps } from "../deps.ts";
import { addressOf } from "../http/address.ts";
import { sha256 } from "../sha256.ts";

/** Addresses of feeds that there are not, and readings of one that there is, in 15 minutes. */
const limits = {
  wrong: { max: 20, windowMs: 15 * minuteMs },
  readings: { max: 60, windowMs: 15 * minuteMs },
} as const;

/**
 * `GET /feed/<secret>.ics`: a member's calendar for calendar programs, which have no session: whoever knows the address may
 * read it, and nobody can do more. A secret that is none, was renewed or revoked, and whatever else is asked for below
 * `/feed/`, get one and the same answer. A secret that is right is served however often its address was wrong before: a
 * service that reads for many people asks from one address.
 */
export const addFeedRoute = (app: Hono, deps: RouteDeps): void => {
  const wrong = makeAllowance(deps.clock, limits.wrong);
  const readings = makeAllowance(deps.clock, limits.readings);
  app.get("/feed/*", async (context) => {
    const { database, clock } = deps;
    const token = tokenOf(context);
    const feed = token === null ? null : await readFeed(database, token, clock.now());
    if (feed === null) {
      const from = addressOf(context);
      const waitMs = wrong.waitMs(from);
      wrong.count(from);
      return waitMs > 0 ? tooMany(context, waitMs) : unknownFeed(context);
    }
    const waitMs = readings.waitMs(feed.id);
    if (waitMs > 0) return tooMany(context, waitMs);
    readings.count(feed.id);
    const text = await writeFeed(database, feed, clock.now());
    return answerWith(context, text);
  });
};

const tokenOf = ({ req }: Context): string | null =>
  /^\/feed\/([\w-]+)\.ics$/.exec(req.path)?.[1] ?? null;

const answerWith = (context: Context, text: string): Response => {
  const tag = `"${sha256(text).slice(0, 22)}"`;
  const headers = {
    // Not even the member's own program may show what it was told before: an address may have been revoked since.
    "cache-control": "private, no-cache",
    etag: tag,
    "x-robots-tag": "noindex",
  };
  if (hasTag(context.req.header("if-none-match"), tag)) return context.body(null, 304, headers);
  return context.body(text, 200, {
    ...headers,
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'inline; filename="katve.ics"',
  });
};

/** Tags are compared weakly here (RFC 9110, section 13.1.2): a proxy that packs an answer weakens its tag. */
const hasTag = (given: string | undefined, tag: string): boolean =>
  (given ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === tag);

const plain = { "content-type": "text/plain; charset=utf-8" } as const;

/** What people read who open an address that is no more, in whichever of the languages is theirs. */
const unknownSentence = [
  "Tätä kalenterisyötettä ei ole, tai se on poistettu käytöstä.",
  "Det här kalenderflödet finns inte, eller så har det tagits ur bruk.",
  "This calendar feed does not exist, or is no longer in use.",
  "",
].join("\n");

const unknownFeed = (context: Context): Response => context.body(unknownSentence, 404, plain);

const tooMany = (context: Context, waitMs: number): Response =>
  context.body("Too many requests.\n", 429, {
    ...plain,
    "retry-after": `${Math.ceil(waitMs / 1_000)}`,
  });
