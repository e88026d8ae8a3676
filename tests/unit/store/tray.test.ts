import { describe, expect, test } from "vitest";
import type { RefusalCode } from "#domain/failure.ts";
import type { OpId, RecordId } from "#domain/ids.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { TrayEntry } from "#store/tray.ts";
import type { Edit } from "#store/write.ts";
import {
  enrolTestDevice,
  makeProfile,
  passphrase,
  type TestDevice,
  testTeam,
} from "../../support/device.ts";
import { makeTestClock, makeTestPlatform } from "../../support/platform.ts";
import { clientState, give, namesIn, rowsOnDisk } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

const veikko = clientState(testTeam, "Veikko");

/** A device that has one client. */
const deviceWithClient = async () => {
  const clock = makeTestClock();
  const device = await enrolTestDevice(1, makeProfile(1, makeTestPlatform(1, clock)));
  await give(device, [veikko], 1);
  return { ...device, clock };
};

const sightOf = ({ store }: Pick<TestDevice, "store">, record: RecordId) => {
  const sight = store.ledger.sightOf(record);
  if (sight === null) throw new Error("the record is not there");
  return sight;
};

/** Has everything unsent refused, together with what else the same line tells. */
const refuse = async (
  { store }: Pick<TestDevice, "store">,
  reason: RefusalCode = "edit.value_invalid",
  echo: Parameters<TestDevice["store"]["exchange"]["takeHeader"]>[0]["echo"] = [],
) => {
  const fates = new Map(store.exchange.unsent().map(({ id }) => [id, { refused: reason }]));
  expectOk(await store.exchange.takeHeader({ fates, scopes: store.ledger.scopes(), echo }));
};

const entriesOf = async ({ store }: Pick<TestDevice, "store">): Promise<TrayEntry[]> =>
  expectOk(await store.tray.read());
const onlyEntry = async (device: Pick<TestDevice, "store">): Promise<TrayEntry> => {
  const [entry, ...others] = await entriesOf(device);
  if (entry === undefined || others.length > 0) throw new Error("there is not one entry");
  return entry;
};

const writeAndRefuse = async (device: TestDevice, edit: Edit, reason?: RefusalCode) => {
  expectOk(await device.store.write([edit]));
  await refuse(device, reason);
  return onlyEntry(device);
};

const newClient = ({ store, team }: TestDevice, name: string): Edit => ({
  verb: "new",
  record: store.newRecordId(),
  kind: clientKind.name,
  home: team,
  fields: { name, phone: "", language: "fi", note: "" },
});

describe("a refused edit", () => {
  test("brings along the record it was about, also when the same line takes that away", async () => {
    const device = await deviceWithClient();
    const sight = sightOf(device, veikko.id);
    expectOk(await device.store.write([{ verb: "set", sight, field: "name", value: "Veijo" }]));
    const deleted = { ...veikko, ver: 2, deleted: true, fields: {} };
    await refuse(device, "edit.record_deleted", [{ state: deleted, scopes: [testTeam] }]);
    expect(namesIn(device.store)).toEqual([]);
    device.store.close();
    const reopened = { store: expectOk(await device.door.unlock(passphrase)) };
    expect(await onlyEntry(reopened)).toMatchObject({
      op: { field: "name", value: "Veijo" },
      reason: "edit.record_deleted",
      about: { id: veikko.id, kind: "client", fields: { name: "Veikko" } },
    });
  });

  test("of a scope that is withdrawn in the same line keeps content and record", async () => {
    const device = await deviceWithClient();
    const sight = sightOf(device, veikko.id);
    expectOk(await device.store.write([{ verb: "text", sight, field: "note", value: "Soita." }]));
    const [op] = device.store.exchange.unsent();
    if (op === undefined) throw new Error("the edit is there");
    expectOk(
      await device.store.exchange.takeHeader({
        fates: new Map([[op.id, { refused: "edit.not_allowed" }]]),
        scopes: new Map(),
        echo: [],
      }),
    );
    expect(await onlyEntry(device)).toMatchObject({
      op: { value: "Soita." },
      about: { fields: { name: "Veikko" } },
    });
  });

  test("that made its record needs no other", async () => {
    const device = await deviceWithClient();
    const entry = await writeAndRefuse(device, newClient(device, "Uusi"));
    expect(entry.about).toBeNull();
  });
});

