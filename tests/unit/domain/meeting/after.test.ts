import { describe, expect, test } from "vitest";
import { addMs, type LocalDate, minuteMs } from "#domain/instant.ts";
import type { NextStep } from "#domain/kinds/appointment.ts";
import { type AfterForm, parseAfter, plannedMinutes } from "#domain/meeting/after.ts";
import { parseCancelling } from "#domain/meeting/cancelling.ts";
import { thursdayMorning } from "../../../support/platform.ts";

const empty: AfterForm = { minutes: "", outcome: "", what: "", by: "client", due: "" };
const failuresOf = (form: Partial<AfterForm>) => {
  const parsed = parseAfter({ ...empty, ...form }, null);
  return parsed.ok ? [] : parsed.failure.map(({ field, code }) => [field, code]);
};
const step: NextStep = { what: "Soita", by: "adviser", due: "2026-12-01" as LocalDate, done: true };

describe("what is written after a meeting", () => {
  test("may be nothing at all", () => {
    expect(parseAfter(empty, null)).toEqual({
      ok: true,
      value: { minutes: null, outcome: "", next: null },
    });
  });

  test("is read as it was meant", () => {
    const form = { minutes: " 50 ", outcome: "Haki.\n", what: " Soita ", due: "2026-12-01" };
    expect(parseAfter({ ...empty, ...form }, null)).toEqual({
      ok: true,
      value: {
        minutes: 50,
        outcome: "Haki.",
        next: { what: "Soita", by: "client", due: "2026-12-01" },
      },
    });
  });

  test("keeps a step ticked as long as it is the same step", () => {
    const same = { ...empty, what: "Soita", by: "adviser", due: "2026-12-01" };
    expect(parseAfter(same, step)).toMatchObject({ value: { next: step } });
    const later = parseAfter({ ...same, due: "2026-12-02" }, step);
    expect(later).toMatchObject({ value: { next: { due: "2026-12-02" } } });
    expect(later.ok && later.value.next?.done).toBeUndefined();
  });

  test.each<[string, Partial<AfterForm>, string, string]>([
    ["minutes in words", { minutes: "tunti" }, "minutes", "field.value_invalid"],
    ["more minutes than a day has", { minutes: "1441" }, "minutes", "field.value_invalid"],
    ["a part of a minute", { minutes: "45,5" }, "minutes", "field.value_invalid"],
    ["a day that does not exist", { what: "Soita", due: "2026-02-30" }, "due", "date.invalid"],
    ["a day without a step", { due: "2026-12-01" }, "what", "field.required"],
    ["a step longer than a line", { what: "a".repeat(201) }, "what", "field.too_long"],
    ["an outcome longer than a text", { outcome: "a".repeat(20_001) }, "outcome", "field.too_long"],
    ["a personal code", { outcome: "131052-308T" }, "outcome", "field.personal_code"],
  ])("names %s", (_, form, field, code) => {
    expect(failuresOf(form)).toEqual([[field, code]]);
  });

  test("begins from the time that was planned", () => {
    const end = addMs(thursdayMorning, 45 * minuteMs);
    expect(plannedMinutes({ start: thursdayMorning, end })).toBe(45);
  });
});

describe("who called a time off", () => {
  test("needs no reason, and keeps it in one line", () => {
    expect(parseCancelling({ by: "client", why: " Sairastui " })).toEqual({
      ok: true,
      value: { by: "client", why: "Sairastui" },
    });
  });

  test("is not told with a personal code or at length", () => {
    for (const why of ["131052-308T", "a".repeat(201)]) {
      expect(parseCancelling({ by: "client", why }).ok).toBe(false);
    }
  });
});
