import * as v from "valibot";
import type { BookingForm } from "#domain/booking.ts";
import { firstFreeTime } from "#domain/day-plan.ts";
import { recordIdSchema } from "#domain/ids.ts";
import { type Instant, type LocalDate, minuteMs } from "#domain/instant.ts";
import type { Slot, WrittenAppointment } from "#domain/kinds/appointment.ts";
import { type MinuteOfDay, toLocalDate } from "#domain/local-time.ts";
import type { Json } from "#domain/json.ts";
import type { Habit } from "../habit.ts";
import { clockText, usualLengthInMinutes } from "../form-times.ts";

const noHabit: Habit = {
  guidance: "education",
  channel: "visit",
  place: null,
  lengthInMinutes: usualLengthInMinutes,
};

const habitSchema = v.object({
  guidance: v.string(),
  channel: v.string(),
  place: v.nullable(recordIdSchema),
  lengthInMinutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(720)),
});

/** Reads what a device has remembered of the last booking. */
export const parseHabit = (stored: Json | null): Habit | null => {
  const parsed = v.safeParse(habitSchema, stored);
  return parsed.success ? parsed.output : null;
};

export const habitOf = ({ values }: { readonly values: WrittenAppointment }): Habit => ({
  guidance: values.guidance,
  channel: values.channel,
  place: values.slot.place,
  lengthInMinutes: Math.round((values.slot.end - values.slot.start) / minuteMs),
});

export type Starting = {
  readonly habit: Habit | null;
  readonly taken: readonly Pick<Slot, "start" | "end">[];
  readonly now: Instant;
  /** A time that was chosen before the form opened. */
  readonly at: { readonly date: LocalDate; readonly minute: MinuteOfDay } | null;
};

/** The language of guidance until a known client brings another. */
export const usualLanguage = "fi";

/** The form as it opens: the last booking's choices, and the first time that is free. */
export const startingForm = ({ habit, taken, now, at }: Starting): BookingForm => {
  const { lengthInMinutes, ...kept } = habit ?? noHabit;
  const time = at ?? firstFreeTime(now, lengthInMinutes, taken);
  return {
    ...kept,
    client: null,
    language: usualLanguage,
    name: "",
    phone: "",
    note: "",
    date: time?.date ?? toLocalDate(now),
    start: time === null ? "" : clockText(time.minute),
    end: time === null ? "" : clockText(Math.min(time.minute + lengthInMinutes, 24 * 60 - 1)),
  };
};
