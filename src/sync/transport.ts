import * as v from "valibot";
import type { NetworkFailureCode, RequestFailureCode } from "#domain/failure.ts";
import type { Instant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { silenceMaxMs } from "#protocol/limits.ts";
import { requestRefusalSchema } from "#protocol/refusal.ts";

/** A request that did not succeed: what went wrong, and what the endpoint said with it. */
export type TransportFailure =
  | { readonly code: NetworkFailureCode }
  | {
      readonly code: RequestFailureCode;
      readonly endpointNow: Instant;
      readonly retryAfterMs?: number | undefined;
    };

/** The only way to the network. */
export type Transport = {
  /** Posts JSON and returns the answer as text, whole. */
  post(path: string, body: unknown): Promise<Result<string, TransportFailure>>;
  /**
   * Posts JSON and hands the answer over line by line as it comes in; the next line is read when `onLine` has finished
   * with the one before. Ends early with what `onLine` fails with, and with `network.cut` when `signal` calls it off.
   */
  postLines<F>(
    path: string,
    body: unknown,
    onLine: (line: string) => Promise<Result<unknown, F>>,
    signal?: AbortSignal,
  ): Promise<Result<true, F | TransportFailure>>;
};

/** Smaller bodies grow when they are packed. */
const packFromBytes = 500;

/** Where the transport sends, and with what. `silenceMs` is how long it waits for the next byte. */
export type TransportParts = {
  readonly fetch: typeof globalThis.fetch;
  readonly origin: string;
  readonly silenceMs?: number;
};

/**
 * Makes the transport. It gives a request up after 45 s without a byte and never for being slow. Fails with
 * `network.offline` (nothing answered), `network.silent`, `network.cut` (an answer that broke off), `network.not_katve`
 * (somebody else answered, such as a hotel's sign-in page), or the code of the endpoint's refusal.
 */
export const makeTransport = (parts: TransportParts): Transport => {
  const { fetch, origin, silenceMs = silenceMaxMs } = parts;

  const send = async (path: string, body: unknown, watch: Watch) => {
    try {
      const response = await fetch(`${origin}${path}`, {
        method: "POST",
        ...(await packed(JSON.stringify(body))),
        signal: watch.signal,
        credentials: "same-origin",
      });
      watch.heard();
      return response.ok ? ok(response) : fail(await refusalOf(response));
    } catch {
      return fail({ code: watch.why() ?? "network.offline" } as const);
    }
  };

  return {
    async post(path, body) {
      const watch = watchSilence(silenceMs);
      try {
        const sent = await send(path, body, watch);
        return sent.ok ? ok(await sent.value.text()) : sent;
      } catch {
        return fail({ code: watch.why() ?? "network.cut" });
      } finally {
        watch.end();
      }
    },

    async postLines(path, body, onLine, signal) {
      const watch = watchSilence(silenceMs, signal);
      try {
        const sent = await send(path, body, watch);
        if (!sent.ok) return sent;
        for await (const line of linesOf(sent.value, watch)) {
          const taken = await onLine(line);
          if (!taken.ok) return taken;
        }
        return ok(true);
      } catch (error) {
        if (error instanceof Endless) return fail({ code: "network.not_katve" });
        if (error instanceof BrokenOff) {
          return fail({ code: watch.why() ?? "network.cut" });
        }
        throw error;
      } finally {
        watch.end();
      }
    },
  };
};

type Watch = {
  readonly signal: AbortSignal;
  heard(): void;
  /** Why this side gave the request up, `undefined` if it did not. */
  why(): "network.silent" | "network.cut" | undefined;
  end(): void;
};

const watchSilence = (silenceMs: number, calledOff?: AbortSignal): Watch => {
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  let timer = setTimeout(giveUp, silenceMs);
  calledOff?.addEventListener("abort", giveUp);
  if (calledOff?.aborted === true) giveUp();
  return {
    signal: controller.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
    },
    why() {
      if (calledOff?.aborted === true) return "network.cut";
      return controller.signal.aborted ? "network.silent" : undefined;
    },
    end() {
      clearTimeout(timer);
      calledOff?.removeEventListener("abort", giveUp);
    },
  };
};

/** The endpoint answers in codes and has no use for the language that a browser would tell. */
const commonHeaders = { "content-type": "application/json", "accept-language": "*" };

const packed = async (json: string) => {
  const headers = commonHeaders;
  const plain = new TextEncoder().encode(json);
  if (plain.byteLength < packFromBytes) return { headers, body: plain };
  // Not by way of a blob, which lives in another process of the browser: there and back takes longer than the packing.
  const packer = new CompressionStream("gzip");
  const writer = packer.writable.getWriter();
  void writer.write(plain);
  void writer.close();
  return {
    headers: { ...headers, "content-encoding": "gzip" },
    body: await new Response(packer.readable).arrayBuffer(),
  };
};

const refusalOf = async (response: Response): Promise<TransportFailure> => {
  const text = await response.text().catch(() => null);
  if (text === null) return { code: "network.cut" };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), requestRefusalSchema), text);
  if (!parsed.success) return { code: "network.not_katve" };
  const { code, now, retryAfterMs } = parsed.output;
  return { code, endpointNow: now, retryAfterMs };
};

class BrokenOff extends Error {
  override name = "BrokenOff";
}

class Endless extends Error {
  override name = "Endless";
}

/** The longest line that is taken in, in UTF-16 units: many times what the endpoint sends at most. */
const lineMaxLength = 16_000_000;

async function* linesOf(response: Response, watch: Watch): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  for await (const piece of piecesOf(response, watch)) {
    const [first = "", ...others] = piece.split("\n");
    parts.push(first);
    length += first.length;
    if (length > lineMaxLength) throw new Endless("a line without an end");
    for (const other of others) {
      yield* lineOf(parts);
      parts = [other];
      length = other.length;
    }
  }
  yield* lineOf(parts);
}

/**
 * The text of an answer as it comes in, read ahead of whoever takes it: a body that breaks off forgets what nobody has read
 * by then, and over a bad line every piece that arrived counts.
 */
async function* piecesOf(response: Response, watch: Watch): AsyncGenerator<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  const waiting: string[] = [];
  let end: "whole" | BrokenOff | null = null;
  let tell = () => {};
  const readAhead = async () => {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        watch.heard();
        waiting.push(decoder.decode(value, { stream: true }));
        tell();
      }
      end = "whole";
    } catch (cause) {
      end = new BrokenOff("the answer broke off", { cause });
    }
    tell();
  };
  const reading = readAhead();
  try {
    for (;;) {
      const piece = waiting.shift();
      if (piece !== undefined) yield piece;
      else if (end === null) await new Promise<void>((resolve) => (tell = resolve));
      else if (end === "whole") return;
      else throw end as BrokenOff;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    await reading;
  }
}

function* lineOf(parts: readonly string[]): Generator<string> {
  const line = parts.join("");
  if (line !== "") yield line;
}
