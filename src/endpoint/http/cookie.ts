import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/*
 * The session's cookie is `__Host-katve` (RFC 6265bis §4.1.3.2): only over https, only to this host, never to scripts, never
 * from other sites. It has no age of its own: the endpoint knows when a session is over.
 *
 * Chromium and Firefox count `http://localhost` as safe and take it there too; WebKit does not. So on this machine itself,
 * and nowhere else, the token goes under a plain name instead.
 */
const name = "katve";
const nameOnThisMachine = "katve-here";

const attributes = { path: "/", httpOnly: true, sameSite: "Strict" } as const;

/** The session's token as the request carries it. `origin` is the endpoint's public one, if it has one. */
export const readSessionCookie = (context: Context, origin: string | null): string | undefined =>
  isOnThisMachine(context, origin)
    ? getCookie(context, nameOnThisMachine)
    : getCookie(context, name, "host");

/** Has the answer hand the session's token over. */
export const writeSessionCookie = (
  context: Context,
  origin: string | null,
  token: string,
): void => {
  if (isOnThisMachine(context, origin)) setCookie(context, nameOnThisMachine, token, attributes);
  else setCookie(context, name, token, { ...attributes, prefix: "host", secure: true });
};

const isOnThisMachine = (context: Context, origin: string | null): boolean => {
  const { protocol, hostname } = new URL(origin ?? context.req.url);
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
};
