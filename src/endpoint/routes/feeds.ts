import type { Context, Hono } from "hono";
import { minuteMs, toInstant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { type FeedsAnswer, type FeedsRequest, feedsRequestSchema } from "#protocol/feeds.ts";
import { type Allowance, makeAllowance } from "../access/allowance.ts";
import type { SignedIn } from "../access/session.ts";
import { signedInBy } from "../access/sign-in.ts";
import { listFeeds, makeFeed, renewFeed, revokeFeed } from "../calendars/feeds.ts";
import type { RouteDeps } from "../deps.ts";
import { type Refusal, refusal, refusalResponse } from "../failures.ts";
import { parseBody } from "../http/parse-body.ts";

/** How often a member may make addresses or change them. Listing and ending them is always open. */
const makings = { max: 20, windowMs: 15 * minuteMs } as const;

/** `POST /feeds`: a member's calendar feeds. See `protocol/feeds.ts`. */
export const addFeedsRoute = (app: Hono, deps: RouteDeps): void => {
  const allowance = makeAllowance(deps.clock, makings);
  app.post("/feeds", async (context) => {
    const answer = await answerFeeds(context, deps, allowance);
    if (!answer.ok) return refusalResponse(answer.failure, deps.clock.now());
    return context.json(answer.value, 200, { "cache-control": "no-store" });
  });
};

const answerFeeds = async (
  context: Context,
  deps: RouteDeps,
  allowance: Allowance,
): Promise<Result<FeedsAnswer, Refusal>> => {
  const body = await parseBody(context.req.raw, feedsRequestSchema);
  if (!body.ok) return body;
  const signedIn = await signedInBy(context, deps);
  if (!signedIn.ok) return signedIn;
  const { member } = signedIn.value;
  if (body.value.do === "make" || body.value.do === "renew") {
    const retryAfterMs = allowance.waitMs(member);
    if (retryAfterMs > 0) return fail({ code: "requests.too_many", retryAfterMs });
    allowance.count(member);
  }
  const done = await obey(body.value, signedIn.value, deps);
  if (!done.ok) return fail(refusal(done.failure));
  const rows = await listFeeds(deps.database, member);
  const feeds = rows.map((row) => ({
    id: row.id,
    label: row.label,
    names: row.names === 1,
    made: toInstant(row.made_at),
    read: row.fetched_at === null ? null : toInstant(row.fetched_at),
  }));
  return ok(done.value === null ? { feeds } : { feeds, path: `/feed/${done.value}.ics` });
};

/** Does what is asked; the secret of a feed that it has made or renewed. */
const obey = async (
  request: FeedsRequest,
  signedIn: SignedIn,
  { database, chance, clock }: RouteDeps,
): Promise<Result<string | null, "feed.too_many" | "feed.unknown">> => {
  const given = { chance, now: clock.now() };
  switch (request.do) {
    case "list":
      return ok(null);
    case "make": {
      const { label, lang, names } = request;
      return makeFeed(database, signedIn, { label: label.trim(), language: lang, names }, given);
    }
    case "renew":
      return renewFeed(database, signedIn, request.id, given);
    case "revoke":
      // Whoever revokes what is gone already has what they want.
      await revokeFeed(database, request.id, signedIn.member);
      return ok(null);
    default:
      return request satisfies never;
  }
};
