import * as v from "valibot";
import { type RecordId, recordIdSchema } from "#domain/ids.ts";
import { minuteMs } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import type { WrittenAppointment } from "#domain/kinds/appointment.ts";
import type { Store } from "#store/store.ts";
import { habitDraftId } from "#features/draft-names.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";

/** What the next booking takes over from the last one. */
export type Habit = {
  readonly guidance: string;
  readonly channel: string;
  readonly place: RecordId | null;
  readonly lengthInMinutes: number;
};

const habitSchema = v.object({
  guidance: v.string(),
  channel: v.string(),
  place: v.nullable(recordIdSchema),
  lengthInMinutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(720)),
});

const parseHabit = (stored: Json | null): Habit | null => {
  const parsed = v.safeParse(habitSchema, stored);
  return parsed.success ? parsed.output : null;
};

export const habitOf = ({ values }: { readonly values: WrittenAppointment }): Habit => ({
  guidance: values.guidance,
  channel: values.channel,
  place: values.slot.place,
  lengthInMinutes: Math.round((values.slot.end - values.slot.start) / minuteMs),
});

/**
 * What this device remembers of the last booking; on a new one the adviser's latest time in the calendar stands in for it.
 * `sorted` are the standing appointments by their start.
 */
export const readHabit = (
  { drafts, identity }: Store,
  sorted: readonly AppointmentRecord[],
): Habit | null => {
  const remembered = parseHabit(drafts.read(habitDraftId));
  if (remembered !== null) return remembered;
  const latest = sorted.findLast(({ values }) => values.slot.adviser === identity.member);
  return latest === undefined ? null : habitOf(latest);
};
