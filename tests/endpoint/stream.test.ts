import { brotliDecompressSync, constants, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { opToWire } from "#protocol/op.ts";
import { enrolledDevice, makeEdits } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { linesOf } from "../support/endpoint/read-answer.ts";

const packings = [
  {
    accept: "gzip, deflate, br",
    packing: "br",
    unpack: (bytes: Uint8Array) =>
      brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH }),
  },
  {
    accept: "gzip, br;q=0",
    packing: "gzip",
    unpack: (bytes: Uint8Array) => gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }),
  },
  { accept: "deflate", packing: null, unpack: (bytes: Uint8Array) => Buffer.from(bytes) },
] as const;

const filled = async (dialect: TestDialect) => {
  const endpoint = await makeEndpoint({ dialect });
  const device = await enrolledDevice(endpoint);
  const edits = makeEdits(endpoint);
  for (let time = 0; time < 5; time += 1) {
    const ops = Array.from({ length: 200 }, (_, at) =>
      edits.create("client", { name: `Asiakas ${at}` }),
    );
    await device.sync({ ops: ops.map((op) => opToWire(op, false)) });
  }
  const close = () => endpoint.close();
  return { endpoint, device, [Symbol.asyncDispose]: close };
};

const partsOf = async (response: Response): Promise<Uint8Array[]> => {
  const parts: Uint8Array[] = [];
  for await (const part of response.body ?? []) parts.push(part);
  return parts;
};

describe.each(dialects)("an answer on $name", (dialect) => {
  test.each(packings)(
    "to one who accepts $accept is packed so, each long line flushed with the short ones after it",
    async ({ accept, packing, unpack }) => {
      await using team = await filled(dialect);
      const { device } = team;
      const response = await device.post("/sync", device.request(), { "accept-encoding": accept });
      expect(response.headers.get("content-encoding")).toBe(packing);
      expect(response.headers.get("content-type")).toBe("application/x-ndjson");
      expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
      const parts = await partsOf(response);
      const whole = linesOf(unpack(Buffer.concat(parts)).toString());
      expect(whole.length).toBe(14);
      expect(whole.at(-1)).toEqual({ end: 1, more: false });
      const isLong = (line: unknown) => JSON.stringify(line).length > 4_000;
      let told = 0;
      for (let cut = 1; cut <= parts.length; cut += 1) {
        const text = unpack(Buffer.concat(parts.slice(0, cut))).toString();
        expect(text.endsWith("\n")).toBe(true);
        const lines = linesOf(text);
        expect(lines).toEqual(whole.slice(0, lines.length));
        const [first, ...others] = lines.slice(told);
        // The five lines of clients are long: each begins a part of its own.
        expect(isLong(first)).toBe(cut > 1);
        expect(others.filter(isLong)).toEqual([]);
        told = lines.length;
      }
      expect(told).toBe(whole.length);
      expect(parts).toHaveLength(6);
    },
  );

  test.each(packings)(
    "that is short comes to one who accepts $accept in one piece of a known length",
    async ({ accept, packing, unpack }) => {
      await using team = await filled(dialect);
      const { device } = team;
      const { cursors } = await device.sync();
      const response = await device.post("/sync", device.request({ cur: cursors }), {
        "accept-encoding": accept,
      });
      const body = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get("content-encoding")).toBe(packing);
      expect(response.headers.get("content-length")).toBe(String(body.length));
      const lines = linesOf(unpack(body).toString());
      expect(lines).toHaveLength(2);
      expect(lines.at(-1)).toEqual({ end: 1, more: false });
    },
  );

  test("packed with brotli takes a fraction of its size", async () => {
    await using team = await filled(dialect);
    const { device } = team;
    const sizeOf = async (accept: string) =>
      Buffer.concat(
        await partsOf(await device.post("/sync", device.request(), { "accept-encoding": accept })),
      ).length;
    expect(await sizeOf("br")).toBeLessThan((await sizeOf("identity")) / 2);
  });

  test("to a device that goes away ends quietly", async () => {
    await using team = await filled(dialect);
    const { device, endpoint } = team;
    const response = await device.post("/sync", device.request(), { "accept-encoding": "br" });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect((await device.sync()).more).toBe(false);
    expect(endpoint.log).toEqual([]);
  });
});
