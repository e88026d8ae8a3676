/**
 * Whether a request comes from our own pages (Fetch Metadata, W3C; RFC 6454): every sign it carries has to say so, and it
 * has to carry one. `ours` is the endpoint's public origin; without it, any origin on the host that was asked is ours.
 */
export const isFromOurPages = (headers: Headers, ours: string | null): boolean => {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) return false;
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  return origin === null || isOurs(origin, ours, headers.get("host"));
};

const isOurs = (origin: string, ours: string | null, host: string | null): boolean => {
  if (ours !== null) return origin === ours;
  return URL.canParse(origin) && host !== null && new URL(origin).host === host;
};
