import { describe, expect, test } from "vitest";
import { dayMs, hourMs } from "#domain/instant.ts";
import { enrolledDevice, makeDevice, type TestDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectRefused } from "../support/endpoint/refused.ts";

const assert = async (device: TestDevice, assertion: string) =>
  device.post("/session", { p: 1, assertion });

const isSignedIn = async (device: TestDevice): Promise<boolean> =>
  (await device.post("/sync", device.request())).ok;

describe.each(dialects)("a session on $name", (dialect) => {
  test("starts with a signed assertion, and its cookie is out of everybody's reach", async () => {
    const origin = "https://katve.example";
    await using endpoint = await makeEndpoint({ dialect, origin });
    const device = await enrolledDevice(endpoint);
    device.cookie = "";
    const response = await device.signIn();
    expect(response.status).toBe(204);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const [cookie = "", ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^__Host-katve=[\w-]{22}; /);
    expect(cookie.split("; ").slice(1).toSorted()).toEqual([
      "HttpOnly",
      "Path=/",
      "SameSite=Strict",
      "Secure",
    ]);
    expect(await isSignedIn(device)).toBe(true);
  });

  test("on this machine alone comes under a plain name, for browsers that take no secure cookie there", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const cookies = (await device.signIn()).headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["katve-here"]);
    expect(device.cookie).toMatch(/^katve-here=[\w-]{22}$/);
    expect(await isSignedIn(device)).toBe(true);
    const headers = { host: "laptop:8787", origin: "http://laptop:8787" };
    const elsewhere = await endpoint.fetch("http://laptop:8787/sync", {
      method: "POST",
      headers: { "content-type": "application/json", cookie: device.cookie, ...headers },
      body: JSON.stringify(device.request()),
    });
    await expectRefused(elsewhere, 401, "session.missing");
  });

  test("is kept as a hash of its token alone", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const rows = await endpoint.database.selectFrom("session").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(device.cookie.split("=")[1]);
  });

  test("does not start with an assertion that is forged, meant for others, or not of this time", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const other = await enrolledDevice(endpoint);
    const now = Math.floor(endpoint.clock.now() / 1_000);
    const bad = [
      await other.sign({ iss: device.id, sub: device.id }),
      await device.sign({ sub: other.id }),
      await device.sign({ aud: "elsewhere" }),
      await device.sign({ iat: now - 200, exp: now - 80 }),
      await device.sign({ iat: now + 60, exp: now + 120 }),
      await device.sign({ exp: now + 3_600 }),
      await device.sign({ exp: undefined }),
      await device.sign({ jti: "" }),
      await device.sign({ iss: "nobody" }),
      `${btoa('{"alg":"none"}')}.${(await device.sign()).split(".")[1]}.`,
      "nothing at all",
    ];
    for (const assertion of bad) {
      await expectRefused(await assert(device, assertion), 401, "assertion.invalid");
    }
  });

  test("starts once with an assertion, also when two come at once", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const assertion = await device.sign();
    const responses = await Promise.all([1, 2, 3].map(() => assert(device, assertion)));
    expect(responses.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      204, 401, 401,
    ]);
    endpoint.clock.advance(60_000);
    await expectRefused(await assert(device, assertion), 401, "assertion.invalid");
  });

  test("does not start for a device nobody enrolled", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await makeDevice(endpoint);
    await expectRefused(await device.signIn(), 401, "device.unknown");
  });

  test("ends with a week without use", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    endpoint.clock.advance(7 * dayMs - 1);
    expect(await isSignedIn(device)).toBe(true);
    endpoint.clock.advance(7 * dayMs - hourMs);
    expect(await isSignedIn(device)).toBe(true);
    endpoint.clock.advance(7 * dayMs);
    await expectRefused(await device.post("/sync", device.request()), 401, "session.missing");
  });

  test("ends after thirty days however much it is used", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    for (let day = 1; day < 30; day += 1) {
      endpoint.clock.advance(dayMs);
      expect(await isSignedIn(device)).toBe(true);
    }
    endpoint.clock.advance(dayMs);
    await expectRefused(await device.post("/sync", device.request()), 401, "session.missing");
    expect((await device.signIn()).status).toBe(204);
    expect(await isSignedIn(device)).toBe(true);
    const rows = await endpoint.database.selectFrom("session").selectAll().execute();
    expect(rows).toHaveLength(1);
  });

  test("tells a revoked device so, with its old cookie and with a new assertion", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const revoked_at = endpoint.clock.now();
    await endpoint.database.updateTable("device").set({ revoked_at }).execute();
    await expectRefused(await device.post("/sync", device.request()), 410, "device.revoked");
    await expectRefused(await device.signIn(), 410, "device.revoked");
  });
});
