import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { choosePacking, packLines } from "#endpoint/http/line-stream.ts";

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["br;q=0.5, gzip;q=1", "br"],
  ["BR", "br"],
  ["gzip", "gzip"],
  ["gzip, br;q=0", "gzip"],
  ["gzip;q=0.000, br; q=0.0", "identity"],
  ["identity", "identity"],
  ["brotli", "identity"],
  ["", "identity"],
  [null, "identity"],
  [undefined, "identity"],
])("to one who accepts %o the answer comes as %s", (accepted, packing) => {
  expect(choosePacking(accepted)).toBe(packing);
});

test.each([
  { packing: "br", unpack: brotliDecompressSync },
  { packing: "gzip", unpack: gunzipSync },
  { packing: "identity", unpack: (bytes: Uint8Array) => Buffer.from(bytes) },
] as const)(
  "short lines are packed as $packing at once, each with its end",
  ({ packing, unpack }) => {
    const lines = ['{"h":1}', '{"s":"ääkköset"}'];
    const packed = packLines(lines, packing);
    expect(unpack(packed).toString()).toBe('{"h":1}\n{"s":"ääkköset"}\n');
  },
);
