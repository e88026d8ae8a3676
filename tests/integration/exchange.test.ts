import { describe, expect, test } from "vitest";
import { areaKind } from "#domain/kinds/area.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { addMs, dayMs } from "#domain/instant.ts";
import { exchangeOnce } from "#sync/exchange.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectFailure, expectOk } from "../support/result.ts";
import { enrolPhone, shownOn } from "./support/phone.ts";

describe("phones of a team", () => {
  test("learn the area and each other at their first exchange", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    await one.exchange();
    const { ledger } = one.store();
    expect([...ledger.all(areaKind).values()][0]?.values.nameFi).toBe("Koeseutu");
    expect(ledger.all(placeKind).size).toBeGreaterThan(0);
    const names = [...ledger.all(adviserKind).values()].map(({ values }) => values.name);
    expect(names.sort()).toEqual(["Koe 1", "Koe 2"]);
    expect(other.store().ledger.get(adviserKind, one.member as never)?.values.name).toBe("Koe 1");
  });

  test("see what was written where there was no network, once there is one", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    one.network.weather = { kind: "away" };
    const client = await one.addClient("Veikko");
    expect(expectFailure(await one.tryExchange())).toEqual({ code: "network.offline" });
    expect(one.store().ledger.unsentSaves()).toBe(1);
    await one.restart();
    one.network.weather = { kind: "clear" };
    await one.exchange();
    await other.exchange();
    expect(one.store().ledger.unsentSaves()).toBe(0);
    expect(other.store().ledger.get(clientKind, client)?.values.name).toBe("Veikko");
    expect(shownOn(one)).toEqual(shownOn(other));
  });

  test("keep both their words in one note and both their fields", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const client = await one.addClient("Veikko", "Soittaa aamulla.");
    await one.exchange();
    await other.exchange();
    await one.setText(client, "note", "Soittaa aamulla. Tulkki tilattu.");
    await one.setField(client, "phone", "+358401234567");
    await other.setText(client, "note", "Soittaa aamulla. Kyyti sovittu.");
    await other.setField(client, "language", "sv");
    await one.exchange();
    await other.exchange();
    await one.exchange();
    expect(shownOn(one)).toEqual(shownOn(other));
    expect(one.noteOf(client)).toBe("Soittaa aamulla. Tulkki tilattu. Kyyti sovittu.");
    expect(one.store().ledger.get(clientKind, client)?.values).toMatchObject({
      phone: "+358401234567",
      language: "sv",
    });
    expect(one.store().ledger.all(conflictKind).size).toBe(0);
  });

  test("show two different values for one field as a conflict, on both", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const client = await one.addClient("Veikko");
    await one.exchange();
    await other.exchange();
    await one.setField(client, "name", "Veikko M.");
    endpoint.clock.advance(60_000);
    await other.setField(client, "name", "Veijo");
    await other.exchange();
    await one.exchange();
    await other.exchange();
    expect(shownOn(one)).toEqual(shownOn(other));
    expect(one.store().ledger.get(clientKind, client)?.values.name).toBe("Veijo");
    const [conflict] = one.store().ledger.all(conflictKind).values();
    expect(conflict?.values).toMatchObject({
      record: client,
      field: "name",
      kept: "Veijo",
      lost: "Veikko M.",
      lostBy: one.member,
      state: "open",
    });
  });

  test("never call one person's own successive edits a conflict", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    const client = await one.addClient("Veikko");
    await one.setField(client, "name", "Veikko 2");
    one.network.weather = { kind: "answers lost" };
    expectFailure(await one.tryExchange());
    await one.setField(client, "name", "Veikko 3");
    await one.setText(client, "note", "Eka.");
    await one.setText(client, "note", "Eka. Toka.");
    one.network.weather = { kind: "clear" };
    await one.exchange();
    expect(one.store().ledger.all(conflictKind).size).toBe(0);
    expect(one.store().ledger.get(clientKind, client)?.values).toMatchObject({
      name: "Veikko 3",
      note: "Eka. Toka.",
    });
  });

  test("see a deletion, and keep what somebody wrote meanwhile in the tray", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const client = await one.addClient("Veikko");
    await one.exchange();
    await other.exchange();
    const sight = one.store().ledger.sightOf(client);
    if (sight === null) return expect.fail("the record is not there");
    expectOk(await one.store().write([{ verb: "del", sight }]));
    await one.exchange();
    await other.setText(client, "note", "Ei saa kadota.");
    await other.exchange();
    expect(other.store().ledger.get(clientKind, client)).toBeUndefined();
    expect(expectOk(await other.store().tray.read())).toMatchObject([
      { reason: "edit.record_deleted", op: { verb: "text", value: "Ei saa kadota." } },
    ]);
  });
});

describe("a bad connection", () => {
  test("an answer that is lost after the endpoint acted doubles nothing", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    await one.addClient("Veikko");
    one.network.weather = { kind: "answers lost" };
    expectFailure(await one.tryExchange());
    expectFailure(await one.tryExchange());
    one.network.weather = { kind: "clear" };
    await one.exchange();
    await other.exchange();
    expect(other.store().ledger.all(clientKind).size).toBe(1);
    expect(shownOn(one)).toEqual(shownOn(other));
  });

  test("an answer cut at any byte loses nothing and is gone on from", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    for (let nth = 0; nth < 40; nth += 1) await one.addClient(`asiakas ${nth}`);
    await one.exchange();
    for (let afterBytes = 1; afterBytes < 4_000; afterBytes += 211) {
      const late = await enrolPhone(endpoint, 100 + afterBytes);
      await late.addClient("kirjoitettu katkoksessa");
      late.network.weather = { kind: "answers cut", afterBytes };
      await late.tryExchange();
      await late.restart();
      late.network.weather = { kind: "clear" };
      await late.exchange();
      await one.exchange();
      expect(shownOn(late)).toEqual(shownOn(one));
      expect(late.store().ledger.unsentSaves()).toBe(0);
    }
  });

  test("a first load cut again and again gets there", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    for (let nth = 0; nth < 450; nth += 1) await one.addClient(`asiakas ${nth}`);
    await one.exchange();
    const late = await enrolPhone(endpoint, 2, { isQuiet: true });
    for (let afterBytes = 300; late.store().ledger.all(clientKind).size < 450; afterBytes += 900) {
      late.network.weather = { kind: "answers cut", afterBytes };
      await late.tryExchange();
      await late.restart();
    }
    late.network.weather = { kind: "clear" };
    await late.exchange();
    expect(late.store().ledger.all(clientKind).size).toBe(450);
    expect(shownOn(late)).toEqual(shownOn(one));
  });
});

describe("a session", () => {
  test("that has ended is renewed by the device's key, without anyone asking", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    endpoint.clock.advance(8 * dayMs);
    await one.addClient("Veikko");
    await one.exchange();
    expect(one.store().ledger.unsentSaves()).toBe(0);
  });

  test("is had by a phone whose clock is wrong by a year", async () => {
    await using endpoint = await makeEndpoint();
    const one = await enrolPhone(endpoint, 1);
    const yearMs = 365 * dayMs;
    endpoint.clock.advance(8 * dayMs);
    const wrong = { now: () => addMs(endpoint.clock.now(), -yearMs) };
    await one.addClient("Veikko");
    const parts = {
      store: one.store(),
      transport: one.transport,
      clock: wrong,
      chance: one.profile.platform.chance,
    };
    expectOk(await exchangeOnce(parts, 200));
    expect(one.store().ledger.unsentSaves()).toBe(0);
    expect(one.store().exchange.last()?.clockAheadMs).toBe(-yearMs);
  });
});
