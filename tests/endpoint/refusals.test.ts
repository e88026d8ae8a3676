import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { RequestFailureCode } from "#domain/failure.ts";
import { opToWire } from "#protocol/op.ts";
import { enrolledDevice, makeEdits, type TestDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { expectRefused } from "../support/endpoint/refused.ts";

type BadRequest = {
  readonly name: string;
  readonly status: number;
  readonly code: RequestFailureCode;
  readonly send: (endpoint: TestEndpoint, device: TestDevice) => Promise<Response>;
};

/** A sync that would make a record if it were taken. */
const goodBody = (endpoint: TestEndpoint, device: TestDevice) => {
  const make = makeEdits(endpoint).create("client", { name: "Kanerva" });
  return device.request({ ops: [opToWire(make, false)] });
};

const raw = (
  endpoint: TestEndpoint,
  device: TestDevice,
  init: {
    readonly body?: BodyInit;
    readonly headers?: Record<string, string>;
    readonly duplex?: "half";
  },
) =>
  endpoint.fetch("/sync", {
    method: "POST",
    ...init,
    headers: { "content-type": "application/json", cookie: device.cookie, ...init.headers },
  });

const withMember =
  (name: string, value: unknown): BadRequest["send"] =>
  (endpoint, device) =>
    device.post("/sync", { ...goodBody(endpoint, device), [name]: value });

const withOp =
  (change: object): BadRequest["send"] =>
  (endpoint, device) => {
    const body = goodBody(endpoint, device);
    return device.post("/sync", { ...body, ops: [{ ...body.ops[0], ...change }] });
  };

const withHeaders =
  (headers: Record<string, string>): BadRequest["send"] =>
  (endpoint, device) =>
    device.post("/sync", goodBody(endpoint, device), headers);

const megabyte = 1_048_576;

const badRequests: readonly BadRequest[] = [
  {
    name: "a body that is no JSON",
    status: 400,
    code: "body.not_json",
    send: (_, device) => device.post("/sync", "{"),
  },
  {
    name: "a body that is not UTF-8",
    status: 400,
    code: "body.not_json",
    send: (endpoint, device) => raw(endpoint, device, { body: new Uint8Array([0x22, 0xff, 0x22]) }),
  },
  {
    name: "no body",
    status: 400,
    code: "body.not_json",
    send: (endpoint, device) => raw(endpoint, device, {}),
  },
  {
    name: "another content type",
    status: 400,
    code: "body.not_json",
    send: withHeaders({ "content-type": "text/plain" }),
  },
  {
    name: "a packing that is not known",
    status: 400,
    code: "body.not_json",
    send: withHeaders({ "content-encoding": "br" }),
  },
  {
    name: "gzip that is none",
    status: 400,
    code: "body.not_json",
    send: withHeaders({ "content-encoding": "gzip" }),
  },
  {
    name: "a body over 1 MiB",
    status: 413,
    code: "body.too_large",
    send: (_, device) => device.post("/sync", `"${"a".repeat(megabyte)}"`),
  },
  {
    name: "a body over 1 MiB that does not say how long it is",
    status: 413,
    code: "body.too_large",
    send: (endpoint, device) =>
      raw(endpoint, device, {
        body: endless(),
        duplex: "half",
      }),
  },
  {
    name: "a small body that unpacks to far more than 1 MiB",
    status: 413,
    code: "body.too_large",
    send: (endpoint, device) =>
      raw(endpoint, device, {
        body: gzipSync(Buffer.alloc(200 * megabyte, "a")),
        headers: { "content-encoding": "gzip" },
      }),
  },
  {
    name: "a member nobody knows",
    status: 400,
    code: "body.not_understood",
    send: withMember("more", 1),
  },
  {
    name: "a missing member",
    status: 400,
    code: "body.not_understood",
    send: withMember("now", undefined),
  },
  {
    name: "a cursor that is none",
    status: 400,
    code: "body.not_understood",
    send: withMember("cur", { x: [] }),
  },
  {
    name: "more bytes asked for than there may be",
    status: 400,
    code: "body.not_understood",
    send: withMember("max", 5e6),
  },
  {
    name: "an op with a member nobody knows",
    status: 400,
    code: "body.not_understood",
    send: withOp({ z: 1 }),
  },
  {
    name: "an op of an unknown verb",
    status: 400,
    code: "body.not_understood",
    send: withOp({ k: "wipe" }),
  },
  {
    name: "an op that saw nothing",
    status: 400,
    code: "body.not_understood",
    send: withOp({ b: undefined }),
  },
  {
    name: "an op that saw two things",
    status: 400,
    code: "body.not_understood",
    send: withOp({ a: "AAAAAAAAAAAAAAAA" }),
  },
  {
    name: "an array for a body",
    status: 400,
    code: "body.not_understood",
    send: (_, device) => device.post("/sync", []),
  },
  {
    name: "a protocol to come",
    status: 400,
    code: "protocol.unknown",
    send: withMember("p", PROTOCOL_VERSION + 1),
  },
  {
    name: "a protocol to come, with members of its own",
    status: 400,
    code: "protocol.unknown",
    send: (_, device) => device.post("/sync", { p: 99, new: true }),
  },
  {
    name: "another site's page",
    status: 403,
    code: "origin.foreign",
    send: withHeaders({ "sec-fetch-site": "cross-site" }),
  },
  {
    name: "a page of a sister site",
    status: 403,
    code: "origin.foreign",
    send: withHeaders({ "sec-fetch-site": "same-site" }),
  },
  {
    name: "a foreign origin",
    status: 403,
    code: "origin.foreign",
    send: withHeaders({ origin: "https://evil.example" }),
  },
  {
    name: "an origin that hides",
    status: 403,
    code: "origin.foreign",
    send: withHeaders({ origin: "null" }),
  },
  {
    name: "a request that does not say where it comes from",
    status: 403,
    code: "origin.foreign",
    send: async (endpoint, device) =>
      endpoint.app.request("/sync", {
        method: "POST",
        headers: { "content-type": "application/json", cookie: device.cookie },
        body: JSON.stringify(goodBody(endpoint, device)),
      }),
  },
  { name: "no session", status: 401, code: "session.missing", send: withHeaders({ cookie: "" }) },
  {
    name: "a session that is made up",
    status: 401,
    code: "session.missing",
    send: withHeaders({ cookie: "__Host-katve=AAAA" }),
  },
  {
    name: "the session of another device",
    status: 401,
    code: "session.missing",
    send: async (endpoint, device) => {
      const other = await enrolledDevice(endpoint);
      return device.post("/sync", goodBody(endpoint, device), { cookie: other.cookie });
    },
  },
  {
    name: "a path that leads nowhere",
    status: 404,
    code: "route.unknown",
    send: (_, device) => device.post("/nowhere", {}),
  },
  {
    name: "a method that the path does not have",
    status: 404,
    code: "route.unknown",
    send: (endpoint) => endpoint.fetch("/sync"),
  },
  {
    name: "no session for events",
    status: 401,
    code: "session.missing",
    send: (endpoint) => endpoint.fetch("/events"),
  },
];

/** All there is of people's work. */
const workOf = async ({ database }: TestEndpoint) => ({
  records: await database.selectFrom("entity").selectAll().where("kind", "!=", "adviser").execute(),
  answers: await database.selectFrom("applied").selectAll().execute(),
});

const endless = () =>
  new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(0x20)),
  });

