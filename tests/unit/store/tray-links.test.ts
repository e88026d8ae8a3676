import { expect, test } from "vitest";
import type { RefusalCode } from "#domain/failure.ts";
import { toInstant } from "#domain/instant.ts";
import type { Op } from "#domain/op.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { enrolTestDevice, type TestDevice } from "../../support/device.ts";
import { give, rowsOnDisk } from "../../support/records.ts";
import { expectOk } from "../../support/result.ts";

/** A device whose whole booking was refused: a new client, an appointment with it, and a note on the appointment. */
const deviceWithRefused = async (reasonOf: (op: Op) => RefusalCode = () => "edit.not_allowed") => {
  const device = await enrolTestDevice(1);
  await give(device, [], 1);
  const { store, team: home, member } = device;
  const client = store.newRecordId();
  const appointment = store.newRecordId();
  const slot = { start: toInstant(1_000_000), end: toInstant(3_700_000), place: null };
  const person = { name: "Uusi", phone: "", language: "fi", note: "" };
  const time = {
    client,
    guidance: "education",
    channel: "phone",
    slot: { ...slot, adviser: member },
    language: "fi",
    status: "booked",
    note: "",
  };
  expectOk(
    await store.write([
      { verb: "new", record: client, kind: clientKind.name, home, fields: person },
      { verb: "new", record: appointment, kind: appointmentKind.name, home, fields: time },
    ]),
  );
  const sight = store.ledger.sightOf(appointment);
  if (sight === null) throw new Error("the appointment is there");
  expectOk(await store.write([{ verb: "text", sight, field: "note", value: "Kyyti." }]));
  const fates = new Map(store.exchange.unsent().map((op) => [op.id, { refused: reasonOf(op) }]));
  expectOk(await store.exchange.takeHeader({ fates, scopes: store.ledger.scopes(), echo: [] }));
  return { ...device, client, appointment };
};

const retry = async ({ store }: TestDevice, isAsked: (op: Op) => boolean) => {
  const asked = expectOk(await store.tray.read()).find(({ op }) => isAsked(op));
  if (asked === undefined) throw new Error("it is in the tray");
  expectOk(await store.tray.retry(asked.op.id));
  return store.exchange.unsent();
};

test("an appointment is tried again after the client that it is with, in one save", async () => {
  const device = await deviceWithRefused();
  const { client, appointment } = device;
  const sent = await retry(device, (op) => op.verb === "new" && op.record === appointment);
  expect(sent).toMatchObject([
    { verb: "new", record: client },
    { verb: "new", record: appointment, value: { fields: { client } } },
  ]);
  expect(device.store.ledger.unsentSaves()).toBe(1);
  expect(await rowsOnDisk(device)).toMatchObject({ outbox: 2, tray: 1 });
});

test("a change is tried again after all that makes its record, and follows what made it", async () => {
  const device = await deviceWithRefused();
  const { client, appointment } = device;
  const sent = await retry(device, (op) => op.verb === "text");
  expect(sent.map(({ verb, record }) => [verb, record])).toEqual([
    ["new", client],
    ["new", appointment],
    ["text", appointment],
  ]);
  expect(sent[2]?.seen).toEqual({ after: sent[1]?.id });
  expect(device.store.ledger.get(appointmentKind, appointment)?.values.note).toBe("Kyyti.");
  expect(await rowsOnDisk(device)).toMatchObject({ outbox: 3, tray: 0 });
});

test("a client alone is tried again alone, and its appointment then too", async () => {
  const device = await deviceWithRefused();
  const { client, appointment } = device;
  expect(await retry(device, ({ record }) => record === client)).toHaveLength(1);
  const sent = await retry(device, (op) => op.verb === "new" && op.record === appointment);
  expect(sent.map(({ record }) => record)).toEqual([client, appointment]);
});

test.each(["client", "appointment"] as const)(
  "a client that gets a fresh id takes along what it is named in, when its %s is tried again",
  async (asked) => {
    const device = await deviceWithRefused((op) =>
      op.verb === "new" && op.value.kind === clientKind.name
        ? "edit.record_exists"
        : "edit.not_allowed",
    );
    const sent = await retry(device, (op) => op.verb === "new" && op.record === device[asked]);
    expect(sent[0]?.record).not.toBe(device.client);
    expect(sent[1]).toMatchObject({ value: { fields: { client: sent[0]?.record } } });
    // The note on the appointment, whose own id was free, can wait.
    expect(await rowsOnDisk(device)).toMatchObject({ outbox: 2, tray: 1 });
  },
);
