import { describe, expect, it } from "vitest";
import type { LocalDate } from "#domain/instant.ts";
import { fromLocal } from "#domain/local-time.ts";
import type { DrawnItem } from "#features/appointments/calendar/drawn-day.ts";
import { seatItems, type Seats } from "#features/appointments/calendar/seats.ts";

const thursday = "2026-11-26" as LocalDate;
const friday = "2026-11-27" as LocalDate;
const at = (date: LocalDate, hour: number, kind: "free" | "absence"): DrawnItem => {
  const [start, end] = [fromLocal(date, hour * 60), fromLocal(date, hour * 60 + 60)];
  const item =
    kind === "free" ? { kind, start, end, place: null, held: null } : { kind, start, end };
  return { item, from: hour * 60, until: hour * 60 + 60, lane: 0, lanes: 1, label: 0 };
};
/** The elements from the day's first item to its last, and the hour that each of them shows. */
const shown = ({ items }: Seats) => [...items].map(([seat, { from }]) => [seat, from / 60]);

describe("the elements of a day's items", () => {
  it("stay with their items while it is the same day, whatever comes and goes around them", () => {
    const first = seatItems(
      thursday,
      [at(thursday, 9, "free"), at(thursday, 11, "free")],
      undefined,
    );
    expect(shown(first)).toEqual([
      [0, 9],
      [1, 11],
    ]);
    const second = seatItems(
      thursday,
      [at(thursday, 8, "free"), at(thursday, 11, "free"), at(thursday, 14, "free")],
      first,
    );
    expect(shown(second)).toEqual([
      [2, 8],
      [1, 11],
      [3, 14],
    ]);
  });

  it("are taken over by the items of another day, each by one of its kind", () => {
    const before = seatItems(
      thursday,
      [at(thursday, 9, "free"), at(thursday, 10, "absence"), at(thursday, 11, "free")],
      undefined,
    );
    const after = seatItems(friday, [at(friday, 8, "absence"), at(friday, 13, "free")], before);
    expect(shown(after)).toEqual([
      [1, 8],
      [0, 13],
    ]);
    const third = seatItems(
      thursday,
      [at(thursday, 9, "free"), at(thursday, 10, "free"), at(thursday, 11, "free")],
      after,
    );
    expect(shown(third)).toEqual([
      [0, 9],
      [3, 10],
      [4, 11],
    ]);
  });

  it("of what goes on over midnight stay with it on the next day", () => {
    const long = at(thursday, 20, "absence");
    const before = seatItems(thursday, [at(thursday, 9, "absence"), long], undefined);
    expect(shown(seatItems(friday, [long], before))).toEqual([[1, 20]]);
  });
});
