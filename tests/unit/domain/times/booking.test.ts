import { describe, expect, test } from "vitest";
import { type BookingForm, parseBooking } from "#domain/times/booking.ts";
import { individualMeeting, type MeetingForm } from "#domain/times/meeting.ts";
import { lineMaxLength, textMaxLength } from "#domain/fields/field.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { toLocal } from "#domain/local-time.ts";
import { readValues } from "#domain/fields/field.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const adviser = memberNamed("aino");
const form: BookingForm & MeetingForm = {
  ...individualMeeting,
  client: null,
  name: "Matti M.",
  phone: "040 123 4567",
  guidance: "education",
  channel: "visit",
  place: recordNamed("place"),
  date: "2026-11-26",
  start: "9.00",
  end: "10.30",
  language: "sv",
  note: "Tulee bussilla.",
};

const failuresOf = (change: Partial<BookingForm & MeetingForm>) => {
  const parsed = parseBooking({ ...form, ...change }, adviser);
  return parsed.ok ? [] : parsed.failure.map(({ field, code }) => `${field} ${code}`);
};
const bookingOf = (change: Partial<BookingForm & MeetingForm>) => {
  const parsed = parseBooking({ ...form, ...change }, adviser);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
};

test("a whole form becomes a new client and an appointment", () => {
  expect(bookingOf({})).toEqual({
    newClient: { name: "Matti M.", phone: "+358401234567", language: "sv" },
    appointment: {
      client: null,
      guidance: "education",
      channel: "visit",
      slot: {
        start: Date.parse("2026-11-26T07:00:00Z"),
        end: Date.parse("2026-11-26T08:30:00Z"),
        place: recordNamed("place"),
        adviser,
      },
      language: "sv",
      status: "booked",
      note: "Tulee bussilla.",
    },
  });
});

test("what comes out can be written into an appointment", () => {
  const { appointment } = bookingOf({});
  expect(readValues(appointmentKind.fields, appointment)).toEqual({
    ...readValues(appointmentKind.fields, {}),
    ...appointment,
  });
});

test("a chosen client is linked and none is made, whatever the fields for a new one hold", () => {
  const client = recordNamed("client");
  for (const left of [{}, { name: "" }, { phone: "04" }, { name: "131052-908K", phone: "ei" }]) {
    const booking = bookingOf({ client, ...left });
    expect(booking.newClient).toBeNull();
    expect(booking.appointment.client).toBe(client);
  }
});

test("a call has no place", () => {
  expect(bookingOf({ channel: "phone" }).appointment.slot.place).toBeNull();
  expect(bookingOf({ channel: "video" }).appointment.slot.place).toBe(form.place);
});

test("spaces around what was written are left out, those inside are kept", () => {
  const booking = bookingOf({ name: "  Matti  M. ", note: "\n rivi 1\n\n rivi 2 \n" });
  expect(booking.newClient?.name).toBe("Matti  M.");
  expect(booking.appointment.note).toBe("rivi 1\n\n rivi 2");
});

describe("what is wrong is said beside its field", () => {
  const tooLong = "x".repeat(lineMaxLength + 1);
  test.each<[string, Partial<BookingForm & MeetingForm>, string]>([
    ["no name", { name: "" }, "name field.required"],
    ["a name of spaces", { name: "  " }, "name field.required"],
    ["a long name", { name: tooLong }, "name field.too_long"],
    ["a code as a name", { name: "131052-908K" }, "name field.personal_code"],
    ["a wrong number", { phone: "ei ole" }, "phone phone.invalid"],
    ["a code as a number", { phone: "131052-908K" }, "phone field.personal_code"],
    ["a long number", { phone: "1".repeat(lineMaxLength + 1) }, "phone field.too_long"],
    ["a code in the note", { note: "ks. 131052-908K" }, "note field.personal_code"],
    ["a long note", { note: "x".repeat(textMaxLength + 1) }, "note field.too_long"],
    ["no day", { date: "" }, "date field.required"],
    ["no such day", { date: "2026-02-30" }, "date date.invalid"],
    ["a day in other words", { date: "huomenna" }, "date date.invalid"],
    ["a year typed with two digits", { date: "0026-11-26" }, "date date.invalid"],
    ["no start", { start: " " }, "start field.required"],
    ["a wrong start", { start: "25.00" }, "start time.invalid"],
    ["no end", { end: "" }, "end field.required"],
    ["a wrong end", { end: "10.75" }, "end time.invalid"],
    ["an end before the start", { end: "8.59" }, "end slot.end_before_start"],
    ["an end at the start", { end: "9.00" }, "end slot.end_before_start"],
    ["an end four minutes after the start", { end: "9.04" }, "end slot.too_short"],
  ])("%s", (_, change, failure) => {
    expect(failuresOf(change)).toEqual([failure]);
  });
});

test("everything that is wrong is said at once", () => {
  expect(
    failuresOf({ name: "", phone: "x", note: "131052-908K", date: "", start: "x", end: "" }).sort(),
  ).toEqual([
    "date field.required",
    "end field.required",
    "name field.required",
    "note field.personal_code",
    "phone phone.invalid",
    "start time.invalid",
  ]);
});

test("the longest name, note and the shortest time are taken", () => {
  const booking = bookingOf({
    name: "x".repeat(lineMaxLength),
    note: "x".repeat(textMaxLength),
    end: "9.05",
  });
  expect(booking.newClient?.name).toHaveLength(lineMaxLength);
  expect(booking.appointment.note).toHaveLength(textMaxLength);
});

test("no number is no failure", () => {
  expect(bookingOf({ phone: "" }).newClient?.phone).toBe("");
});

test("both ends show the written wall-clock time, also in the night of a change", () => {
  for (const date of ["2026-03-29", "2026-10-25", "2026-11-26"]) {
    const { slot } = bookingOf({ date, start: "1.00", end: "5.00" }).appointment;
    expect(toLocal(slot.start)).toEqual({ date, minute: 60 });
    expect(toLocal(slot.end)).toEqual({ date, minute: 300 });
  }
});

test("a time inside the hour that does not exist is no booking backwards", () => {
  expect(failuresOf({ date: "2026-03-29", start: "3.30", end: "4.00" })).toEqual([
    "end slot.too_short",
  ]);
});

test("the form is left as it was", () => {
  const frozen = Object.freeze({ ...form, name: "", phone: "x" });
  parseBooking(frozen, adviser);
  expect(frozen).toEqual({ ...form, name: "", phone: "x" });
});
