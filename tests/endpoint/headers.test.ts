import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { enrolledDevice } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectRefused } from "../support/endpoint/refused.ts";
import { temporaryFolder } from "../support/endpoint/run-endpoint.ts";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
  "trusted-types solid-template app-url";

const page = { headers: { accept: "text/html,*/*" } };
const script = "export const sentence = 'Kaikki tallessa';\n".repeat(50);

/** An endpoint with a small built client, and beside its folder a file that is none of it. */
const withClient = async (
  dialect: TestDialect,
  origin: string | null = null,
): Promise<TestEndpoint> => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "dist/assets"), { recursive: true });
  const files = {
    "secret.txt": "salaisuus",
    "dist/index.html": "<!doctype html><title>Katve</title>",
    "dist/sw.js": "// worker",
    "dist/.hidden": "salaisuus",
    "dist/manifest.webmanifest": "{}",
    "dist/assets/main-B3f_x1.js": script,
    "dist/assets/argon2-worker-Ab12.js": "// derives keys",
    "dist/assets/font-C4.woff2": "font",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const endpoint = await makeEndpoint({ dialect, clientFolder: join(folder, "dist"), origin });
  onTestFinished(() => endpoint.close());
  return endpoint;
};

describe.each(dialects)("what goes around answers on $name", (dialect) => {
  test("every answer carries the headers that keep a page safe", async () => {
    const endpoint = await withClient(dialect);
    const device = await enrolledDevice(endpoint);
    const answers = [
      await endpoint.fetch("/", page),
      await endpoint.fetch("/assets/main-B3f_x1.js"),
      await endpoint.fetch("/nowhere"),
      await endpoint.fetch("/healthz"),
      await endpoint.fetch("/events"),
      await device.post("/sync", "{"),
      await device.post("/sync", device.request(), { origin: "https://evil.example" }),
    ];
    for (const { headers } of answers) {
      expect(headers.get("content-security-policy")).toBe(policy);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("geolocation=()");
      expect(headers.get("strict-transport-security")).toBeNull();
    }
    for (const { headers } of answers.slice(2))
      expect(headers.get("cache-control")).toContain("no-store");
  });

  test("an answer of the exchange carries only what is no page's own", async () => {
    const endpoint = await withClient(dialect);
    const device = await enrolledDevice(endpoint);
    const { headers } = await device.post("/sync", device.request());
    expect(headers.get("content-type")).toBe("application/x-ndjson");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toBeNull();
    expect(headers.get("permissions-policy")).toBeNull();
  });

  test("a page does not have its browser tell what it is with every request", async () => {
    const endpoint = await withClient(dialect);
    const { headers } = await endpoint.fetch("/", page);
    for (const hint of ["ch-ua", "ch-ua-mobile", "ch-ua-platform"]) {
      expect(headers.get("permissions-policy")).toContain(`${hint}=()`);
    }
  });

  test("only the script of the worker that derives keys may compile WebAssembly", async () => {
    const endpoint = await withClient(dialect);
    const worker = await endpoint.fetch("/assets/argon2-worker-Ab12.js");
    expect(worker.headers.get("content-security-policy")).toBe(
      policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
    );
  });

  test("an endpoint with an https origin tells browsers to come by nothing else", async () => {
    const endpoint = await withClient(dialect, "https://katve.example");
    const { headers } = await endpoint.fetch("/", page);
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  });

  test("files with a hash in their name are kept for a year, others are asked for each time", async () => {
    const endpoint = await withClient(dialect);
    const cachingOf = async (path: string) =>
      (await endpoint.fetch(path, page)).headers.get("cache-control");
    expect(await cachingOf("/assets/main-B3f_x1.js")).toBe("public, max-age=31536000, immutable");
    for (const path of [
      "/",
      "/index.html",
      "/sw.js",
      "/manifest.webmanifest",
      "/appointments/new",
    ]) {
      expect(await cachingOf(path)).toBe("no-cache");
    }
  });

  test("a file that did not change is not sent again", async () => {
    const endpoint = await withClient(dialect);
    const first = await endpoint.fetch("/sw.js");
    const etag = first.headers.get("etag") ?? "";
    const again = await endpoint.fetch("/sw.js", { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("files come with their type, and text packed", async () => {
    const endpoint = await withClient(dialect);
    const headers = { "accept-encoding": "br" };
    const packed = await endpoint.fetch("/assets/main-B3f_x1.js", { headers });
    expect(packed.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(packed.headers.get("content-encoding")).toBe("br");
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(200);
    expect(brotliDecompressSync(bytes).toString()).toBe(script);
    const font = await endpoint.fetch("/assets/font-C4.woff2", { headers });
    expect(font.headers.get("content-type")).toBe("font/woff2");
    expect(font.headers.get("content-encoding")).toBeNull();
    const manifest = await endpoint.fetch("/manifest.webmanifest");
    expect(manifest.headers.get("content-type")).toBe("application/manifest+json");
  });

  test("a link into the program opens its page, for a browser that wants a page", async () => {
    const endpoint = await withClient(dialect);
    for (const path of ["/", "/enrol", "/appointments/abc?day=1"]) {
      expect(await (await endpoint.fetch(path, page)).text()).toContain("<title>Katve</title>");
    }
    await expectRefused(await endpoint.fetch("/appointments/abc"), 404, "route.unknown");
    await expectRefused(await endpoint.fetch("/assets/gone-1.js"), 404, "route.unknown");
  });

  test("nothing outside the client's folder is served", async () => {
    const endpoint = await withClient(dialect);
    const paths = [
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/assets/..%2f..%2fsecret.txt",
      "/.hidden",
      "/%00",
      "/%zz",
      "/assets",
    ];
    for (const path of paths) {
      await expectRefused(await endpoint.fetch(path), 404, "route.unknown");
    }
  });

  test("health, readiness and counts are told, and counts name nobody", async () => {
    const endpoint = await withClient(dialect);
    const device = await enrolledDevice(endpoint, { name: "Aino Esimerkki" });
    await device.sync();
    expect(await (await endpoint.fetch("/healthz")).text()).toBe("ok\n");
    expect((await endpoint.fetch("/readyz")).status).toBe(200);
    const metrics = await endpoint.fetch("/metrics");
    expect(metrics.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    const text = await metrics.text();
    expect(text).toContain('katve_requests_total{route="/sync",status="200"} 1');
    for (const word of ["Aino", device.id, device.member, endpoint.team])
      expect(text).not.toContain(word);
  });

  test("an endpoint without its database is alive and not ready", async () => {
    const endpoint = await makeEndpoint({ dialect });
    await endpoint.close();
    expect((await endpoint.fetch("/healthz")).status).toBe(200);
    expect((await endpoint.fetch("/readyz")).status).toBe(503);
  });
});
