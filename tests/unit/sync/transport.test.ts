import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fail, ok } from "#domain/result.ts";
import { makeTransport } from "#sync/transport.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

type Answer = (request: Request) => Response | Promise<Response>;

const transportTo = (answer: Answer, silenceMs = 45_000) =>
  makeTransport({
    origin: "http://katve.test",
    silenceMs,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      return answer(request);
    },
  });

/** An answer whose pieces the test hands over one by one. */
const openAnswer = () => {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const stream = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  return {
    response: new Response(stream),
    send: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    end: () => controller.close(),
    cut: () => controller.error(new TypeError("network error")),
  };
};

describe("the transport", () => {
  test("posts JSON and packs what is worth packing", async () => {
    const seen: { encoding: string | null; body: string }[] = [];
    const transport = transportTo(async (request) => {
      const bytes = Buffer.from(await request.arrayBuffer());
      const encoding = request.headers.get("content-encoding");
      seen.push({ encoding, body: (encoding === "gzip" ? gunzipSync(bytes) : bytes).toString() });
      return new Response("{}");
    });
    expectOk(await transport.post("/sync", { a: 1 }));
    expectOk(await transport.post("/sync", { long: "ä".repeat(2_000) }));
    expect(seen).toEqual([
      { encoding: null, body: '{"a":1}' },
      { encoding: "gzip", body: JSON.stringify({ long: "ä".repeat(2_000) }) },
    ]);
  });

  test("hands lines over as they come, also those torn apart in the middle of a letter", async () => {
    const answer = openAnswer();
    const lines: string[] = [];
    const bytes = new TextEncoder().encode('{"name":"Väinö"}\n{"end":1}\n');
    const middle = bytes.indexOf(0xc3) + 1;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, middle));
        controller.enqueue(bytes.slice(middle));
        controller.close();
      },
    });
    const transport = transportTo(() => new Response(stream));
    expectOk(
      await transport.postLines("/sync", {}, (line) => {
        lines.push(line);
        return Promise.resolve(ok(true));
      }),
    );
    expect(lines).toEqual(['{"name":"Väinö"}', '{"end":1}']);
    answer.end();
  });

  test("says that an answer broke off, after the lines that came whole", async () => {
    const answer = openAnswer();
    const lines: string[] = [];
    const transport = transportTo(() => answer.response);
    const outcome = transport.postLines("/sync", {}, (line) => {
      lines.push(line);
      answer.cut();
      return Promise.resolve(ok(true));
    });
    answer.send('{"h":1}\n{"torn');
    expect(expectFailure(await outcome)).toEqual({ code: "network.cut" });
    expect(lines).toEqual(['{"h":1}']);
  });

  test("stops reading when a line cannot be taken", async () => {
    const transport = transportTo(() => new Response("1\n2\n3\n"));
    const lines: string[] = [];
    const outcome = await transport.postLines("/sync", {}, (line) => {
      lines.push(line);
      return Promise.resolve(line === "2" ? fail({ code: "storage.full" as const }) : ok(true));
    });
    expect(expectFailure(outcome)).toEqual({ code: "storage.full" });
    expect(lines).toEqual(["1", "2"]);
  });

  test("gives up a request that stays silent", async () => {
    const transport = transportTo(
      (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener("abort", () => reject(request.signal.reason));
        }),
      5,
    );
    expect(expectFailure(await transport.post("/sync", {}))).toEqual({ code: "network.silent" });
  });

  test("is called off before, while and after it waits for an answer", async () => {
    const take = () => Promise.resolve(ok(true));
    const silent = transportTo(
      (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener("abort", () => reject(request.signal.reason));
        }),
    );
    const ending = new AbortController();
    const waiting = silent.postLines("/sync", {}, take, ending.signal);
    ending.abort();
    expect(expectFailure(await waiting)).toEqual({ code: "network.cut" });
    const late = silent.postLines("/sync", {}, take, ending.signal);
    expect(expectFailure(await late)).toEqual({ code: "network.cut" });
  });

  test("tells a missing network from an endpoint's refusal and from a stranger", async () => {
    const offline = transportTo(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(expectFailure(await offline.post("/sync", {}))).toEqual({ code: "network.offline" });
    const refusing = transportTo(() =>
      Response.json({ code: "session.missing", now: 5 }, { status: 401 }),
    );
    expect(expectFailure(await refusing.post("/sync", {}))).toMatchObject({
      code: "session.missing",
      endpointNow: 5,
    });
    const brokenOff = transportTo(() => {
      const pieces = new ReadableStream({
        pull: (controller) => controller.error(new TypeError("network error")),
      });
      return new Response(pieces, { status: 401 });
    });
    expect(expectFailure(await brokenOff.post("/sync", {}))).toEqual({ code: "network.cut" });
    const stranger = transportTo(() => new Response("<h1>Hotel Wi-Fi</h1>", { status: 511 }));
    expect(expectFailure(await stranger.post("/sync", {}))).toEqual({ code: "network.not_katve" });
  });
});
