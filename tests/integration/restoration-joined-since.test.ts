import { describe, expect, test } from "vitest";
import type { MemberId } from "#domain/ids.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { takeData } from "../support/endpoint/old-data.ts";
import { rowsOnDisk } from "../support/records.ts";
import { expectFailure, expectOk } from "../support/result.ts";
import { enrolPhone, type Phone, shownOn } from "./support/phone.ts";
import { conflictsOn, nameOn, restoreLater, settle, trayOn } from "./support/restored.ts";

const filePhrase = "kopion oma pitkä tunnuslause";

const enrolSecond = (endpoint: TestEndpoint, seed: number, member: MemberId) =>
  enrolPhone(endpoint, seed, { invitation: { member } });

const carryOver = async (from: Phone, to: Phone) => {
  const { bytes } = expectOk(await from.store().backup.make(filePhrase));
  return expectOk(await to.store().backup.restore(bytes, filePhrase));
};

const isUnknown = async (phone: Phone) =>
  expect(expectFailure(await phone.tryExchange())).toMatchObject({ code: "device.unknown" });

describe.each(dialects)("a device that joined after the backup, on $name,", (dialect) => {
  test("hands what was acknowledged to its member's next device, and the endpoint gets it back", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const other = await enrolPhone(endpoint, 2);
    const old = await other.addClient("Veikko", "Eka.");
    const kept = await one.addClient("Aino");
    await settle(one, other);
    const backup = await takeData(endpoint.database);
    const joined = await enrolSecond(endpoint, 3, one.member);
    const young = await joined.addClient("Tuula");
    await joined.exchange();
    await joined.setField(old, "name", "Veikko K.");
    await joined.exchange();
    await joined.setField(old, "name", "Veikko Koe");
    await joined.setText(old, "note", "Eka. Toka.");
    await joined.setField(young, "name", "Tuula T.");
    await settle(joined, other);
    await joined.setText(young, "note", "Vielä lähettämättä.");
    await restoreLater(endpoint, backup);
    await isUnknown(joined);
    const fresh = await enrolSecond(endpoint, 4, one.member);
    expect(await carryOver(joined, fresh)).toMatchObject({ saves: 1 });
    await fresh.restart();
    await settle(fresh, other, one);
    for (const phone of [fresh, other, one]) {
      expect(nameOn(phone, old)).toBe("Veikko Koe");
      expect(phone.noteOf(old)).toBe("Eka. Toka.");
      expect(nameOn(phone, young)).toBe("Tuula T.");
      expect(phone.noteOf(young)).toBe("Vielä lähettämättä.");
      expect(nameOn(phone, kept)).toBe("Aino");
      expect(conflictsOn(phone)).toBe(0);
      expect(await trayOn(phone)).toEqual([]);
      expect(phone.store().ledger.unsentSaves()).toBe(0);
    }
    expect(shownOn(fresh)).toEqual(shownOn(other));
  });

  test("does the same where nothing was fetched before the file came in", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const backup = await takeData(endpoint.database);
    const joined = await enrolSecond(endpoint, 3, one.member);
    const young = await joined.addClient("Tuula");
    await joined.exchange();
    await joined.setField(young, "name", "Vielä lähettämättä");
    await restoreLater(endpoint, backup);
    const fresh = await enrolPhone(endpoint, 4, {
      isQuiet: true,
      invitation: { member: one.member },
    });
    await carryOver(joined, fresh);
    await settle(fresh, one);
    for (const phone of [fresh, one]) {
      expect(nameOn(phone, young)).toBe("Vielä lähettämättä");
      expect(await trayOn(phone)).toEqual([]);
      expect(conflictsOn(phone)).toBe(0);
    }
  });

  test("brings nothing twice where the endpoint lost nothing, however often the file comes in", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const one = await enrolPhone(endpoint, 1);
    const client = await one.addClient("Veikko", "Eka.");
    await one.exchange();
    await one.setText(client, "note", "Eka. Toka.");
    await one.exchange();
    const fresh = await enrolSecond(endpoint, 3, one.member);
    await one.setField(client, "name", "Veikko Koe");
    await one.exchange();
    for (const _ of ["once", "and again"]) {
      await carryOver(one, fresh);
      await settle(fresh, one);
      expect(shownOn(fresh)).toEqual(shownOn(one));
      expect(fresh.noteOf(client)).toBe("Eka. Toka.");
      expect(nameOn(fresh, client)).toBe("Veikko Koe");
      expect(conflictsOn(fresh)).toBe(0);
    }
    expect((await rowsOnDisk(fresh.profile)).sent).toBe(3);
  });
});
