import { describe, expect, test } from "vitest";
import { clientKind } from "#domain/kinds/client.ts";
import { addMs } from "#domain/instant.ts";
import { enrolTestDevice, makeProfile, passphrase, type TestDevice } from "../../support/device.ts";
import { makeTestPlatform } from "../../support/platform.ts";
import { namesIn } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

const writeClient = async ({ store, team }: TestDevice, name: string) => {
  const record = store.newRecordId();
  const fields = { name, phone: "", language: "fi", note: "" };
  expectOk(await store.write([{ verb: "new", record, kind: "client", home: team, fields }]));
  return record;
};

describe("writing", () => {
  test("shows a new record at once and counts one unsent save", async () => {
    const device = await enrolTestDevice();
    const record = await writeClient(device, "Veikko");
    expect(device.store.ledger.get(clientKind, record)?.values.name).toBe("Veikko");
    expect(device.store.ledger.isUnsent(record)).toBe(true);
    expect(device.store.ledger.unsentSaves()).toBe(1);
  });

  test("dates what was saved together by one moment, however long the saving takes", async () => {
    const standing = makeTestPlatform(1);
    let looks = 0;
    const clock = { now: () => addMs(standing.clock.now(), (looks += 1)) };
    const { store, team } = await enrolTestDevice(1, makeProfile(1, { ...standing, clock }));
    const save = (names: readonly string[]) =>
      store.write(
        names.map((name) => ({
          verb: "new",
          record: store.newRecordId(),
          kind: "client",
          home: team,
          fields: { name },
        })),
      );
    expectOk(await save(["Aino", "Bo", "Eila"]));
    expectOk(await save(["Veikko"]));
    const [first, second, third, later] = store.exchange.unsent().map(({ at }) => at);
    expect([second, third]).toEqual([first, first]);
    expect(later).toBeGreaterThan(first ?? Infinity);
  });

  test("counts what was saved together as one save", async () => {
    const { store, team } = await enrolTestDevice();
    const one = store.newRecordId();
    const other = store.newRecordId();
    expectOk(
      await store.write(
        [one, other].map((record) => ({
          verb: "new",
          record,
          kind: "client",
          home: team,
          fields: { name: record },
        })),
      ),
    );
    expect(store.ledger.unsentSaves()).toBe(1);
    expect(store.exchange.unsent()).toHaveLength(2);
  });

  test("keeps everything over a restart of the browser", async () => {
    const device = await enrolTestDevice();
    await writeClient(device, "Veikko");
    await writeClient(device, "P-114");
    device.store.close();
    const reopened = expectOk(await device.door.unlock(passphrase));
    expect(namesIn(reopened)).toEqual(["P-114", "Veikko"]);
    expect(reopened.ledger.unsentSaves()).toBe(2);
  });

  test("chains an edit to the author's own unsent one", async () => {
    const device = await enrolTestDevice();
    const record = await writeClient(device, "Veikko");
    const sight = device.store.ledger.sightOf(record);
    if (sight === null) return expect.fail("the record is not there");
    expectOk(await device.store.write([{ verb: "set", sight, field: "name", value: "Veikko M." }]));
    const [made, set] = device.store.exchange.unsent();
    expect(set).toMatchObject({ verb: "set", seen: { after: made?.id } });
    expect(namesIn(device.store)).toEqual(["Veikko M."]);
  });

  test("remembers the text the author saw, with its hash", async () => {
    const device = await enrolTestDevice();
    const record = await writeClient(device, "Veikko");
    const sight = device.store.ledger.sightOf(record);
    if (sight === null) return expect.fail("the record is not there");
    expectOk(await device.store.write([{ verb: "text", sight, field: "note", value: "Soittaa." }]));
    expect(device.store.exchange.unsent().at(-1)).toMatchObject({
      verb: "text",
      base: "",
      // SHA-256 of nothing (FIPS 180-4), base64url.
      hash: "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
    });
  });

  test("takes a deleted record off the screen and keeps the edit that deletes it", async () => {
    const device = await enrolTestDevice();
    const record = await writeClient(device, "Veikko");
    const sight = device.store.ledger.sightOf(record);
    if (sight === null) return expect.fail("the record is not there");
    expectOk(await device.store.write([{ verb: "del", sight }]));
    expect(namesIn(device.store)).toEqual([]);
    expect(device.store.exchange.unsent().map(({ verb }) => verb)).toEqual(["new", "del"]);
  });

  test("refuses what the rules forbid and writes nothing of the save", async () => {
    const { store, team, area } = await enrolTestDevice();
    const failure = expectFailure(
      await store.write([
        {
          verb: "new",
          record: store.newRecordId(),
          kind: "client",
          home: team,
          fields: { name: "Veikko" },
        },
        {
          verb: "new",
          record: store.newRecordId(),
          kind: "place",
          home: area,
          fields: { name: "Oma" },
        },
      ]),
    );
    expect(failure).toEqual({ code: "edit.not_allowed" });
    expect(store.exchange.unsent()).toEqual([]);
    expect(namesIn(store)).toEqual([]);
  });

  test("refuses a personal identity code in any field", async () => {
    const { store, team } = await enrolTestDevice();
    const failure = expectFailure(
      await store.write([
        {
          verb: "new",
          record: store.newRecordId(),
          kind: "client",
          home: team,
          fields: { name: "Veikko", note: "tunnus 010190-999X" },
        },
      ]),
    );
    expect(failure).toEqual({ code: "edit.personal_code" });
  });

  test("two tabs of one browser see each other's writing and lose none of it", async () => {
    const device = await enrolTestDevice();
    const other = expectOk(await device.door.unlock(passphrase));
    const writers = [device.store, other, device.store, other].map((store, index) =>
      store.write([
        {
          verb: "new",
          record: store.newRecordId(),
          kind: "client",
          home: device.team,
          fields: { name: `asiakas ${index}` },
        },
      ]),
    );
    for (const outcome of await Promise.all(writers)) expectOk(outcome);
    device.store.close();
    other.close();
    const reopened = expectOk(await device.door.unlock(passphrase));
    expect(namesIn(reopened)).toEqual(["asiakas 0", "asiakas 1", "asiakas 2", "asiakas 3"]);
  });
});
