import type { LocalDate } from "#domain/instant.ts";
import type { DayItem } from "./day-sight.ts";
import type { DrawnItem } from "./drawn-day.ts";

/** Which of a day's items has which element: the elements by their numbers, in the order of the day. */
export type Seats = {
  readonly date: LocalDate;
  readonly items: ReadonlyMap<number, DrawnItem>;
  /** The next number that no element has had. */
  readonly next: number;
};

/**
 * Seats the items of a day. While it is the same day an item keeps its element, and so its focus, whatever comes and goes
 * around it. Another day's items take the elements over that are there: writing other words into them is half the work of
 * making them anew.
 */
export const seatItems = (
  date: LocalDate,
  items: readonly DrawnItem[],
  before: Seats | undefined,
): Seats => {
  const known = new Map<string, number>();
  for (const [seat, { item }] of before?.items ?? []) known.set(keyOf(item), seat);
  const kept = items.map(({ item }) => known.get(keyOf(item)));
  const free = before?.date === date ? null : freeSeats(before, new Set(kept));
  let next = before?.next ?? 0;
  const seated = new Map<number, DrawnItem>();
  for (const [index, one] of items.entries()) {
    const seat = kept[index] ?? free?.get(one.item.kind)?.shift();
    seated.set(seat ?? next, one);
    if (seat === undefined) next += 1;
  }
  return { date, items: seated, next };
};

/** The elements that nothing keeps, by what they show: that never changes. */
const freeSeats = (
  before: Seats | undefined,
  kept: ReadonlySet<number | undefined>,
): ReadonlyMap<DayItem["kind"], number[]> => {
  const free = new Map<DayItem["kind"], number[]>();
  for (const [seat, { item }] of before?.items ?? []) {
    if (kept.has(seat)) continue;
    const ofKind = free.get(item.kind);
    if (ofKind === undefined) free.set(item.kind, [seat]);
    else ofKind.push(seat);
  }
  return free;
};

const keyOf = (item: DayItem): string => {
  switch (item.kind) {
    case "appointment":
      return item.appointment.id;
    case "allotment":
      return item.allotment.id;
    default:
      return `${item.kind}.${item.start}.${item.end}`;
  }
};
