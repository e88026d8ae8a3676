import { expect, test } from "vitest";
import { checkValue } from "#domain/fields/field.ts";
import { type HoldingForm, parseHolding } from "#domain/times/holding.ts";
import type { LocalDate } from "#domain/instant.ts";
import { allotmentKind } from "#domain/kinds/allotment.ts";
import { fromLocal } from "#domain/local-time.ts";
import { deviceNamed, memberNamed, recordNamed } from "../edits.ts";

const form: HoldingForm = {
  label: " Asema ",
  place: recordNamed("station"),
  date: "2026-11-26",
  start: "10.00",
  end: "16.00",
  lengthInMinutes: 30,
};
const who = { adviser: memberNamed("aino"), holder: deviceNamed("phone") };
const at = (hour: number) => fromLocal("2026-11-26" as LocalDate, hour * 60);
const wrong = (changes: Partial<HoldingForm>, taken: Parameters<typeof parseHolding>[2] = []) => {
  const parsed = parseHolding({ ...form, ...changes }, who, taken);
  return parsed.ok ? [] : parsed.failure.map(({ field, code }) => `${field} ${code}`);
};

test("a form becomes an allotment for each free part of its stretch, which can be written", () => {
  const taken = [{ start: at(12), end: at(13) }];
  const parsed = parseHolding(form, who, taken);
  if (!parsed.ok) throw new Error("the form is right");
  const common = { label: "Asema", holder: who.holder, lengthInMinutes: 30, status: "open" };
  const slot = { place: form.place, adviser: who.adviser };
  expect(parsed.value).toEqual([
    { ...common, slot: { ...slot, start: at(10), end: at(12) } },
    { ...common, slot: { ...slot, start: at(13), end: at(16) } },
  ]);
  for (const allotment of parsed.value) {
    for (const [field, value] of Object.entries(allotment)) {
      expect(checkValue(allotmentKind.fields, field, value).ok).toBe(true);
    }
  }
});

test("what is wrong is named beside its field", () => {
  expect(wrong({ label: "131052-308T" })).toEqual(["label field.personal_code"]);
  expect(wrong({ label: "a".repeat(201) })).toEqual(["label field.too_long"]);
  expect(wrong({ start: "" })).toEqual(["start field.required"]);
  expect(wrong({ end: "9.00" })).toEqual(["end slot.end_before_start"]);
  expect(wrong({ lengthInMinutes: 30, end: "10.20" })).toEqual(["start slot.none_free"]);
  expect(wrong({}, [{ start: at(8), end: at(17) }])).toEqual(["start slot.none_free"]);
});
