import { describe, expect, test } from "vitest";
import { type AbsenceForm, parseAbsence } from "#domain/availability/absence-form.ts";
import { hourMs, type LocalDate } from "#domain/instant.ts";
import { fromLocal } from "#domain/local-time.ts";

const form = (change: Partial<AbsenceForm>): AbsenceForm => ({
  first: "2026-12-21",
  last: "2026-12-23",
  isWhole: true,
  from: "",
  until: "",
  ...change,
});
const at = (date: string, hour: number) => fromLocal(date as LocalDate, hour * 60);
const wrong = (change: Partial<AbsenceForm>) => {
  const parsed = parseAbsence(form(change));
  return parsed.ok ? [] : parsed.failure.map(({ field, code }) => `${field} ${code}`);
};

describe("an absence as it is typed", () => {
  test("of whole days lasts to the midnight after the last one, whatever the clocks do", () => {
    const spring = parseAbsence(form({ first: "2027-03-28", last: "2027-03-28" }));
    expect(spring.ok && spring.value.end - spring.value.start).toBe(23 * hourMs);
    expect(parseAbsence(form({}))).toEqual({
      ok: true,
      value: { start: at("2026-12-21", 0), end: at("2026-12-24", 0) },
    });
  });

  test("of hours lasts from the first day's to the last day's", () => {
    const hours = { isWhole: false, from: "12", until: "9.30" };
    expect(parseAbsence(form(hours))).toEqual({
      ok: true,
      value: { start: at("2026-12-21", 12), end: at("2026-12-23", 9.5) },
    });
  });

  test("names each wrong field once", () => {
    expect(wrong({ first: "", last: "2026-02-30" })).toEqual([
      "first field.required",
      "last date.invalid",
    ]);
    expect(wrong({ last: "0026-12-23" })).toEqual(["last date.invalid"]);
    expect(wrong({ isWhole: false, from: "kello", until: "" })).toEqual([
      "from time.invalid",
      "until field.required",
    ]);
    expect(wrong({ last: "2026-12-20" })).toEqual(["last slot.end_before_start"]);
    const backwards = { last: "2026-12-21", isWhole: false, from: "12", until: "11" };
    expect(wrong(backwards)).toEqual(["until slot.end_before_start"]);
    expect(wrong({ last: "2036-12-23" })).toEqual(["last date.invalid"]);
  });
});
