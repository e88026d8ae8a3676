import { expect, test } from "vitest";
import { eventStatusOf } from "#domain/calendar/event-status.ts";
import { statusCodes } from "#domain/kinds/appointment-codes.ts";

test("only a time that was called off is cancelled in a calendar, however certain it was", () => {
  for (const status of [...statusCodes, "newer-state"]) {
    for (const isCertain of [true, false]) {
      expect(eventStatusOf(status, isCertain) === "cancelled").toBe(status === "cancelled");
    }
  }
});

test("a time that is to come is as certain as it is; one that came needs no promise any more", () => {
  expect(eventStatusOf("booked", true)).toBe("confirmed");
  expect(eventStatusOf("booked", false)).toBe("tentative");
  for (const status of ["arrived", "no-show", "done"]) {
    expect(eventStatusOf(status, false)).toBe("confirmed");
  }
});
