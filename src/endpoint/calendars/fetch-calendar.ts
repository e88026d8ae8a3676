import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { calendarMaxLength } from "#domain/busy/calendar-limits.ts";
import type { CalendarFailureCode } from "#domain/failure.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import type { Outside } from "./outside.ts";
import { isPublicAddress } from "./public-address.ts";

/** How often an address may lead on to another. */
const redirectsMax = 3;
/** How long all of it may take, in milliseconds. */
export const calendarPatienceMs = 10_000;

type Fetched = Result<string, CalendarFailureCode>;

/**
 * Fetches a calendar from an address that a member has given, which may be anybody's: `https` at its own port and nothing
 * else, without a password in it. Each address on the way is looked up once, every address of its host has to be public,
 * and the connection goes to the very one that was looked at (OWASP, "Server-Side Request Forgery Prevention"). Fails with
 * one of the `calendar.` codes, and never throws for what the other side does.
 */
export const fetchCalendar = async (
  outside: Outside,
  address: string,
  patienceMs: number = calendarPatienceMs,
): Promise<Fetched> => {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    return await follow(outside, address, signal);
  } catch {
    return fail(signal.aborted ? "calendar.too_slow" : "calendar.unreachable");
  }
};

const follow = async (outside: Outside, address: string, signal: AbortSignal): Promise<Fetched> => {
  let url = readAddress(address);
  for (let redirects = 0; redirects <= redirectsMax; redirects += 1) {
    if (url === null) return fail("calendar.address_invalid");
    const addresses = await inTime(outside.resolve(url.hostname), signal);
    const [first] = addresses;
    if (first === undefined || !addresses.every((one) => isPublicAddress(one.address))) {
      return fail("calendar.address_refused");
    }
    const answer = await outside.get(url, first, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      answer.destroy();
      url = readAddress(headers.location, url);
      continue;
    }
    if (statusCode === 200) return readCalendar(answer);
    answer.destroy();
    return fail("calendar.refused");
  }
  return fail("calendar.redirects");
};

/** Nobody can call a question to the resolver off; the answer is no longer waited for. */
const inTime = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error("out of time"));
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    work.then(resolve, reject);
  });

/** An address that may be asked; `null` for any other. */
export const readAddress = (text: string, from?: URL): URL | null => {
  if (!URL.canParse(text, from?.href)) return null;
  const url = new URL(text, from);
  const isPlain = url.username === "" && url.password === "" && url.port === "";
  return url.protocol === "https:" && isPlain && url.hostname !== "" ? url : null;
};

const readCalendar = async (answer: IncomingMessage): Promise<Fetched> => {
  const unpacked = unpack(answer);
  if (unpacked === null) {
    answer.destroy();
    return fail("calendar.refused");
  }
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of unpacked as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > calendarMaxLength) return fail("calendar.too_large");
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof TooLarge) return fail("calendar.too_large");
    throw cause;
  } finally {
    answer.destroy();
  }
  const text = Buffer.concat(parts)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  // Whatever else there is on the Internet is not passed on.
  return /^BEGIN:VCALENDAR\s/i.test(text) ? ok(text) : fail("calendar.not_calendar");
};

class TooLarge extends Error {
  override name = "TooLarge";
}

/** The answer as it was before it was packed; `null` for a packing that nobody asked for. */
const unpack = (answer: IncomingMessage): Readable | null => {
  const packing = answer.headers["content-encoding"]?.toLowerCase() ?? "identity";
  if (packing === "identity") return answer;
  const unpacker = unpackers.get(packing)?.();
  if (unpacker === undefined) return null;
  // What is packed may be long and unpack to nothing.
  let sent = 0;
  answer.on("data", (part: Buffer) => {
    sent += part.length;
    if (sent > calendarMaxLength) unpacker.destroy(new TooLarge("more than a calendar has"));
  });
  // What breaks off is heard at the end of the chain, which is read.
  answer.once("error", (cause) => unpacker.destroy(cause));
  return answer.pipe(unpacker);
};

const unpackers: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);
