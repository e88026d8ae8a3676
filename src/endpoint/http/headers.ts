import type { MiddlewareHandler } from "hono";

const policy = (scriptSources: string): string =>
  [
    "default-src 'none'",
    `script-src ${scriptSources}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types solid-template app-url",
  ].join("; ");

const ordinaryPolicy = policy("'self'");
/** A worker lives by the policy its own script came with: only the one that derives keys may compile WebAssembly. */
const keyWorkerPolicy = policy("'self' 'wasm-unsafe-eval'");
const keyWorkerScript = /^\/assets\/argon2-worker-[\w-]+\.js$/;

const features = [
  "camera",
  // What browser it is would go along with every request, unasked and unread.
  "ch-ua",
  "ch-ua-mobile",
  "ch-ua-platform",
  "display-capture",
  "geolocation",
  "microphone",
  "midi",
  "payment",
  "usb",
];

/**
 * The type of an answer to `POST /sync`. Only our own pages' scripts ever get one, and no browser shows it as a page, so the
 * headers that bind pages would be weight: most of what an exchange without news weighs over a slow network.
 */
export const exchangeType = "application/x-ndjson";

/**
 * Headers of every answer but those of the exchange (OWASP ASVS 5.0, V3.4). An answer that says nothing about caching is not kept anywhere.
 * With an `https` origin, browsers are told to come by nothing else for a year.
 */
export const securityHeaders =
  (origin: string | null): MiddlewareHandler =>
  async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set("x-content-type-options", "nosniff");
    if (headers.get("content-type") === exchangeType) return;
    const isKeyWorker = keyWorkerScript.test(context.req.path);
    headers.set("content-security-policy", isKeyWorker ? keyWorkerPolicy : ordinaryPolicy);
    headers.set("referrer-policy", "no-referrer");
    headers.set("cross-origin-opener-policy", "same-origin");
    headers.set("cross-origin-resource-policy", "same-origin");
    headers.set("permissions-policy", features.map((feature) => `${feature}=()`).join(", "));
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
    if (origin?.startsWith("https:") === true) {
      headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
  };
