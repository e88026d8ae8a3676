import { expect, test } from "vitest";
import type { ScopeId } from "#domain/ids.ts";
import { eventKind } from "#domain/kinds/event.ts";
import { referralKind } from "#domain/kinds/referral.ts";
import type { Edit } from "#store/write.ts";
import { enrolTestDevice, passphrase, type TestDevice } from "../../support/device.ts";
import { expectFailure, expectOk } from "../../support/result.ts";

const make = async (device: TestDevice, kind: string, home: ScopeId) => {
  const record = device.store.newRecordId();
  expectOk(await device.store.write([{ verb: "new", record, kind, home, fields: {} }]));
  const sight = device.store.ledger.sightOf(record);
  if (sight === null) throw new Error("what was written is there");
  return { record, sight, write: (...edits: Edit[]) => device.store.write(edits) };
};
const item = { text: "Varaa pöytä", phase: "before", done: false, by: null, at: null };

test("counters and things to do are shown at once, and again after a restart", async () => {
  const device = await enrolTestDevice();
  const { record, sight, write } = await make(device, "event", device.area);
  expectOk(
    await write(
      { verb: "inc", sight, field: "counts.work", value: 2 },
      { verb: "inc", sight, field: "counts.work", value: 1 },
      { verb: "set", sight, field: "checklist.a", value: item },
      { verb: "set", sight, field: "checklist.b", value: { ...item, done: true } },
      { verb: "rem", sight, field: "checklist.a" },
    ),
  );
  const shown = { counts: { work: 3 }, checklist: { b: { ...item, done: true } } };
  expect(device.store.ledger.get(eventKind, record)?.values).toMatchObject(shown);
  device.store.close();
  const reopened = expectOk(await device.door.unlock(passphrase));
  expect(reopened.ledger.get(eventKind, record)?.values).toMatchObject(shown);
});

test("a message and a share are shown at once; what the rules forbid is not written", async () => {
  const device = await enrolTestDevice();
  const { record, sight, write } = await make(device, "referral", device.team);
  const { member } = device.store.identity;
  const partner = "p".repeat(22) as ScopeId;
  const message = { text: "Voisiko aloittaa?", by: member, at: 5 };
  expectOk(
    await write(
      { verb: "add", sight, field: "messages.m", value: message },
      { verb: "share", sight, scope: partner },
    ),
  );
  const shown = device.store.ledger.get(referralKind, record);
  expect(shown?.values.messages).toEqual({ m: message });
  expect(shown?.shares).toEqual([partner]);
  const foreign = {
    verb: "add",
    sight,
    field: "messages.n",
    value: { ...message, by: "x".repeat(22) },
  };
  expect(expectFailure(await write(foreign as Edit))).toEqual({ code: "edit.not_allowed" });
  expect(device.store.exchange.unsent()).toHaveLength(3);
});
