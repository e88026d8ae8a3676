import { beforeEach, describe, expect, test } from "vitest";
import type { RecordId } from "#domain/ids.ts";
import type { Fields } from "#domain/json.ts";
import type { RecordState } from "#domain/record.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";
import { enrolTestDevice, passphrase, type TestDevice, testTeam } from "../../support/device.ts";
import { appointmentRecord } from "../../support/ui/network-records.ts";
import { clientState, give } from "../../support/records.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

let device: TestDevice;
let erased: RecordState;
let other: RecordState;
let appointment: RecordState;
beforeEach(async () => {
  device = await enrolTestDevice();
  erased = clientState(testTeam, "Veikko");
  other = clientState(testTeam, "Aino");
  appointment = appointmentRecord(device.member, other, "2026-11-27", 600);
  await give(device, [erased, other, appointment], 1);
});

const eraseIn = async ({ exchange }: Store) =>
  expectOk(
    await exchange.takeChunks({
      scope: testTeam,
      put: [],
      drop: [],
      erase: [erased.id],
      cursor: { epoch: "e1", seq: 2 },
    }),
  );
const sightOf = (record: RecordId) => {
  const sight = device.store.ledger.sightOf(record);
  return sight ?? expect.fail("the record is not there");
};
const made = (kind: string, fields: Fields): Edit => ({
  verb: "new",
  record: device.store.newRecordId(),
  kind,
  home: testTeam,
  fields,
});
const timeFor = (client: RecordId) => made("appointment", { ...appointment.fields, client });

describe("once it was heard that a client was erased", () => {
  test("nothing of a save is written that makes something about them", async () => {
    const { store } = device;
    await eraseIn(store);
    const attendance = made("attendance", { appointment: appointment.id, client: erased.id });
    for (const edits of [
      [made("client", { name: "Uusi" }), timeFor(erased.id)],
      [timeFor(other.id), attendance],
      [made("waiting", { client: erased.id })],
    ]) {
      expect(expectFailure(await store.write(edits))).toEqual({ code: "edit.erased" });
    }
    expect(store.exchange.unsent()).toEqual([]);
  });

  test("nothing is linked to them, and nothing of them is changed over what a form saw before", async () => {
    const { store } = device;
    const seen = sightOf(erased.id);
    await eraseIn(store);
    const link: Edit = {
      verb: "set",
      sight: sightOf(appointment.id),
      field: "client",
      value: erased.id,
    };
    const change: Edit = { verb: "set", sight: seen, field: "phone", value: "+358401234567" };
    for (const edit of [link, change]) {
      expect(expectFailure(await store.write([edit]))).toEqual({ code: "edit.erased" });
    }
    expect(store.exchange.unsent()).toEqual([]);
  });

  test("what is about somebody else is written, over the same draft too", async () => {
    const { store } = device;
    await eraseIn(store);
    expectFailure(await store.write([timeFor(erased.id)], "booking"));
    expectOk(await store.write([timeFor(other.id)], "booking"));
    expect(store.exchange.unsent()).toHaveLength(1);
  });

  test("the tab beside the one that heard it writes nothing about them either", async () => {
    const beside = expectOk(await device.door.unlock(passphrase));
    const heard = eraseIn(beside);
    const written = device.store.write([timeFor(erased.id)]);
    await heard;
    expect(expectFailure(await written)).toEqual({ code: "edit.erased" });
    expect(device.store.exchange.unsent()).toEqual([]);
    const after = expectOk(await device.door.unlock(passphrase));
    expect(after.exchange.unsent()).toEqual([]);
  });
});
