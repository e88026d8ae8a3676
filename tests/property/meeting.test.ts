import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkContent } from "#domain/fields/content.ts";
import type { OpId, ScopeId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { channelCodes, formCodes, isRemote, needCodes } from "#domain/kinds/appointment-codes.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { type AttendanceRecord, rosterOf } from "#domain/kinds/roster.ts";
import { parseBooking } from "#domain/times/booking.ts";
import { memberNamed, recordNamed } from "../unit/domain/edits.ts";

const words = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom("", " ", "Hakuilta"));
const forms = fc.record({
  form: fc.oneof(fc.constantFrom(...formCodes), fc.constant("walk")),
  title: words,
  capacity: fc.oneof(words, fc.integer({ min: -5, max: 600 }).map(String)),
  room: fc.constantFrom("", "r1"),
  needs: fc.array(fc.oneof(fc.constantFrom(...needCodes), fc.constant("walk")), { maxLength: 6 }),
  coLeaders: fc.uniqueArray(fc.constantFrom(memberNamed("oiva"), memberNamed("aino"))),
  partners: fc.uniqueArray(
    fc.record({
      item: fc.constantFrom("p1", "p2", "p3"),
      organisation: fc.constantFrom(recordNamed("workshop"), null),
      person: words,
    }),
    { selector: ({ item }) => item },
  ),
  client: fc.constantFrom(recordNamed("client"), null),
  name: words,
  phone: fc.constantFrom("", "040 123 4567"),
  guidance: fc.constant("education"),
  channel: fc.constantFrom(...channelCodes),
  place: fc.constantFrom(recordNamed("library"), null),
  date: fc.constant("2026-11-26"),
  start: fc.constant("9.00"),
  end: fc.constant("10.00"),
  language: fc.constant("fi"),
  note: words,
});

test("whatever a form says is either named as wrong or can be written as it is", () => {
  fc.assert(
    fc.property(forms, (form) => {
      const parsed = parseBooking(form, memberNamed("aino"));
      if (!parsed.ok) {
        const fields = parsed.failure.map(({ field }) => field);
        expect(fields.length).toBeGreaterThan(0);
        expect(new Set(fields).size).toBe(fields.length);
        return;
      }
      const { appointment, newClient } = parsed.value;
      const op = {
        id: "o".repeat(16) as OpId,
        record: recordNamed("record"),
        seen: { ver: 0 },
        at: toInstant(0),
        endpointAt: toInstant(0),
        verb: "new" as const,
        value: { kind: "appointment", home: "team" as ScopeId, fields: appointment },
      };
      expect(checkContent(appointmentKind, op)).toEqual({ ok: true, value: true });
      const parts = partsOfForm(form.form);
      expect((newClient !== null || appointment.client !== null) === parts.client).toBe(true);
      expect(appointment.partners === undefined || parts.partners).toBe(true);
      expect(appointment.capacity === undefined || parts.capacity).toBe(true);
      const isThere = appointment.slot.place !== null;
      expect(isThere && isRemote(appointment.channel)).toBe(false);
      expect(appointment.slot.room === undefined || isThere).toBe(true);
    }),
  );
});

const attendances: fc.Arbitrary<AttendanceRecord> = fc
  .record({
    id: fc.integer({ min: 0, max: 50 }),
    client: fc.constantFrom("a", "b", "c", null),
    meeting: fc.constantFrom("one", "other"),
    came: fc.constantFrom("expected", "arrived"),
  })
  .map(({ id, client, meeting, came }) => ({
    id: recordNamed(`id${id}`),
    values: {
      appointment: recordNamed(meeting),
      client: client === null ? null : recordNamed(client),
      came,
      minutes: null,
      told: {},
    },
  }));

test("a roster has each client once and every record of it, in whatever order they came", () => {
  const all = fc.uniqueArray(attendances, { selector: ({ id }) => id, maxLength: 20 });
  fc.assert(
    fc.property(all, (records) => {
      const roster = rosterOf(records, recordNamed("one"));
      expect(new Set(roster.map(({ client }) => client)).size).toBe(roster.length);
      const own = records.filter(
        ({ values }) => values.appointment === recordNamed("one") && values.client !== null,
      );
      expect(roster.flatMap((one) => one.records).toSorted()).toEqual(
        own.map(({ id }) => id).toSorted(),
      );
      expect(rosterOf(records.toReversed(), recordNamed("one"))).toEqual(roster);
    }),
  );
});
