import { describe, expect, test } from "vitest";
import { dayMs, minuteMs } from "#domain/instant.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { takeData } from "../support/endpoint/old-data.ts";
import { rowsOnDisk } from "../support/records.ts";
import { expectFailure, expectOk } from "../support/result.ts";
import { enrolPhone, shownOn } from "./support/phone.ts";
import {
  conflictsOn,
  nameOn,
  restoreLater,
  settle,
  trayOn,
  withYoungRecord,
} from "./support/restored.ts";

describe.each(dialects)("an endpoint restored from a backup, on $name,", (dialect) => {
  test("gets back what it acknowledged since, as it was, and nobody is shown a conflict", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const old = await one.addClient("Veikko", "Eka.");
    await settle(one, other);
    const backup = await takeData(endpoint.database);
    await one.setField(old, "name", "Veikko K.");
    await one.exchange();
    await one.setField(old, "name", "Veikko Koe");
    await one.setText(old, "note", "Eka. Toka.");
    await settle(one, other);
    await other.setText(old, "note", "Eka. Toka. Kolmas.");
    await other.setField(old, "name", "Veikko Kokeilu");
    const young = await other.addClient("Tuula");
    await settle(other, one);
    const before = shownOn(one);
    await restoreLater(endpoint, backup);
    await settle(one, other);
    for (const phone of [one, other]) {
      expect(phone.store().ledger.unsentSaves()).toBe(0);
      expect(await trayOn(phone)).toEqual([]);
      expect(conflictsOn(phone)).toBe(0);
      expect(nameOn(phone, old)).toBe("Veikko Kokeilu");
      expect(phone.noteOf(old)).toBe("Eka. Toka. Kolmas.");
      expect(nameOn(phone, young)).toBe("Tuula");
    }
    const withoutVersions = (shown: unknown) => JSON.stringify(shown).replaceAll(/"ver":\d+/g, "");
    expect(withoutVersions(shownOn(one))).toBe(withoutVersions(before));
    expect(shownOn(one)).toEqual(shownOn(other));
  });

  test("gets the same back whoever comes first", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const old = await one.addClient("Veikko");
    await settle(one, other);
    const backup = await takeData(endpoint.database);
    await one.setField(old, "name", "Veikko K.");
    await settle(one, other);
    await other.setField(old, "name", "Veikko Koe");
    await settle(other);
    await restoreLater(endpoint, backup);
    await settle(other, one);
    expect(nameOn(one, old)).toBe("Veikko Koe");
    expect(shownOn(one)).toEqual(shownOn(other));
    expect(conflictsOn(one)).toBe(0);
  });

  test("waits for the phone that made a record before it takes what others wrote in it", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { one, other, young, lose } = await withYoungRecord(endpoint);
    await other.setField(young, "name", "Tuula T.");
    await settle(other, one);
    await other.setText(young, "note", "Vielä lähettämättä.");
    await lose();
    await other.exchange();
    await other.restart();
    await other.exchange();
    expect(await trayOn(other)).toEqual([]);
    expect(other.store().ledger.unsentSaves()).toBe(2);
    await settle(one, other);
    for (const phone of [one, other]) {
      expect(nameOn(phone, young)).toBe("Tuula T.");
      expect(phone.noteOf(young)).toBe("Vielä lähettämättä.");
      expect(await trayOn(phone)).toEqual([]);
      expect(phone.store().ledger.unsentSaves()).toBe(0);
    }
  });

  test("refuses after a week what nobody brings the record for, and the words stay in the tray", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { other, young, lose } = await withYoungRecord(endpoint);
    await other.setField(young, "name", "Tuula T.");
    await other.exchange();
    await lose();
    await other.exchange();
    endpoint.clock.advance(7 * dayMs + minuteMs);
    await settle(other);
    const [entry] = await trayOn(other);
    expect(entry).toMatchObject({ reason: "edit.record_unknown", op: { value: "Tuula T." } });
    expect(other.store().ledger.unsentSaves()).toBe(0);
  });

  test("keeps what was written since, and shows what comes back against it", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const client = await one.addClient("Veikko");
    await settle(one, other);
    const backup = await takeData(endpoint.database);
    await one.setField(client, "name", "Ennen");
    await one.exchange();
    await restoreLater(endpoint, backup);
    await other.exchange();
    await other.setField(client, "name", "Jälkeen");
    await other.exchange();
    await settle(one, other);
    expect(nameOn(one, client)).toBe("Jälkeen");
    const [conflict] = [...one.store().ledger.all(conflictKind).values()];
    expect(conflict?.values).toMatchObject({ kept: "Jälkeen", lost: "Ennen" });
    expect(conflictsOn(one)).toBe(1);
  });

  test("does not take from the screen what a person wrote there, not even for a moment", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const backup = await takeData(endpoint.database);
    const client = await one.addClient("Veikko");
    await one.exchange();
    await one.setField(client, "name", "Veikko Koe");
    await one.exchange();
    await restoreLater(endpoint, backup);
    const seen = new Set<string | undefined>();
    one.store().ledger.subscribe(() => seen.add(nameOn(one, client)));
    await settle(one);
    expect([...seen]).toEqual(["Veikko Koe"]);
  });

  test("shows nobody an overwritten value again, not even for a moment", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const client = await one.addClient("Veikko");
    await one.exchange();
    const backup = await takeData(endpoint.database);
    await one.setField(client, "name", "Veikko Koe");
    await one.exchange();
    await one.setField(client, "name", "Veikko Kokeilu");
    await restoreLater(endpoint, backup);
    const seen = new Set<string | undefined>();
    one.store().ledger.subscribe(() => seen.add(nameOn(one, client)));
    await settle(one);
    expect([...seen]).toEqual(["Veikko Kokeilu"]);
  });

  test("asks on where it was after a phone was started again, and loses none of many", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const backup = await takeData(endpoint.database);
    const edits = Array.from({ length: 230 }, (_, nth) => ({
      verb: "new" as const,
      record: one.store().newRecordId(),
      kind: clientKind.name,
      home: one.team(),
      fields: { name: `asiakas ${nth}` },
    }));
    expectOk(await one.store().write(edits));
    await one.exchange();
    const first = edits[0]?.record;
    if (first === undefined) return expect.fail("there are edits");
    await one.setField(first, "name", "toinen nimi");
    await one.exchange();
    await one.setField(first, "name", "vielä lähettämättä");
    await restoreLater(endpoint, backup);
    for (let left = 2; left > 0; left -= 1) {
      one.network.weather = { kind: "answers cut", afterBytes: 200 + left * 1_500 };
      await one.tryExchange();
      one.network.weather = { kind: "answers lost" };
      expectFailure(await one.tryExchange());
      one.network.weather = { kind: "clear" };
      await one.tryExchange();
      await one.restart();
    }
    await one.exchange();
    expect(one.store().ledger.all(clientKind).size).toBe(230);
    expect(nameOn(one, first)).toBe("vielä lähettämättä");
    expect(conflictsOn(one)).toBe(0);
    const earlier = await endpoint.database.selectFrom("earlier").select("value").execute();
    expect(earlier.map(({ value }) => value).sort()).toEqual(['"asiakas 0"', '"toinen nimi"']);
  });

  test("twice, the second time from the same backup, loses nothing either", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const client = await one.addClient("Veikko");
    await settle(one, other);
    const backup = await takeData(endpoint.database);
    await one.setField(client, "name", "yksi");
    await settle(one, other);
    await restoreLater(endpoint, backup);
    await settle(one, other);
    await other.setField(client, "name", "kaksi");
    await settle(other, one);
    await restoreLater(endpoint, backup);
    await settle(other, one);
    expect(nameOn(one, client)).toBe("kaksi");
    expect(shownOn(one)).toEqual(shownOn(other));
    expect(conflictsOn(one)).toBe(0);
  });

  test("is not asked after edits of more than 30 days ago: they are forgotten", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    await one.addClient("Veikko");
    await one.exchange();
    endpoint.clock.advance(29 * dayMs);
    await one.exchange();
    expectOk(await one.store().exchange.tidy());
    expect((await rowsOnDisk(one.profile)).sent).toBe(1);
    endpoint.clock.advance(dayMs + minuteMs);
    await one.exchange();
    expectOk(await one.store().exchange.tidy());
    expect((await rowsOnDisk(one.profile)).sent).toBe(0);
  });
});