describe("trying again", () => {
  test("makes a new edit on what is seen now, and empties the tray in the same commit", async () => {
    const device = await deviceWithClient();
    const sight = sightOf(device, veikko.id);
    const { op } = await writeAndRefuse(device, {
      verb: "set",
      sight,
      field: "phone",
      value: "+358401",
    });
    await give(device, [{ ...veikko, ver: 4 }], 2);
    device.clock.advance(60_000);
    expectOk(await device.store.tray.retry(op.id));
    const [again, ...others] = device.store.exchange.unsent();
    expect(others).toEqual([]);
    expect(again).toMatchObject({
      verb: "set",
      field: "phone",
      value: "+358401",
      seen: { ver: 4 },
      at: op.at + 60_000,
    });
    expect(again?.id).not.toBe(op.id);
    expect(device.store.ledger.get(clientKind, veikko.id)?.values.phone).toBe("+358401");
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 1, tray: 0 });
  });

  test("keeps the text an author started from, so that nobody's words are overwritten", async () => {
    const device = await deviceWithClient();
    const sight = sightOf(device, veikko.id);
    const { op } = await writeAndRefuse(device, {
      verb: "text",
      sight,
      field: "note",
      value: "Soita.",
    });
    const written = { ...veikko, ver: 2, fields: { ...veikko.fields, note: "Kyyti sovittu." } };
    await give(device, [written], 2);
    expectOk(await device.store.tray.retry(op.id));
    expect(device.store.exchange.unsent()).toMatchObject([{ base: "", value: "Soita." }]);
    const { note } = device.store.ledger.get(clientKind, veikko.id)?.values ?? {};
    expect(note).toContain("Soita.");
    expect(note).toContain("Kyyti sovittu.");
  });

  test("follows the author's own unsent edit of the field", async () => {
    const device = await deviceWithClient();
    const set = (value: string): Edit => ({
      verb: "set",
      sight: sightOf(device, veikko.id),
      field: "name",
      value,
    });
    const { op } = await writeAndRefuse(device, set("Veijo"));
    expectOk(await device.store.write([set("Veikko V.")]));
    const [own] = device.store.exchange.unsent();
    expectOk(await device.store.tray.retry(op.id));
    expect(device.store.exchange.unsent()[1]).toMatchObject({ seen: { after: own?.id } });
    expect(namesIn(device.store)).toEqual(["Veijo"]);
  });

  test("makes a record that was refused under its own id", async () => {
    const device = await deviceWithClient();
    const { op } = await writeAndRefuse(device, newClient(device, "Uusi"));
    expectOk(await device.store.tray.retry(op.id));
    expect(device.store.exchange.unsent()).toMatchObject([{ verb: "new", record: op.record }]);
    expect(namesIn(device.store)).toEqual(["Uusi", "Veikko"]);
  });

  test("makes a record whose id is taken under a fresh one", async () => {
    const device = await deviceWithClient();
    const { op } = await writeAndRefuse(device, newClient(device, "Uusi"), "edit.record_exists");
    expectOk(await device.store.tray.retry(op.id));
    const [again] = device.store.exchange.unsent();
    expect(again?.record).not.toBe(op.record);
    expect(namesIn(device.store)).toEqual(["Uusi", "Veikko"]);
  });

  test("makes no record that is there already, and leaves the tray alone", async () => {
    const device = await deviceWithClient();
    const { op } = await writeAndRefuse(device, newClient(device, "Uusi"), "edit.record_exists");
    await give(device, [{ ...veikko, id: op.record }], 2);
    expect(expectFailure(await device.store.tray.retry(op.id))).toEqual({
      code: "edit.record_exists",
    });
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 0, tray: 1 });
  });

  test("says that the record is gone, and leaves the tray alone", async () => {
    const device = await deviceWithClient();
    const sight = sightOf(device, veikko.id);
    const { op } = await writeAndRefuse(device, { verb: "del", sight });
    await give(device, [], 2, [veikko.id]);
    expect(expectFailure(await device.store.tray.retry(op.id))).toEqual({ code: "record.gone" });
    expect((await onlyEntry(device)).op.id).toBe(op.id);
  });

  test("leaves it to the endpoint whether its author may, whatever is known here of rights", async () => {
    const device = await deviceWithClient();
    const { op } = await writeAndRefuse(device, newClient(device, "Uusi"), "edit.not_allowed");
    expectOk(
      await device.store.exchange.takeHeader({ fates: new Map(), scopes: new Map(), echo: [] }),
    );
    expectOk(await device.store.tray.retry(op.id));
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 1, tray: 0 });
  });

  test("twice at once makes one edit", async () => {
    const device = await deviceWithClient();
    const sight = sightOf(device, veikko.id);
    const { op } = await writeAndRefuse(device, {
      verb: "set",
      sight,
      field: "name",
      value: "Veijo",
    });
    const [one, other] = await Promise.all([
      device.store.tray.retry(op.id),
      device.store.tray.retry(op.id),
    ]);
    expect([one.ok, other.ok]).toEqual([true, true]);
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 1, tray: 0 });
  });

  test("in two tabs at once makes one edit", async () => {
    const device = await deviceWithClient();
    const sight = sightOf(device, veikko.id);
    const { op } = await writeAndRefuse(device, {
      verb: "set",
      sight,
      field: "name",
      value: "Veijo",
    });
    const second = makeProfile(2, makeTestPlatform(2), device.disk);
    const tab = expectOk(await second.door.unlock(passphrase));
    const outcomes = await Promise.all([device.store.tray.retry(op.id), tab.tray.retry(op.id)]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 1, tray: 0 });
    tab.close();
  });

  test("of what is no longer in the tray changes nothing", async () => {
    const device = await deviceWithClient();
    expectOk(await device.store.tray.retry("no-such-edit-abc" as OpId));
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 0, tray: 0 });
  });
});
