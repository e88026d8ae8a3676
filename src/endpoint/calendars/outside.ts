import { lookup } from "node:dns/promises";
import { type IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP } from "node:net";

/** An address that a name leads to, with the family that it is of: 4 or 6. */
export type Address = { readonly address: string; readonly family: number };

/** The network beyond the endpoint, as far as calendars need it. */
export type Outside = {
  /** Every address that a host has; throws when it has none. */
  resolve(host: string): Promise<readonly Address[]>;
  /** Asks for an address at exactly this address of its host. Throws what the connection and TLS fail with. */
  get(url: URL, at: Address, signal: AbortSignal): Promise<IncomingMessage>;
};

const headers = {
  accept: "text/calendar",
  "accept-encoding": "gzip, deflate, br",
  "user-agent": "Katve",
};

/** How a request may be led elsewhere than to its address: for tests that are their own Internet. */
export type Detour = { readonly port?: number; readonly host?: string; readonly ca?: string };

/**
 * The real network. A request goes to the address it was given and asks nobody for another; the certificate still has to
 * be the host's. No connection is used twice, so that none is used for what was not looked at.
 */
export const makeOutside = (detour: Detour = {}): Outside => ({
  resolve: (host) => {
    const bare = host.replace(/^\[|\]$/g, "");
    const family = isIP(bare);
    return family === 0
      ? lookup(bare, { all: true })
      : Promise.resolve([{ address: bare, family }]);
  },
  get: (url, at, signal) =>
    new Promise((resolve, reject) => {
      const { hostname } = url;
      const reached = detour.host ?? at.address;
      const asking = request({
        host: reached,
        family: isIP(reached),
        port: detour.port ?? 443,
        path: `${url.pathname}${url.search}`,
        headers: { ...headers, host: hostname },
        ...(isIP(hostname.replace(/^\[|\]$/g, "")) === 0 ? { servername: hostname } : {}),
        ...(detour.ca === undefined ? {} : { ca: detour.ca }),
        agent: false,
        signal,
      });
      asking.once("response", resolve).once("error", reject).end();
    }),
});
