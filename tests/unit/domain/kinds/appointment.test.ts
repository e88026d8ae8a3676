import { describe, expect, test } from "vitest";
import { checkValue, readValues } from "#domain/fields/field.ts";
import { hourMs, minuteMs, toInstant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { type Appointment, appointmentKind, isStanding } from "#domain/kinds/appointment.ts";
import { channelCodes, guidanceCodes, statusCodes } from "#domain/kinds/appointment-codes.ts";
import { memberNamed, recordNamed } from "../edits.ts";

const start = Date.parse("2026-11-26T07:00:00Z");
const slot = {
  start,
  end: start + hourMs,
  place: recordNamed("place"),
  adviser: memberNamed("aino"),
};
const isTaken = (value: Json) => checkValue(appointmentKind.fields, "slot", value).ok;

describe("a slot", () => {
  test("lasts from five minutes to a day", () => {
    expect(isTaken({ ...slot, end: start + 5 * minuteMs })).toBe(true);
    expect(isTaken({ ...slot, end: start + 24 * hourMs })).toBe(true);
    expect(isTaken({ ...slot, end: start + 5 * minuteMs - 1 })).toBe(false);
    expect(isTaken({ ...slot, end: start + 24 * hourMs + 1 })).toBe(false);
    expect(isTaken({ ...slot, end: start - hourMs })).toBe(false);
  });

  test("may lack a place and an adviser, but must say so", () => {
    expect(isTaken({ ...slot, place: null, adviser: null })).toBe(true);
    expect(isTaken({ start, end: slot.end, place: null })).toBe(false);
  });

  test.each<[string, Json]>([
    ["a time in words", { ...slot, start: "9.00" }],
    ["a part of a millisecond", { ...slot, start: start + 0.5 }],
    ["a moment no calendar shows", { ...slot, start: 8.64e15 - hourMs, end: 8.64e15 }],
    ["a place that is no id", { ...slot, place: "Inari" }],
    ["a list", [start, slot.end]],
    ["nothing", null],
  ])("is not made of %s", (_, value) => {
    expect(isTaken(value)).toBe(false);
  });

  test("keeps what a newer version adds to it", () => {
    const newer = { ...slot, floor: "2 B" };
    expect(readValues(appointmentKind.fields, { slot: newer })["slot"]).toEqual(newer);
  });
});

describe("an appointment", () => {
  const values = readValues(appointmentKind.fields, { slot }) as Appointment;

  test("stands until it is cancelled", () => {
    expect(isStanding(values)).toBe(true);
    expect(isStanding({ ...values, status: "cancelled" })).toBe(false);
    expect(isStanding({ ...values, status: "newer-status" })).toBe(true);
  });

  test("does not stand without a time", () => {
    const none = { ...slot, start: toInstant(0), end: toInstant(0) };
    expect(isStanding({ ...values, slot: none })).toBe(false);
    expect(isStanding(readValues(appointmentKind.fields, { slot: null }) as Appointment)).toBe(
      false,
    );
  });

  test("takes every code that a form offers", () => {
    const offered = { guidance: guidanceCodes, channel: channelCodes, status: statusCodes };
    for (const [name, codes] of Object.entries(offered)) {
      for (const code of codes) {
        expect(checkValue(appointmentKind.fields, name, code)).toEqual({ ok: true, value: code });
      }
    }
  });
});
