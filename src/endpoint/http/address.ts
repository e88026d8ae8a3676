import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * The address a request came from, for counting wrong codes by it. Behind a proxy on the same machine it is the last one
 * the proxy wrote down (`X-Forwarded-For`); from anywhere else that header is not believed. `unknown` where there is no
 * connection, as in a test.
 */
export const addressOf = (context: Context): string => {
  const direct = directAddress(context);
  const isLocal = direct === "::1" || /^(?:::ffff:)?127\./.test(direct);
  const forwarded = context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return isLocal && forwarded !== "" ? forwarded : direct;
};

const directAddress = (context: Context): string => {
  const bindings: unknown = context.env;
  const hasConnection = typeof bindings === "object" && bindings !== null && "incoming" in bindings;
  return (hasConnection ? getConnInfo(context).remote.address : undefined) ?? "unknown";
};
