import { expect, test } from "vitest";
import { addMs, dayMs, hourMs } from "#domain/instant.ts";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { rostersOf } from "#domain/kinds/roster.ts";
import { callsOf } from "#domain/meeting/calls.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { thursdayMorning } from "../support/platform.ts";
import { expectOk } from "../support/result.ts";
import { enrolPhone, type Phone } from "./support/phone.ts";

const make = async (phone: Phone, kind: string, fields: object) => {
  const record = phone.store().newRecordId();
  const edit = { verb: "new" as const, record, kind, home: phone.team(), fields: { ...fields } };
  expectOk(await phone.store().write([edit]));
  return record;
};

const toldOn = (phone: Phone) => {
  const { ledger } = phone.store();
  const rosters = rostersOf(ledger.all(attendanceKind).values());
  const calls = callsOf(
    ledger.all(appointmentKind).values(),
    (id) => rosters.get(id) ?? [],
    thursdayMorning,
  );
  return Object.fromEntries(calls.map(({ client, told }) => [client, told?.by ?? null]));
};

test("two phones that tick different people of a cancelled group offline do not meet, and each hears of the other", async () => {
  await using endpoint = await makeEndpoint();
  const one = await enrolPhone(endpoint, 1);
  const other = await enrolPhone(endpoint, 2);
  const start = addMs(thursdayMorning, 7 * dayMs);
  const slot = { start, end: addMs(start, hourMs), place: null, adviser: one.member };
  const group = await make(one, appointmentKind.name, { form: "group", slot, status: "cancelled" });
  const clients = [
    await one.addClient("Aino"),
    await one.addClient("Bo"),
    await one.addClient("Eila"),
  ];
  const attendances: RecordId[] = [];
  for (const client of clients) {
    attendances.push(await make(one, attendanceKind.name, { appointment: group, client }));
  }
  await one.exchange();
  await other.exchange();
  expect(toldOn(other)).toEqual(Object.fromEntries(clients.map((client) => [client, null])));

  const [aino, bo, eila] = clients.map(String) as [string, string, string];
  const mark = { start, status: "cancelled", at: thursdayMorning };
  const tick = (phone: Phone, nth: number) =>
    phone.setField(attendances[nth] as RecordId, `told.${phone.member}`, mark);
  await tick(one, 0);
  await tick(other, 1);
  // Both reached the third one: that is no conflict either.
  await tick(one, 2);
  await tick(other, 2);
  await one.exchange();
  await other.exchange();
  await one.exchange();
  expect(toldOn(one)).toEqual(toldOn(other));
  expect(toldOn(one)).toMatchObject({ [aino]: one.member, [bo]: other.member });
  expect(toldOn(one)[eila]).not.toBeNull();
  expect([...one.store().ledger.all(conflictKind).values()]).toEqual([]);
});
