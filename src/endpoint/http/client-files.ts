import { readFile, stat } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { getMimeType } from "hono/utils/mime";
import { sha256 } from "../sha256.ts";
import { choosePacking, type Packing } from "./line-stream.ts";

/** Finds files of the built client. */
export type ClientFiles = {
  /** The answer with the file at a request's path; `null` when there is none. */
  find(path: string, requestHeaders: Headers): Promise<Response | null>;
};

type File = {
  readonly bytes: Buffer;
  readonly tag: string;
  readonly packed: Map<Packing, Promise<Buffer>>;
};

const packs = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
  identity: (bytes: Buffer) => Promise.resolve(bytes),
};

/**
 * Serves the files of a folder from memory, each read once and again when it changes, packed once a packing. Files in
 * `assets/` have a hash of their content in their name and are kept for a year; of the others the browser asks each time
 * and gets 304 while they are the same. Nothing outside the folder is served, nor a file whose name begins with a dot.
 */
export const makeClientFiles = (folder: string): ClientFiles => {
  const files = new Map<string, { readonly modifiedMs: number; readonly file: File }>();
  const load = async (path: string): Promise<File | null> => {
    const place = placeOf(folder, path);
    const found = place === null ? undefined : await stat(place).catch(() => undefined);
    if (place === null || found?.isFile() !== true) return null;
    const known = files.get(place);
    if (known?.modifiedMs === found.mtimeMs) return known.file;
    const bytes = await readFile(place);
    const file = { bytes, tag: `"${sha256(bytes).slice(0, 22)}"`, packed: new Map() };
    files.set(place, { modifiedMs: found.mtimeMs, file });
    return file;
  };
  return {
    find: async (path, requestHeaders) => {
      const file = await load(path);
      return file === null ? null : answerWith(file, path, requestHeaders);
    },
  };
};

const placeOf = (folder: string, path: string): string | null => {
  let plain: string;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return null;
  }
  const place = normalize(join(folder, plain));
  const isInside = place.startsWith(normalize(folder) + sep);
  return isInside && !plain.includes("\0") && !plain.includes("/.") ? place : null;
};

const answerWith = async (file: File, path: string, requestHeaders: Headers): Promise<Response> => {
  const type = getMimeType(path) ?? "application/octet-stream";
  const isText = /^text\/|javascript|json|svg|manifest|wasm/.test(type);
  const packing = isText ? choosePacking(requestHeaders.get("accept-encoding")) : "identity";
  const headers = new Headers({
    "content-type": type,
    "cache-control": path.startsWith("/assets/")
      ? "public, max-age=31536000, immutable"
      : "no-cache",
    etag: file.tag,
    vary: "accept-encoding",
  });
  if (requestHeaders.get("if-none-match") === file.tag) {
    return new Response(null, { status: 304, headers });
  }
  if (packing !== "identity") headers.set("content-encoding", packing);
  const body = file.packed.get(packing) ?? packs[packing](file.bytes);
  file.packed.set(packing, body);
  const bytes = await body;
  headers.set("content-length", `${bytes.length}`);
  return new Response(new Uint8Array(bytes), { headers });
};
