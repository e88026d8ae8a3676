import { expect, test } from "vitest";
import { choosePacking } from "#endpoint/http/line-stream.ts";

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
