import { promisify } from "node:util";
import { gunzip, gunzipSync } from "node:zlib";
import { fail, ok, type Result } from "#domain/result.ts";
import { bodyMaxBytes } from "#protocol/limits.ts";

type BodyFailure = "body.too_large" | "body.not_json";

/**
 * Reads the body of a request: JSON in UTF-8, plain or packed with gzip.
 * Fails with `body.too_large` as soon as it is larger than `bodyMaxBytes`, as sent or unpacked (unpacking stops there),
 * and with `body.not_json` for another content type, another packing, or anything that is not JSON.
 */
export const readJson = async (request: Request): Promise<Result<unknown, BodyFailure>> => {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return fail("body.not_json");
  const sent = await readSent(request);
  if (!sent.ok) return sent;
  const plain = await unpack(sent.value, request.headers.get("content-encoding"));
  if (!plain.ok) return plain;
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain.value)));
  } catch {
    return fail("body.not_json");
  }
};

const readSent = async (request: Request): Promise<Result<Uint8Array, BodyFailure>> => {
  if (Number(request.headers.get("content-length") ?? 0) > bodyMaxBytes) {
    return fail("body.too_large");
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of request.body ?? []) {
      length += part.length;
      if (length > bodyMaxBytes) return fail("body.too_large");
      parts.push(part);
    }
  } catch {
    // The device went away while it was sending; nobody reads the answer.
    return fail("body.not_json");
  }
  return ok(Buffer.concat(parts));
};

const unpackElsewhere = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip);

/** A body up to this length, in bytes, is unpacked on the spot: another thread would take longer to begin. */
const shortBytes = 4_000;

const unpackGzip = (sent: Uint8Array): Promise<Buffer> | Buffer =>
  sent.byteLength <= shortBytes
    ? gunzipSync(sent, { maxOutputLength: bodyMaxBytes })
    : unpackElsewhere(sent, { maxOutputLength: bodyMaxBytes });

const unpack = async (
  sent: Uint8Array,
  packing: string | null,
): Promise<Result<Uint8Array, BodyFailure>> => {
  if (packing === null || packing === "identity") return ok(sent);
  if (packing !== "gzip") return fail("body.not_json");
  try {
    return ok(await unpackGzip(sent));
  } catch (cause) {
    const isTooLarge =
      cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
    return fail(isTooLarge ? "body.too_large" : "body.not_json");
  }
};
