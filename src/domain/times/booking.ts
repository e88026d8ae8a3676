import type { FieldFailure } from "../failure.ts";
import { textMaxLength } from "../fields/field.ts";
import { writingFailure } from "../fields/writing.ts";
import type { MemberId, RecordId } from "../ids.ts";
import { isCalendarDay, type LocalDate } from "../instant.ts";
import type { WrittenAppointment } from "../kinds/appointment.ts";
import { isRemote } from "../kinds/appointment-codes.ts";
import { partsOfForm } from "../kinds/appointment-forms.ts";
import { type MeetingForm, parseMeeting } from "./meeting.ts";
import { type Slot, slotMinMs } from "./slot.ts";
import { fromLocal, parseMinuteOfDay } from "../local-time.ts";
import { parsePhone } from "../phone.ts";
import { fail, ok, type Result } from "../result.ts";

/** What the booking form holds while it is filled in: text as it was typed. `start` and `end` are wall-clock times. */
export type BookingForm = {
  readonly client: RecordId | null;
  readonly name: string;
  readonly phone: string;
  readonly guidance: string;
  readonly channel: string;
  readonly place: RecordId | null;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly language: string;
  readonly note: string;
};

/** A booking ready to be written: a new client unless one was chosen, and the appointment. */
export type Booking = {
  readonly newClient: {
    readonly name: string;
    readonly phone: string;
    readonly language: string;
  } | null;
  readonly appointment: WrittenAppointment;
};

/**
 * Reads a booking form. Every field that is wrong is named once, so that the form can say it beside the field; the name
 * and the number count only for a new client, and no client for what is not for one alone:
 * `field.required` for a missing name, day or time, `slot.end_before_start`, `slot.too_short` (under five minutes),
 * `date.invalid` (also a day of another century: a year typed as 26), `time.invalid`, `phone.invalid`, `field.too_long`, `field.personal_code`,
 * and those of `parseMeeting`.
 */
export const parseBooking = (
  form: BookingForm & MeetingForm,
  adviser: MemberId,
): Result<Booking, readonly FieldFailure[]> => {
  const parts = partsOfForm(form.form);
  const isNew = parts.client && form.client === null;
  const failures = writingFailures(form, isNew ? ["name", "phone", "note"] : ["note"]);
  const name = form.name.trim();
  if (isNew && name === "") failures.push({ field: "name", code: "field.required" });
  const phone = parsePhone(isNew ? form.phone : "");
  if (!phone.ok && !failures.some(({ field }) => field === "phone")) {
    failures.push({ field: "phone", code: phone.failure });
  }
  const slot = parseTimes(form);
  if (!slot.ok) failures.push(...slot.failure);
  const meeting = parseMeeting(form);
  if (!meeting.ok) failures.push(...meeting.failure);
  if (failures.length > 0 || !slot.ok || !phone.ok || !meeting.ok) return fail(failures);
  const { guidance, language, note } = form;
  const channel = parts.meetsThere && isRemote(form.channel) ? "visit" : form.channel;
  const place = isRemote(channel) ? null : form.place;
  const room = place === null || form.room === "" ? {} : { room: form.room };
  return ok({
    newClient: isNew ? { name, phone: phone.value, language } : null,
    appointment: {
      client: parts.client ? form.client : null,
      guidance,
      channel,
      slot: { ...slot.value, place, adviser, ...room },
      language,
      status: "booked",
      note: note.trim(),
      ...meeting.value,
    },
  });
};

/** When something is. */
export type SlotTimes = Pick<Slot, "start" | "end">;

/**
 * Reads the day and the two wall-clock times of a form. Fails as {@link parseBooking} says, each failure with the name of
 * its field.
 */
export const parseTimes = ({
  date,
  start,
  end,
}: Pick<BookingForm, "date" | "start" | "end">): Result<SlotTimes, readonly FieldFailure[]> => {
  const failures: FieldFailure[] = [];
  const check = (field: string, written: string, isRight: boolean, code: FieldFailure["code"]) => {
    if (written.trim() === "") failures.push({ field, code: "field.required" });
    else if (!isRight) failures.push({ field, code });
  };
  const from = parseMinuteOfDay(start);
  const to = parseMinuteOfDay(end);
  check("date", date, isCalendarDay(date), "date.invalid");
  check("start", start, from !== null, "time.invalid");
  check("end", end, to !== null, "time.invalid");
  if (failures.length > 0 || from === null || to === null) return fail(failures);
  if (to <= from) return fail([{ field: "end", code: "slot.end_before_start" }]);
  // Both ends are wall-clock times: over a change of the clocks the time between them is an hour longer or shorter.
  const times = {
    start: fromLocal(date as LocalDate, from),
    end: fromLocal(date as LocalDate, to),
  };
  if (times.end - times.start < slotMinMs) return fail([{ field: "end", code: "slot.too_short" }]);
  return ok(times);
};

const writingFailures = (
  form: BookingForm,
  fields: readonly ("name" | "phone" | "note")[],
): FieldFailure[] =>
  fields.flatMap((field): FieldFailure[] => {
    const code = writingFailure(form[field], field === "note" ? textMaxLength : undefined);
    return code === null ? [] : [{ field, code }];
  });
