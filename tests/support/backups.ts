import { clientState, give } from "./records.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Store } from "#store/store.ts";
import { enrolTestDevice, makeProfile, testTeam } from "./device.ts";
import { expectOk } from "./result.ts";

export const filePhrase = "kopion oma pitkä tunnuslause";

export const newClient = async ({ store }: { readonly store: Store }, name: string) => {
  const record = store.newRecordId();
  const fields = { name, phone: "", language: "fi", note: "" };
  expectOk(await store.write([{ verb: "new", record, kind: "client", home: testTeam, fields }]));
  return record;
};

export const note = async (
  { store }: { readonly store: Store },
  record: RecordId,
  value: string,
) => {
  const sight = store.ledger.sightOf(record);
  if (sight === null) throw new Error("the client is there");
  expectOk(await store.write([{ verb: "text", sight, field: "note", value }]));
};

/** The endpoint refuses everything that waits. */
export const refuseAll = async ({ store }: { readonly store: Store }) =>
  expectOk(
    await store.exchange.takeHeader({
      fates: new Map(
        store.exchange.unsent().map(({ id }) => [id, { refused: "edit.record_deleted" }]),
      ),
      scopes: store.ledger.scopes(),
      echo: [],
    }),
  );

/** The endpoint takes everything that waits. */
export const settleAll = async ({ store }: { readonly store: Store }) =>
  expectOk(
    await store.exchange.takeHeader({
      fates: new Map(store.exchange.unsent().map(({ id }) => [id, "stands"])),
      scopes: store.ledger.scopes(),
      echo: [],
    }),
  );

export const backUp = async ({ store }: { readonly store: Store }) => {
  const backup = expectOk(await store.backup.make(filePhrase));
  expectOk(await store.backup.noteTaken(backup));
  return backup.bytes;
};

export const restore = async ({ store }: { readonly store: Store }, file: Uint8Array) =>
  expectOk(await store.backup.restore(file, filePhrase));

export const member = "m".repeat(22) as MemberId;
export const oldDevice = () => enrolTestDevice(1, makeProfile(1), member);
export const newDevice = (seed = 2) => enrolTestDevice(seed, makeProfile(seed), member);

/** A device with a refused edit, two saves that wait, and a draft. */
export const busyDevice = async () => {
  const device = await oldDevice();
  const known = clientState(testTeam, "Tuttu");
  await give(device, [known], 1);
  await note(device, known.id, "Ei saa kadota.");
  await refuseAll(device);
  const made = await newClient(device, "Uusi");
  await note(device, made, "Soittaa aamulla.");
  expectOk(await device.store.drafts.save("booking", { who: "Kesken" }));
  return { device, known, made };
};
