import { type Instant, type LocalDate, minuteMs } from "../instant.ts";
import type { RecordId } from "../ids.ts";
import { isRemote } from "../kinds/appointment-codes.ts";
import { type Waiting, type WeekPartCode, weekPartCodes } from "../kinds/waiting.ts";
import { toLocal, weekdayOf } from "../local-time.ts";
import { compareDays } from "../meeting/next-steps.ts";
import type { Slot } from "../times/slot.ts";

/** Somebody who waits, by the record's id. */
export type WaitingRecord = { readonly id: RecordId; readonly values: Waiting };

/** A time that could be given, and the code of the municipality it is in; empty where that is not known. */
export type FreeTime = {
  readonly slot: Pick<Slot, "start" | "end" | "place">;
  readonly municipality: string;
};

const noon = 12 * 60;
const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;

/** The part of the working week that a moment is in, by the clock of the work; `null` on a Saturday or Sunday. */
export const weekPartOf = (start: Instant): WeekPartCode | null => {
  const { date, minute } = toLocal(start);
  const weekday = weekdays[weekdayOf(date) - 1];
  if (weekday === undefined) return null;
  const part = `${weekday}-${minute < noon ? "am" : "pm"}`;
  return weekPartCodes.find((code) => code === part) ?? null;
};

/** Whether somebody still waits, and a time on `today` or later can help. */
export const isWaiting = ({ status, latest }: Waiting, today: LocalDate): boolean =>
  status === "waiting" && (latest === null || latest >= today);

/**
 * Whether a time helps somebody who waits: it is long enough, on the latest day or before it, in a part of the week that
 * suits, and where the person can come to, unless the two only talk. Somebody without a wish can do anything. What the
 * guidance is for does not matter: the adviser's time is the same.
 */
export const isFitting = (waiting: Waiting, { slot, municipality }: FreeTime): boolean =>
  waiting.status === "waiting" &&
  slot.end - slot.start >= waiting.lengthInMinutes * minuteMs &&
  (waiting.latest === null || toLocal(slot.start).date <= waiting.latest) &&
  suitsWeek(waiting, slot.start) &&
  suitsPlace(waiting, slot.place, municipality);

const suitsWeek = ({ when }: Waiting, start: Instant): boolean => {
  // Most have no such wish, and the day of a moment costs: every free time is held against everybody who waits.
  if (when.length === 0) return true;
  const part = weekPartOf(start);
  return part !== null && when.includes(part);
};

const suitsPlace = (
  { channel, places, municipalities }: Waiting,
  place: RecordId | null,
  municipality: string,
): boolean => {
  if (isRemote(channel) || (places.length === 0 && municipalities.length === 0)) {
    return true;
  }
  if (place === null) return false;
  return places.includes(place) || (municipality !== "" && municipalities.includes(municipality));
};

/**
 * The order of a waiting list, and of those who are offered a time: who asked first comes first; of those who asked on one
 * day, who has less time left. Nobody passes by waiting for something rare: the order is the same for every time.
 */
export const inTurn = (one: WaitingRecord, other: WaitingRecord): number =>
  compareDays(one.values.asked, other.values.asked) ||
  compareDays(one.values.latest, other.values.latest) ||
  (one.id < other.id ? -1 : 1);

/** Those whom a time helps, in the order in which it is offered to them. */
export const fittingFor = <T extends WaitingRecord>(time: FreeTime, waiting: Iterable<T>): T[] =>
  [...waiting].filter(({ values }) => isFitting(values, time)).sort(inTurn);
