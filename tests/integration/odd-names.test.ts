import { describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import type { Fields } from "#domain/json.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone, type Phone } from "./support/phone.ts";

/*
 * Names that every object of the language inherits, or that stand for its parent, are names like all others in a record
 * of another version. Nothing of it may be lost on the way, whatever it is called.
 */

const names = ["constructor", "prototype", "toString", "hasOwnProperty"];
/** What only a member's name inside a value may be: a field's begins with a letter. */
const parent = "__proto__";

const members = (all: readonly string[], value: string): Fields =>
  Object.fromEntries(all.map((name) => [name, `${value} ${name}`]));

/** Everything a record says, as text: comparing objects would ask what they inherit, too. */
const textOf = (phone: Phone, record: RecordId) =>
  JSON.stringify(phone.store().ledger.shown(record)?.fields);

describe.each(dialects)("names of the language's own on $name", (dialect) => {
  test.each(["client", "constructor", "prototype"])(
    "are kept in a record of kind %s, on its way and on every disk",
    async (kind) => {
      await using endpoint = await makeEndpoint({ dialect });
      const [one, other] = [await enrolPhone(endpoint, 1), await enrolPhone(endpoint, 2)];
      const record = one.store().newRecordId();
      const inside = members([...names, parent], "inside");
      const fields = { name: "Veikko", ...members(names, "field"), newer: inside };
      const home = one.team();
      expectOk(await one.store().write([{ verb: "new", record, kind, home, fields }]));
      const written = textOf(one, record);
      for (const name of [...names, parent]) expect(written).toContain(`inside ${name}`);
      for (const phone of [one, other]) await phone.exchange();
      const row = await endpoint.database
        .selectFrom("entity")
        .select("fields")
        .where("id", "=", record)
        .executeTakeFirstOrThrow();
      expect(row.fields).toBe(written);
      expect(textOf(other, record)).toBe(written);
      await other.restart();
      await other.setField(record, "constructor", { [parent]: "replaced" });
      for (const phone of [other, one, other]) await phone.exchange();
      await other.restart();
      for (const phone of [one, other]) {
        expect(textOf(phone, record)).toBe(
          written?.replace('"field constructor"', '{"__proto__":"replaced"}'),
        );
        expect(phone.store().exchange.unsent()).toEqual([]);
      }
    },
  );

  test("are kept as items, counted and all", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const [one, other] = [await enrolPhone(endpoint, 1), await enrolPhone(endpoint, 2)];
    const record = one.store().newRecordId();
    const counts = Object.fromEntries([...names, parent].map((name) => [name, 1]));
    const home = endpoint.area;
    const fields = { counts };
    expectOk(await one.store().write([{ verb: "new", record, kind: "event", home, fields }]));
    for (const phone of [one, other]) await phone.exchange();
    for (const name of [...names, parent]) {
      const sight = other.store().ledger.sightOf(record);
      if (sight === null) throw new Error("the record is not on the phone");
      const field = `counts.${name}`;
      expectOk(await other.store().write([{ verb: "inc", sight, field, value: 2 }]));
    }
    for (const phone of [other, one]) await phone.exchange();
    const all = [...names, parent].map((name) => [name, 3]);
    for (const phone of [one, other]) {
      expect(textOf(phone, record)).toBe(
        JSON.stringify({ counts: Object.fromEntries(all) as Fields }),
      );
    }
  });
});
