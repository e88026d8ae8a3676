import { describe, expect, test } from "vitest";
import { addMs, dayMs } from "#domain/instant.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { takeData } from "../support/endpoint/old-data.ts";
import { makeTestClock, makeTestPlatform } from "../support/platform.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone } from "./support/phone.ts";
import {
  conflictsOn,
  nameOn,
  restoreLater,
  settle,
  trayOn,
  withYoungRecord,
} from "./support/restored.ts";

describe.each(dialects)(
  "an endpoint on $name that lost data before its answers were heard",
  (dialect) => {
    test("gets back what a phone sent whose every answer broke off before the first record", async () => {
      await using endpoint = await makeEndpoint({ dialect });
      const one = await enrolPhone(endpoint, 1, { isQuiet: true });
      one.network.weather = { kind: "answers cut", afterLines: 1 };
      await one.tryExchange();
      const backup = await takeData(endpoint.database);
      const client = await one.addClient("Veikko");
      await one.tryExchange();
      expect(one.store().ledger.unsentSaves()).toBe(0);
      expect(one.store().exchange.cursors().size).toBe(0);
      await one.setField(client, "name", "Veikko Koe");
      await restoreLater(endpoint, backup);
      one.network.weather = { kind: "clear" };
      await settle(one);
      expect(nameOn(one, client)).toBe("Veikko Koe");
      expect(await trayOn(one)).toEqual([]);
      expect(one.store().ledger.unsentSaves()).toBe(0);
    });

    test("gets one person's successive edits back as such, also where their answers were heard late", async () => {
      await using endpoint = await makeEndpoint({ dialect });
      const one = await enrolPhone(endpoint, 1, { isQuiet: true });
      const other = await enrolPhone(endpoint, 2);
      one.network.weather = { kind: "answers cut", afterLines: 1 };
      await one.tryExchange();
      const client = await one.addClient("Veikko");
      await one.tryExchange();
      const backup = await takeData(endpoint.database);
      await one.setField(client, "name", "yksi");
      await one.tryExchange();
      await one.setField(client, "name", "kaksi");
      await settle(other);
      await other.setField(client, "language", "sv");
      await settle(other);
      one.network.weather = { kind: "clear" };
      await settle(one);
      await restoreLater(endpoint, backup);
      await settle(one, other);
      for (const phone of [one, other]) {
        expect(nameOn(phone, client)).toBe("kaksi");
        expect(conflictsOn(phone)).toBe(0);
      }
    });

    test("hears of an edit that waited a week for its record, however far ahead the phone's clock is", async () => {
      await using endpoint = await makeEndpoint({ dialect });
      const clock = makeTestClock(addMs(endpoint.clock.now(), 365 * dayMs));
      const one = await enrolPhone(endpoint, 1, {
        isQuiet: true,
        platform: makeTestPlatform(1, clock),
      });
      const other = await enrolPhone(endpoint, 2);
      one.network.weather = { kind: "answers cut", afterLines: 1 };
      await one.tryExchange();
      const client = await one.addClient("Veikko");
      await one.tryExchange();
      await one.setField(client, "name", "Veikko Koe");
      await settle(other);
      const sight = other.store().ledger.sightOf(client);
      if (sight === null) return expect.fail("the record is on the other phone");
      expectOk(await other.store().write([{ verb: "del", sight }]));
      await settle(other);
      one.network.weather = { kind: "clear" };
      await settle(one);
      expect(one.store().ledger.unsentSaves()).toBe(1);
      endpoint.clock.advance(8 * dayMs);
      await settle(one);
      expect(one.store().ledger.unsentSaves()).toBe(0);
      expect(await trayOn(one)).toHaveLength(1);
    });

    test("is sent what was written while it was asked no sooner than what lies below it", async () => {
      await using endpoint = await makeEndpoint({ dialect });
      const { one, other, young, lose } = await withYoungRecord(endpoint);
      await lose();
      other.network.weather = { kind: "answers cut", afterLines: 2 };
      await other.tryExchange();
      await other.setField(young, "name", "Tuula T.");
      other.network.weather = { kind: "clear" };
      await other.exchange();
      expect(await trayOn(other)).toEqual([]);
      expect(other.store().ledger.unsentSaves()).toBe(1);
      expect(other.store().exchange.awaiting()).toMatchObject([{ op: { record: young } }]);
      await settle(one);
      // What waited goes out in the exchange that brings what it waited for.
      await other.exchange();
      expect(other.store().ledger.unsentSaves()).toBe(0);
      expect(other.store().exchange.awaiting()).toEqual([]);
      await settle(one);
      for (const phone of [one, other]) expect(nameOn(phone, young)).toBe("Tuula T.");
    });
  },
);
