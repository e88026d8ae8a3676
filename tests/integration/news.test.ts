import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minuteMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { eraseRecords } from "#endpoint/lifetime/erase.ts";
import { takeAllNews } from "#sync/news.ts";
import { listen, newsIn } from "../support/endpoint/events.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { makeTestPlatform } from "../support/platform.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone, type Phone, shownOn } from "./support/phone.ts";
import { dumpOf, plain } from "./support/plain-disk.ts";

const twoPhones = async (endpoint: TestEndpoint) => {
  const one = await enrolPhone(endpoint, 1);
  const other = await enrolPhone(endpoint, 2);
  const { next } = await listen(endpoint, { cookie: other.network.cookie }, "?p=2");
  const take = async (phone: Phone, ...news: readonly string[]) =>
    expectOk(await takeAllNews(phone.store(), endpoint.clock, news));
  return { one, other, hear: async () => newsIn(await next()), take };
};

const nameOn = (phone: Phone, client: Parameters<Phone["noteOf"]>[0]) =>
  phone.store().ledger.get(clientKind, client)?.values.name;

describe("news", () => {
  test("bring a colleague's edit without a request, and it is on the disk", async () => {
    await using endpoint = await makeEndpoint();
    const { one, other, hear, take } = await twoPhones(endpoint);
    const client = await one.addClient("Kanerva");
    await one.exchange();
    const before = other.network.arrived();
    expect(await take(other, await hear())).toBe(true);
    expect(other.network.arrived()).toBe(before);
    expect(nameOn(other, client)).toBe("Kanerva");
    await other.restart();
    expect(shownOn(other)).toEqual(shownOn(one));
  });

  test("are not taken when something before them was missed; an exchange brings both", async () => {
    await using endpoint = await makeEndpoint();
    const { one, other, hear, take } = await twoPhones(endpoint);
    await one.addClient("Kanerva");
    await one.exchange();
    await hear();
    await one.addClient("Metsätähti");
    await one.exchange();
    expect(await take(other, await hear())).toBe(false);
    expect(other.store().ledger.all(clientKind).size).toBe(0);
    await other.exchange();
    expect(shownOn(other)).toEqual(shownOn(one));
  });

  test("are not taken by a device with anything unsent: an exchange says first what became of it", async () => {
    await using endpoint = await makeEndpoint();
    const { one, other, hear, take } = await twoPhones(endpoint);
    const client = await one.addClient("Kanerva");
    await one.exchange();
    expect(await take(other, await hear())).toBe(true);
    // The endpoint has the edit; the phone does not know that.
    await other.setText(client, "note", "Kyyti sovittu.");
    other.network.weather = { kind: "answers lost" };
    await other.tryExchange();
    other.network.weather = { kind: "clear" };
    await one.setField(client, "name", "Kanerva 2");
    await one.exchange();
    expect(await take(other, await hear())).toBe(false);
    expect(nameOn(other, client)).toBe("Kanerva");
    await other.exchange();
    expect(shownOn(other)).toEqual(shownOn(one));
  });

  test("that an exchange has brought already change nothing", async () => {
    await using endpoint = await makeEndpoint();
    const { one, other, hear, take } = await twoPhones(endpoint);
    const client = await one.addClient("Kanerva");
    await one.exchange();
    const first = await hear();
    await one.setField(client, "name", "Kanerva 2");
    await one.exchange();
    await other.exchange();
    expect(await take(other, first, await hear())).toBe(true);
    expect(nameOn(other, client)).toBe("Kanerva 2");
    expect(shownOn(other)).toEqual(shownOn(one));
  });

  test("do not take the place of an exchange for as long as a clock that was put back takes to get there again", async () => {
    await using endpoint = await makeEndpoint();
    const { one, other, hear, take } = await twoPhones(endpoint);
    await one.addClient("Kanerva");
    await one.exchange();
    endpoint.clock.advance(-60 * minuteMs);
    expect(await take(other, await hear())).toBe(false);
  });

  test("do not take the place of an exchange for longer than a minute", async () => {
    await using endpoint = await makeEndpoint();
    const { one, other, hear, take } = await twoPhones(endpoint);
    endpoint.clock.advance(minuteMs);
    await one.addClient("Kanerva");
    await one.exchange();
    expect(await take(other, await hear())).toBe(false);
  });

  test("of another counting, of an unknown scope, or that are none, are not taken", async () => {
    await using endpoint = await makeEndpoint();
    const { one, other, hear, take } = await twoPhones(endpoint);
    await one.addClient("Kanerva");
    await one.exchange();
    const line = JSON.parse(await hear()) as { s: string; c: [string, number] };
    const others = [
      { ...line, c: ["toinen", line.c[1]] },
      { ...line, s: "N".repeat(22) },
      { ...line, a: -1 },
      { ...line, a: undefined },
      { h: 1 },
    ];
    for (const one of others) expect(await take(other, JSON.stringify(one))).toBe(false);
    for (const text of ["", "null", "<html>"]) expect(await take(other, text)).toBe(false);
    expect(other.store().ledger.all(clientKind).size).toBe(0);
  });

  test("of an erasure wipe the record, what is about it and what was being written, and it stays so", async () => {
    await using endpoint = await makeEndpoint();
    const platform = plain(makeTestPlatform(2, endpoint.clock));
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2, { platform });
    const { database, team, clock, config } = endpoint;
    const client = await one.addClient("Kuutamokissa");
    const record = one.store().newRecordId();
    const fields = { client, note: "Kuutamokissan aika" };
    const home = one.team();
    expectOk(await one.store().write([{ verb: "new", record, kind: "appointment", home, fields }]));
    await one.exchange();
    await other.exchange();
    expectOk(await other.store().drafts.save("booking", { client, note: "Kuutamokissa soitti" }));
    expect(await dumpOf(other)).toContain("Kuutamokissa");
    const { next } = await listen(endpoint, { cookie: other.network.cookie }, "?p=2");
    const { seq } = await database
      .selectFrom("scope")
      .select("seq")
      .where("id", "=", team)
      .executeTakeFirstOrThrow();
    const erasing = { key: config.erasureKey, now: clock.now() };
    await database
      .transaction()
      .execute((transaction) => eraseRecords(transaction, [client], erasing));
    await endpoint.wakeBus.publish(new Map([[team, seq]]));
    const news = newsIn(await next());
    expect(expectOk(await takeAllNews(other.store(), clock, [news]))).toBe(true);
    expect(other.store().drafts.read("booking")).toBeNull();
    await other.restart();
    expect(other.store().ledger.all(appointmentKind).size).toBe(0);
    expect(await dumpOf(other)).not.toContain("Kuutamokissa");
  });

  test("whichever are heard, lost or late, lead to what everybody sees", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("heard", "lost", "late", "exchange"), { maxLength: 12 }),
        async (fates) => {
          await using endpoint = await makeEndpoint();
          const { one, other, hear, take } = await twoPhones(endpoint);
          const client = await one.addClient("Kanerva");
          await one.exchange();
          await take(other, await hear());
          const late: string[] = [];
          for (const [at, fate] of fates.entries()) {
            await one.setField(client, "name", `Kanerva ${at}`);
            if (at % 3 === 0) await one.addClient(`Uusi ${at}`);
            await one.exchange();
            const news = await hear();
            if (fate === "heard") await take(other, news);
            if (fate === "late") late.push(news);
            if (fate === "exchange") await other.exchange();
            const shown = nameOn(other, client) ?? "";
            // Nothing older than what was shown comes back.
            for (const old of late) await take(other, old);
            expect([shown, `Kanerva ${at}`]).toContain(nameOn(other, client));
          }
          await other.exchange();
          expect(shownOn(other)).toEqual(shownOn(one));
        },
      ),
      { numRuns: 40 },
    ));
});
