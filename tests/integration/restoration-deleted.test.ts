import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import { dayMs, minuteMs } from "#domain/instant.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";
import { takeData } from "../support/endpoint/old-data.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone, type Phone } from "./support/phone.ts";
import { conflictsOn, nameOn, restoreLater, settle, trayOn } from "./support/restored.ts";

const remove = async (phone: Phone, record: RecordId) => {
  const sight = phone.store().ledger.sightOf(record);
  if (sight === null) return expect.fail("the record is on the phone");
  expectOk(await phone.store().write([{ verb: "del", sight }]));
};

/**
 * Two phones have clashed over a client's name, and a third shows the one that stood. `keeps`: what a backup has of the two;
 * never the clash.
 */
const withLostClash = async (endpoint: TestEndpoint, keeps: "the loser" | "neither") => {
  const one = await enrolPhone(endpoint, 1);
  const other = await enrolPhone(endpoint, 2);
  const third = await enrolPhone(endpoint, 3);
  const client = await one.addClient("Veikko");
  await settle(one, other, third);
  const before = await takeData(endpoint.database);
  await one.setField(client, "name", "yksi");
  endpoint.clock.advance(minuteMs);
  await other.setField(client, "name", "kaksi");
  await one.exchange();
  const backup = keeps === "neither" ? before : await takeData(endpoint.database);
  await other.exchange();
  await third.exchange();
  expect(nameOn(third, client)).toBe("kaksi");
  expect(conflictsOn(third)).toBe(1);
  return { one, other, third, client, lose: () => restoreLater(endpoint, backup) };
};

describe.each(dialects)("a deletion after a loss of data, on $name,", (dialect) => {
  test.each([
    { how: "unsent", keeps: "neither" },
    { how: "acknowledged", keeps: "neither" },
    { how: "unsent", keeps: "the loser" },
    { how: "acknowledged", keeps: "the loser" },
  ] as const)(
    "that was $how takes no value that its author saw only as the loser of a conflict, where the backup has $keeps",
    async ({ how, keeps }) => {
      await using endpoint = await makeEndpoint({ dialect });
      const { one, other, third, client, lose } = await withLostClash(endpoint, keeps);
      await remove(third, client);
      if (how === "acknowledged") await third.exchange();
      await lose();
      await settle(one);
      await settle(third);
      await settle(other, one, third);
      for (const phone of [one, other, third]) {
        expect(nameOn(phone, client)).toBe("kaksi");
        const conflicts = [...phone.store().ledger.all(conflictKind).values()];
        expect(conflicts.map(({ values }) => values)).toMatchObject([
          { kept: "kaksi", lost: "yksi" },
        ]);
      }
      expect(await trayOn(third)).toMatchObject([
        { reason: "edit.record_changed", op: { verb: "del" } },
      ]);
      expect(await trayOn(other)).toEqual([]);
    },
  );

  test("that comes before what the others wrote stands, and their words lie in their trays", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { one, other, third, client, lose } = await withLostClash(endpoint, "neither");
    await remove(third, client);
    await third.exchange();
    await lose();
    await settle(third);
    await settle(one, other);
    // Who finds the record gone waits a week for a phone that may bring it back.
    endpoint.clock.advance(8 * dayMs);
    await settle(one, other, third);
    for (const phone of [one, other, third]) {
      expect(phone.store().ledger.get(clientKind, client)).toBeUndefined();
    }
    expect(await trayOn(third)).toEqual([]);
    expect(await trayOn(one)).toMatchObject([{ op: { value: "yksi" } }]);
    expect(await trayOn(other)).toMatchObject([{ op: { value: "kaksi" } }]);
  });
});
