import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { hourMs, minuteMs, toInstant } from "#domain/instant.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { type EarlierAnswer, earlierAnswerSchema } from "#protocol/earlier.ts";
import { earlierMaxCount } from "#protocol/limits.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { enrolledDevice, makeDevice, type TestDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { expectRefused } from "../support/endpoint/refused.ts";
import { twoAdvisers } from "../support/endpoint/two-advisers.ts";

const ask = (device: TestDevice, e: string, f: string, skip = 0) =>
  device.post("/earlier", { p: PROTOCOL_VERSION, e, f, skip });

const askWell = async (...args: Parameters<typeof ask>): Promise<EarlierAnswer> => {
  const response = await ask(...args);
  if (!response.ok) throw new Error(await response.text());
  return v.parse(earlierAnswerSchema, await response.json());
};
const valuesOf = ({ values }: EarlierAnswer) => values.map((value) => value.v);

describe.each(dialects)("earlier values ($name)", (dialect) => {
  test("are told newest first, with who wrote them, when, and why they stand no more", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, endpoint, client } = team;
    const start = endpoint.clock.now();
    await one.push(edits.set(client, 1, "name", "Toka"));
    endpoint.clock.advance(minuteMs);
    await other.push(edits.set(client, 2, "name", "Kolmas"));
    endpoint.clock.advance(minuteMs);
    await one.push(edits.set(client, 1, "name", "Myöhässä", toInstant(start - hourMs)));
    const now = endpoint.clock.now();
    expect(await askWell(other, client, "name")).toEqual({
      values: [
        { v: "Myöhässä", w: "conflict", by: one.member, t: start - hourMs, until: now },
        { v: "Toka", w: "overwritten", by: one.member, t: start, until: start + minuteMs },
        { v: "Kanerva", w: "overwritten", by: null, t: null, until: start },
      ],
      more: false,
    });
    expect(valuesOf(await askWell(other, client, "phone"))).toEqual([]);
  });

  test("are told by field for several records at once, not of deleted or unknown ones", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, other, edits, client } = team;
    const appointment = edits.create("appointment", { client });
    await one.push(
      edits.set(client, 1, "phone", "+358401234567"),
      edits.set(client, 2, "name", "Toka"),
      edits.set(client, 3, "name", "Kolmas"),
      appointment,
    );
    const inWhich = (...e: string[]) => other.post("/earlier/fields", { p: PROTOCOL_VERSION, e });
    expect(await (await inWhich(client, appointment.record, "N".repeat(22))).json()).toEqual({
      fields: { [client]: ["name", "phone"] },
    });
    await one.push(edits.remove(client, 4));
    await expectRefused(await inWhich(client), 404, "record.unknown");
    await expectRefused(await inWhich(), 400, "body.not_understood");
  });

  test("of edits that came together stand in the order they were made", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, endpoint, client } = team;
    const now = endpoint.clock.now();
    const names = ["a", "b", "c", "d"].map((name, index) =>
      edits.set(client, 1 + index, "name", name, toInstant(now - 10_000 + index * 1_000)),
    );
    await one.push(...names);
    expect(valuesOf(await askWell(one, client, "name"))).toEqual(["c", "b", "a", "Kanerva"]);
  });

  test("of a text are its versions", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client, note } = team;
    await one.push(edits.text(client, 1, "note", "Uusi.", { hash: sha256(note) }));
    expect(valuesOf(await askWell(one, client, "note"))).toEqual([note]);
  });

  test("of a text are told by whose words it was, also when another one's edit left it as it was", async () => {
    await using team = await twoAdvisers(dialect, "Summa 142 e.");
    const { one, other, edits, endpoint, client, note } = team;
    const write = (device: TestDevice, text: string, over: string) => {
      endpoint.clock.advance(minuteMs);
      return device.push(edits.text(client, 1, "note", text, { hash: sha256(over) }));
    };
    await write(one, "Summa 162 e.", note);
    await write(other, "Summa 542 e.", note);
    await write(other, "Summa 162 e. Sovittu.", "Summa 162 e.");
    await write(one, "Huom! Summa 162 e.", "Summa 162 e.");
    await write(one, "Selvä.", "Huom! Summa 162 e. Sovittu.");
    const told = (await askWell(one, client, "note")).values;
    expect(told.map(({ v: value, w, by }) => [value, w, by])).toEqual([
      ["Huom! Summa 162 e. Sovittu.", "merged", one.member],
      ["Summa 162 e. Sovittu.", "overwritten", other.member],
      ["Summa 162 e.", "overwritten", one.member],
      ["Summa 542 e.", "conflict", other.member],
      [note, "overwritten", null],
    ]);
  });

  test("come in pages, and in fewer when they are long", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    const count = earlierMaxCount + 5;
    await one.push(
      ...Array.from({ length: count }, (_, index) => edits.set(client, 99, "name", `${index}`)),
    );
    const first = await askWell(one, client, "name");
    expect([first.values.length, first.more]).toEqual([earlierMaxCount, true]);
    const rest = await askWell(one, client, "name", earlierMaxCount);
    expect([rest.values.length, rest.more]).toEqual([count - earlierMaxCount, false]);
    expect(new Set([...valuesOf(first), ...valuesOf(rest)]).size).toBe(count);

    for (let index = 0; index < 14; index += 1) {
      await one.push(edits.set(client, 999, "later", `${index}${"x".repeat(90_000)}`));
    }
    const long = await askWell(one, client, "later");
    expect([long.values.length, long.more]).toEqual([11, true]);
  });

  test("are for members of the record's home alone", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, endpoint, client } = team;
    await one.push(edits.set(client, 1, "name", "Toka"));
    const elsewhere = await enrolledDevice(endpoint, { team: await endpoint.addTeam("Toinen") });
    await expectRefused(await ask(elsewhere, client, "name"), 404, "record.unknown");
    await expectRefused(await ask(one, "z".repeat(22), "name"), 404, "record.unknown");
  });

  test("go with the record", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, edits, client } = team;
    await one.push(edits.set(client, 1, "name", "Toka"), edits.remove(client, 2));
    await expectRefused(await ask(one, client, "name"), 404, "record.unknown");
  });

  test("need a session, and a request that is one", async () => {
    await using team = await twoAdvisers(dialect);
    const { one, endpoint, client } = team;
    const stranger = await makeDevice(endpoint);
    await expectRefused(await ask(stranger, client, "name"), 401, "session.missing");
    for (const [field, skip] of [
      ["", 0],
      ["name", -1],
      ["name", 1e9],
    ] as const) {
      await expectRefused(await ask(one, client, field, skip), 400, "body.not_understood");
    }
    const answer = await ask(one, client, "name");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});
