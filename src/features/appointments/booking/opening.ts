import type { MemberId, RecordId } from "#domain/ids.ts";
import { isCalendarDay } from "#domain/instant.ts";
import type { MinuteOfDay } from "#domain/local-time.ts";
import type { BookingFields } from "./booking-form.ts";
import {
  clockText,
  lengthOf,
  usualLengthInMinutes,
  withStart,
} from "#features/parts/appointment-form/form-times.ts";
import type { BookingStart } from "#features/parts/times/booking-href.ts";
import type { BookingDraft } from "./stored.ts";

type Query = Readonly<Record<string, unknown>>;

/** What a booking's address has chosen: `null` without a time that can be read; the rest as far as it can. */
export const parseBookingStart = (query: Query): BookingStart | null => {
  const date = query["date"];
  const minute: MinuteOfDay = Number(query["minute"] ?? Number.NaN);
  if (!isCalendarDay(date) || !isWhole(minute, 0, 24 * 60 - 1)) return null;
  const length = Number(query["length"] ?? Number.NaN);
  return {
    date,
    minute,
    adviser: idOf(query["adviser"]) as MemberId | null,
    place: idOf(query["place"]) as RecordId | null,
    lengthInMinutes: isWhole(length, 5, 12 * 60) ? length : null,
  };
};

/** What of a start goes into the form: what it leaves open is not said. */
export const chosenOf = ({ date, minute, place, lengthInMinutes }: BookingStart) => ({
  date,
  minute,
  ...(place === null ? {} : { place }),
  ...(lengthInMinutes === null ? {} : { lengthInMinutes }),
});

/** An unfinished booking with the time that was chosen since: who it is for stays, when it is was just decided. */
export const draftAt = (
  draft: BookingDraft | null,
  at: BookingStart | null,
  adviser: MemberId,
): BookingDraft | null => {
  if (draft === null || at === null) return draft;
  const { date, minute, place, lengthInMinutes } = at;
  const form: BookingFields = {
    ...draft.form,
    ...(place === null ? {} : { place, channel: "visit" }),
    adviser,
    date,
  };
  const length = lengthInMinutes ?? lengthOf(draft.form) ?? usualLengthInMinutes;
  return { ...draft, form: { ...form, ...withStart(form, clockText(minute), length) } };
};

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const idOf = (value: unknown): string | null =>
  typeof value === "string" && /^[\w-]{1,64}$/.test(value) ? value : null;
