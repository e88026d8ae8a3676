import { expect, test } from "vitest";
import { addMs, hourMs, type LocalDate } from "#domain/instant.ts";
import type { NextStep } from "#domain/kinds/appointment.ts";
import { compareDays, ownSteps } from "#domain/meeting/next-steps.ts";
import { thursdayMorning } from "../../../support/platform.ts";
import { recordNamed } from "../edits.ts";

const slot = {
  start: addMs(thursdayMorning, -72 * hourMs),
  end: addMs(thursdayMorning, -71 * hourMs),
  place: null,
  adviser: null,
};
const today = "2026-11-26" as LocalDate;
const meeting = (id: string, next: NextStep | null, status = "done") => ({
  id: recordNamed(id),
  values: { next, status, slot },
});
const step = (due: string | null, more: Partial<NextStep> = {}): NextStep => ({
  what: "Soita oppilaitokseen",
  by: "adviser",
  due: due as LocalDate | null,
  ...more,
});

test("what the adviser has to do comes by its day, and says when that is past", () => {
  const steps = ownSteps(
    [
      meeting("none", step(null)),
      meeting("today", step("2026-11-26")),
      meeting("late", step("2026-11-25")),
      meeting("later", step("2026-12-01")),
    ],
    today,
  );
  expect(steps.map(({ of, isOverdue }) => [of.id, isOverdue])).toEqual([
    [recordNamed("late"), true],
    [recordNamed("today"), false],
    [recordNamed("later"), false],
    [recordNamed("none"), false],
  ]);
});

test("what is done, what others do, and what was called off is nobody's to do here", () => {
  const meetings = [
    meeting("nothing", null),
    meeting("done", step("2026-11-25", { done: true })),
    meeting("client", step("2026-11-25", { by: "client" })),
    meeting("partner", step("2026-11-25", { by: "partner" })),
    meeting("off", step("2026-11-25"), "cancelled"),
  ];
  expect(ownSteps(meetings, today)).toEqual([]);
});

test("a step that was put back to undone is there again", () => {
  const meetings = [meeting("again", step("2026-11-25", { done: false }))];
  expect(ownSteps(meetings, today)).toHaveLength(1);
});

test("no day comes after every day", () => {
  const days = [null, "2027-01-01", "2026-11-26", null] as (LocalDate | null)[];
  expect([...days].sort(compareDays)).toEqual(["2026-11-26", "2027-01-01", null, null]);
});
