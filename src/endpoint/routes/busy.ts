import type { Context, Hono } from "hono";
import { minuteMs, toInstant } from "#domain/instant.ts";
import type { MemberId } from "#domain/ids.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { type BusyAnswer, type BusyRequest, busyRequestSchema } from "#protocol/busy.ts";
import { type Allowance, makeAllowance } from "../access/allowance.ts";
import { signedInBy } from "../access/sign-in.ts";
import {
  addSource,
  claimReading,
  listSources,
  noteReading,
  removeSource,
} from "../calendars/busy-sources.ts";
import { fetchCalendar, readAddress } from "../calendars/fetch-calendar.ts";
import type { RouteDeps } from "../deps.ts";
import { type Refusal, refusalResponse } from "../failures.ts";
import { parseBody } from "../http/parse-body.ts";

/** How often a member may have the endpoint ask other servers. */
const readings = { max: 40, windowMs: 60 * minuteMs } as const;

/** `POST /busy`: a member's other calendars. See `protocol/busy.ts`. */
export const addBusyRoute = (app: Hono, deps: RouteDeps): void => {
  const allowance = makeAllowance(deps.clock, readings);
  app.post("/busy", async (context) => {
    const answer = await answerBusy(context, deps, allowance);
    if (!answer.ok) return refusalResponse(answer.failure, deps.clock.now());
    return context.json(answer.value, 200, { "cache-control": "no-store" });
  });
};

const answerBusy = async (
  context: Context,
  deps: RouteDeps,
  allowance: Allowance,
): Promise<Result<BusyAnswer, Refusal>> => {
  const body = await parseBody(context.req.raw, busyRequestSchema);
  if (!body.ok) return body;
  const signedIn = await signedInBy(context, deps);
  if (!signedIn.ok) return signedIn;
  const { member } = signedIn.value;
  if (body.value.do === "add" || body.value.do === "read") {
    const retryAfterMs = allowance.waitMs(member);
    if (retryAfterMs > 0) return fail({ code: "requests.too_many", retryAfterMs });
    allowance.count(member);
  }
  const brought = await obey(body.value, member, deps);
  const rows = await listSources(deps.database, member);
  const sources = rows.map(({ id, url, read_at, failure }) => ({
    id,
    host: new URL(url).hostname,
    read: read_at === null ? null : toInstant(read_at),
    failed: failure,
  }));
  return ok({ sources, ...brought });
};

/** Does what is asked, and tells what it brought. */
const obey = async (
  request: BusyRequest,
  member: MemberId,
  deps: RouteDeps,
): Promise<Omit<BusyAnswer, "sources">> => {
  const { database, clock } = deps;
  switch (request.do) {
    case "list":
      return {};
    case "add":
      return addCalendar(request, member, deps);
    case "read": {
      const { id, due } = request;
      const url = await claimReading(database, member, { id, due, now: clock.now() });
      if (!url.ok) return { failed: url.failure };
      if (url.value === null) return {};
      const fetched = await fetchCalendar(deps.outside, url.value);
      await noteReading(database, id, fetched.ok ? null : fetched.failure);
      return fetched.ok ? { text: fetched.value } : { failed: fetched.failure };
    }
    case "remove":
      await removeSource(database, member, request.id);
      return {};
    default:
      return request satisfies never;
  }
};

/** Only what could be read once is kept. */
const addCalendar = async (
  { id, url }: Extract<BusyRequest, { do: "add" }>,
  member: MemberId,
  { database, clock, outside }: RouteDeps,
): Promise<Omit<BusyAnswer, "sources">> => {
  const address = readAddress(url.trim());
  if (address === null) return { failed: "calendar.address_invalid" };
  const fetched = await fetchCalendar(outside, address.href);
  if (!fetched.ok) return { failed: fetched.failure };
  const added = await addSource(database, member, { id, url: address.href, now: clock.now() });
  return added.ok ? { text: fetched.value } : { failed: added.failure };
};