describe.each(dialects)("a bad request on $name", (dialect) => {
  test.each(badRequests)("$name is refused with $status $code", async (bad) => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const before = await workOf(endpoint);
    const { now } = await expectRefused(await bad.send(endpoint, device), bad.status, bad.code);
    expect(now).toBe(endpoint.clock.now());
    expect(await workOf(endpoint)).toEqual(before);
  });

  test("an origin on the host that was asked is ours when none is configured", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const headers = { host: "laptop:8787", origin: "http://laptop:8787" };
    const response = await device.post("/sync", device.request(), headers);
    expect(response.status).toBe(200);
  });

  test("only the configured origin is ours when there is one", async () => {
    const origin = "https://katve.example";
    await using endpoint = await makeEndpoint({ dialect, origin });
    const device = await enrolledDevice(endpoint);
    const ours = await device.post("/sync", device.request(), { origin });
    expect(ours.status).toBe(200);
    const headers = { host: "laptop:8787", origin: "http://laptop:8787" };
    await expectRefused(
      await device.post("/sync", device.request(), headers),
      403,
      "origin.foreign",
    );
  });

  test("a defect is answered once, and told without what the request said", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const body = goodBody(endpoint, device);
    await endpoint.database.schema.dropTable("applied").execute();
    await expectRefused(await device.post("/sync", body), 500, "endpoint.defect");
    const told = endpoint.log.filter((line) => line.includes("endpoint.defect"));
    expect(told).toHaveLength(1);
    expect(told.join("")).not.toContain("Kanerva");
    expect(told.join("")).not.toContain(device.id);
  });
});
