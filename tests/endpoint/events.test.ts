import { setImmediate } from "node:timers/promises";
import type { Kysely, KyselyPlugin } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dayMs } from "#domain/instant.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { enrolledDevice, makeEdits, type TestDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";

/** Listens as a device does; `next` waits for the next thing the endpoint says, or `null` at the end. */
const listen = async (endpoint: TestEndpoint, device: TestDevice) => {
  const response = await endpoint.fetch("/events", { headers: { cookie: device.cookie } });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("there is no stream");
  const next = async () => {
    const { done, value } = await reader.read();
    return done ? null : value;
  };
  expect(await next()).toBe("retry: 2000\n\n");
  return { next, leave: () => reader.cancel() };
};

const openCount = async (endpoint: TestEndpoint) =>
  /katve_events_open (\d+)/.exec(await (await endpoint.fetch("/metrics")).text())?.[1];

const wake = "event: wake\ndata:\n\n";
const keepAliveMs = 25_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

/** A database, and how many questions it has answered. */
const counting = (given: Kysely<Schema>) => {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      count += 1;
      return Promise.resolve(result);
    },
  };
  return { database: given.withPlugin(plugin), answers: () => count };
};

describe.each(dialects)("events on $name", (dialect) => {
  test("wake the member's devices when a scope of theirs advances, and nobody else", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const otherTeam = await endpoint.addTeam("Toinen tiimi");
    const writer = await enrolledDevice(endpoint);
    const colleague = await enrolledDevice(endpoint);
    const outsider = await enrolledDevice(endpoint, { team: otherTeam });
    const edits = makeEdits(endpoint);
    const heard = await listen(endpoint, colleague);
    const unheard = await listen(endpoint, outsider);
    await writer.push(edits.create("client", { name: "Kanerva" }));
    expect(await heard.next()).toBe(wake);
    await vi.advanceTimersByTimeAsync(keepAliveMs);
    expect(await unheard.next()).toBe(":\n\n");
  });

  test("wake everybody in the area when somebody joins", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const heard = await listen(endpoint, device);
    await enrolledDevice(endpoint);
    expect(await heard.next()).toBe(wake);
  });

  test("do not wake anybody for a sync that changed nothing", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const heard = await listen(endpoint, device);
    await device.sync();
    await vi.advanceTimersByTimeAsync(keepAliveMs);
    expect(await heard.next()).toBe(":\n\n");
  });

  test("end with the session, and with the endpoint", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const first = await listen(endpoint, device);
    endpoint.clock.advance(7 * dayMs);
    await vi.advanceTimersByTimeAsync(keepAliveMs);
    expect(await first.next()).toBeNull();
    await device.signIn();
    const second = await listen(endpoint, device);
    endpoint.wakeBus.close();
    expect(await second.next()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("leave nothing behind when the device goes", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const stream = await listen(endpoint, device);
    expect(await openCount(endpoint)).toBe("1");
    await stream.leave();
    expect(await openCount(endpoint)).toBe("0");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("are open five times for one device at most: one more ends the oldest", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const colleague = await enrolledDevice(endpoint);
    const others = await listen(endpoint, colleague);
    const streams = [];
    for (let count = 0; count < 7; count += 1) streams.push(await listen(endpoint, device));
    expect(await openCount(endpoint)).toBe("6");
    expect(await Promise.all(streams.slice(0, 2).map(({ next }) => next()))).toEqual([null, null]);
    void endpoint.wakeBus.publish(new Set([endpoint.team]));
    const open = [others, ...streams.slice(2)];
    expect(new Set(await Promise.all(open.map(({ next }) => next())))).toEqual(new Set([wake]));
    await streams[2]?.leave();
    await listen(endpoint, device);
    void endpoint.wakeBus.publish(new Set([endpoint.team]));
    expect(await streams[3]?.next()).toBe(wake);
  });

  test("do not wake the device whose own edits they were, and do wake the member's others", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const phone = await enrolledDevice(endpoint);
    const laptop = await enrolledDevice(endpoint, { member: phone.member });
    const unheard = await listen(endpoint, phone);
    const heard = await listen(endpoint, laptop);
    await phone.push(makeEdits(endpoint).create("client", { name: "Kanerva" }));
    expect(await heard.next()).toBe(wake);
    await vi.advanceTimersByTimeAsync(keepAliveMs);
    expect(await unheard.next()).toBe(":\n\n");
  });

  test("put nothing behind what a device has not read yet", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const { body } = await endpoint.fetch("/events", { headers: { cookie: device.cookie } });
    for (let count = 0; count < 50; count += 1) {
      await endpoint.wakeBus.publish(new Set([endpoint.team]));
      await vi.advanceTimersByTimeAsync(keepAliveMs);
    }
    await setImmediate();
    endpoint.wakeBus.close();
    expect(await new Response(body).text()).toBe("retry: 2000\n\n");
  });

  test("wake a device that reads late once for all it has missed", async () => {
    const { database, answers } = counting(await dialect.open());
    await using endpoint = await makeEndpoint({ database });
    const device = await enrolledDevice(endpoint);
    const { body } = await endpoint.fetch("/events", { headers: { cookie: device.cookie } });
    const reader = body?.getReader();
    const before = answers();
    void endpoint.wakeBus.publish(new Set([endpoint.team]));
    while (answers() === before) await setImmediate();
    for (let count = 0; count < 2; count += 1) {
      await setImmediate();
      void endpoint.wakeBus.publish(new Set([endpoint.team]));
    }
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect([await next(), await next()]).toEqual(["retry: 2000\n\n", wake]);
    await vi.advanceTimersByTimeAsync(keepAliveMs);
    expect(await next()).toBe(":\n\n");
  });

  test("look up once for all streams whom a wake-up is about", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const devices = [await enrolledDevice(endpoint)];
    const [first] = devices;
    devices.push(await enrolledDevice(endpoint, { member: first?.member ?? null }));
    devices.push(await enrolledDevice(endpoint));
    const streams = [];
    for (const device of [...devices, ...devices]) streams.push(await listen(endpoint, device));
    const queries = vi.spyOn(endpoint.database, "selectFrom");
    for (let round = 1; round <= 2; round += 1) {
      void endpoint.wakeBus.publish(new Set([endpoint.team]));
      expect(await Promise.all(streams.map(({ next }) => next()))).toEqual(Array(6).fill(wake));
      expect(queries).toHaveBeenCalledTimes(round);
    }
  });
});
