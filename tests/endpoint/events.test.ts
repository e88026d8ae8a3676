import { setImmediate } from "node:timers/promises";
import type { Kysely, KyselyPlugin } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dayMs } from "#domain/instant.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { parseNews } from "#protocol/news.ts";
import { expectOk } from "../support/result.ts";
import { enrolledDevice, makeEdits } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { listen, newsIn } from "../support/endpoint/events.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";

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
    void endpoint.wakeBus.publish(new Map([[endpoint.team, null]]));
    const open = [others, ...streams.slice(2)];
    expect(new Set(await Promise.all(open.map(({ next }) => next())))).toEqual(new Set([wake]));
    await streams[2]?.leave();
    await listen(endpoint, device);
    void endpoint.wakeBus.publish(new Map([[endpoint.team, null]]));
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
      await endpoint.wakeBus.publish(new Map([[endpoint.team, null]]));
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
    void endpoint.wakeBus.publish(new Map([[endpoint.team, null]]));
    while (answers() === before) await setImmediate();
    for (let count = 0; count < 2; count += 1) {
      await setImmediate();
      void endpoint.wakeBus.publish(new Map([[endpoint.team, null]]));
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
      void endpoint.wakeBus.publish(new Map([[endpoint.team, null]]));
      expect(await Promise.all(streams.map(({ next }) => next()))).toEqual(Array(6).fill(wake));
      expect(queries).toHaveBeenCalledTimes(round);
    }
  });

  test("bring what is new to a device that takes it: the lines of an answer, and after which number", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const writer = await enrolledDevice(endpoint);
    const colleague = await enrolledDevice(endpoint);
    const edits = makeEdits(endpoint);
    const before = (await colleague.sync()).cursors[endpoint.team];
    const streams = [
      await listen(endpoint, colleague, "?p=2"),
      await listen(endpoint, colleague, "?p=1"),
    ];
    const make = edits.create("client", { name: "Kanerva" });
    await writer.push(make);
    const [news, word] = await Promise.all(streams.map(({ next }) => next()));
    expect(word).toBe(wake);
    const [line] = expectOk(parseNews(newsIn(news ?? null)));
    expect(line).toMatchObject({
      s: endpoint.team,
      a: before?.[1],
      put: [{ id: make.record, t: "client", ver: 1, f: { name: "Kanerva" } }],
    });
    expect(line?.c).toEqual((await colleague.sync()).cursors[endpoint.team]);
  });

  test("bring nothing of a scope that a member was taken out of, and nothing to a revoked device", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const writer = await enrolledDevice(endpoint);
    const leaver = await enrolledDevice(endpoint);
    const lost = await enrolledDevice(endpoint);
    const streams = [await listen(endpoint, leaver, "?p=2"), await listen(endpoint, lost, "?p=2")];
    await endpoint.database
      .deleteFrom("membership")
      .where("member_id", "=", leaver.member)
      .where("scope_id", "=", endpoint.team)
      .execute();
    await endpoint.database
      .updateTable("device")
      .set({ revoked_at: endpoint.clock.now() })
      .where("id", "=", lost.id)
      .execute();
    await writer.push(makeEdits(endpoint).create("client", { name: "Kanerva" }));
    await vi.advanceTimersByTimeAsync(keepAliveMs);
    expect(await streams[0]?.next()).toBe(":\n\n");
    // Its stream ends when it is next looked at, and says nothing until then.
    expect(await streams[1]?.next()).toBeNull();
  });

  test("only say that there is something when it is much, or nobody knows after which number", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const writer = await enrolledDevice(endpoint);
    const colleague = await enrolledDevice(endpoint);
    const edits = makeEdits(endpoint);
    const { next } = await listen(endpoint, colleague, "?p=2");
    const many = Array.from({ length: 21 }, (_, index) =>
      edits.create("client", { name: `Asiakas ${index}` }),
    );
    await writer.push(...many);
    expect(await next()).toBe(wake);
    await writer.push(edits.create("client", { name: "a", note: "Pitkä. ".repeat(2_800) }));
    expect(await next()).toBe(wake);
    await endpoint.wakeBus.publish(new Map([[endpoint.team, null]]));
    expect(await next()).toBe(wake);
    await writer.push(edits.create("client", { name: "Kanerva" }));
    expect(newsIn(await next())).toContain("Kanerva");
  });

  test("read what is new in a scope once for all who listen", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const writer = await enrolledDevice(endpoint);
    const streams = [];
    for (let count = 0; count < 3; count += 1) {
      streams.push(await listen(endpoint, await enrolledDevice(endpoint), "?p=2"));
    }
    for (const { next } of streams.slice(0, 2)) await next();
    await streams[0]?.next();
    const transactions = vi.spyOn(endpoint.database, "transaction");
    await writer.push(makeEdits(endpoint).create("client", { name: "Kanerva" }));
    const told = await Promise.all(streams.map(({ next }) => next()));
    expect(new Set(told.map(newsIn)).size).toBe(1);
    // The push, its answer, and the news.
    expect(transactions).toHaveBeenCalledTimes(3);
  });
});
