import type { Chance } from "#domain/chance.ts";
import type { SyncRequest } from "#protocol/sync-request.ts";
import type { Dice } from "../support/dice.ts";
import { twistEdits } from "./twist-edits.ts";
import { type Body, twistBytes, wholeBytes } from "./twist-bytes.ts";
import { twistJson } from "./twist-json.ts";
import type { Sample, World } from "./world.ts";

/** A hostile request, ready to be sent. */
export type Attack = {
  readonly path: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Body["bytes"] | null;
};

/** The routes that take a message. */
export const messageRoutes = [
  "/sync",
  "/earlier",
  "/earlier/fields",
  "/session",
  "/enrolment",
  "/enrolment/look",
] as const;

/** Everything else that can be asked for, known or not. */
export const otherPaths = [
  "/events",
  "/feeds",
  "/feed/AAAAAAAAAAAAAAAAAAAAAA.ics",
  "/feed/..%2f..%2fdata",
  "/healthz",
  "/readyz",
  "/metrics",
  "/",
  "/index.html",
  "/assets/..%2f..%2fpackage.json",
  "/..%2f..%2f..%2fetc/passwd",
  "/%00",
  "/%ff%fe",
  "/.env",
  "/sync/",
  "/SYNC",
  "//sync",
  "/sync?p=1&p=2",
  "/enrolment/look/more",
  `/${"a".repeat(8_000)}`,
  "/__proto__",
  "/constructor",
] as const;

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/**
 * Makes a hostile request of a message that was understood: spoiled on its way, twisted in its structure, or of the right
 * form with wrong content. About half of them carry a session.
 */
export const makeAttack = (world: World, path: string, dice: Dice, chance: Chance): Attack => {
  const samples = world.samples.filter((sample) => sample.path === path);
  const isOther = samples.length === 0;
  const sample = dice.pick(isOther ? world.samples : samples);
  if (path === "/sync" && dice.once(2)) return makeUnderstood(world, sample, dice, chance);
  const headers = strangeHeaders(world, sample, dice);
  const method = dice.once(isOther ? 2 : 24) ? dice.pick(methods) : isOther ? "GET" : "POST";
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? bodyOf(sample, dice, world.words) : null;
  for (const [name, value] of Object.entries(body?.headers ?? {})) headers.set(name, value);
  return { path, method, headers, body: body?.bytes ?? null };
};

/** A sync in due form from a device with a session. */
const makeUnderstood = (world: World, sample: Sample, dice: Dice, chance: Chance): Attack => {
  const edits = world.samples.flatMap(({ request }) => (request as Partial<SyncRequest>).ops ?? []);
  const request = twistEdits(sample.request as SyncRequest, edits, dice, chance, world.words);
  const { bytes, headers } = wholeBytes(JSON.stringify(request));
  const { path, cookie } = sample;
  return { path, method: "POST", headers: new Headers({ ...headers, cookie }), body: bytes };
};

const bodyOf = (sample: Sample, dice: Dice, words: readonly string[]): Body => {
  const isTwisted = !dice.once(4);
  const message = isTwisted ? twistJson(sample.request, dice, words) : sample.request;
  const text = JSON.stringify(message) ?? "";
  return isTwisted && !dice.once(3) ? wholeBytes(text) : twistBytes(text, dice);
};

const strangeHeaders = ({ words }: World, { cookie }: Sample, dice: Dice): Headers => {
  const headers = new Headers();
  if (dice.once(2)) headers.set("cookie", dice.once(6) ? badCookie(cookie, words, dice) : cookie);
  if (dice.once(16))
    headers.set("accept-encoding", dice.pick(["br", "gzip", "br;q=0", "x".repeat(9_000)]));
  if (dice.once(24))
    headers.set("x-forwarded-for", dice.pick(["::1", "x".repeat(9_000), "1, 2, 3"]));
  if (dice.once(24)) headers.set("content-length", dice.pick(["-1", "1e9", "0", "x"]));
  if (dice.once(24)) headers.set("x-long", "x".repeat(30_000));
  if (dice.once(24)) headers.set("accept", "text/html");
  if (dice.once(24)) headers.set("origin", dice.pick(["https://elsewhere.example", "null", "x"]));
  if (dice.once(24)) headers.set("sec-fetch-site", dice.pick(["cross-site", "none", ""]));
  return headers;
};

const badCookie = (cookie: string, words: readonly string[], dice: Dice): string =>
  dice.pick([
    `${cookie}x`,
    cookie.slice(0, -1),
    "__Host-katve=",
    `__Host-katve=${dice.pick(words)}`,
    `${cookie}; ${cookie}`,
    "x".repeat(20_000),
    "__proto__=1; constructor=2",
    "=;=;=",
    "%00=%ff",
  ]);
