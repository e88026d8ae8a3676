import type { Context } from "hono";
import { fail, ok, type Result } from "#domain/result.ts";
import type { RouteDeps } from "../deps.ts";
import { type Refusal, refusal } from "../failures.ts";
import { readSessionCookie } from "../http/cookie.ts";
import { findSession, type SignedIn } from "./session.ts";

/** Who a request comes from, by its cookie. Fails as `findSession` does. */
export const signedInBy = async (
  context: Context,
  { database, clock, origin }: Pick<RouteDeps, "database" | "clock" | "origin">,
): Promise<Result<SignedIn, Refusal>> => {
  const found = await findSession(database, readSessionCookie(context, origin), clock.now());
  return found.ok ? ok(found.value) : fail(refusal(found.failure));
};
