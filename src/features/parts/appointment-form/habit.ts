import * as v from "valibot";
import { type RecordId, recordIdSchema } from "#domain/ids.ts";
import { minuteMs } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { appointmentKind, type WrittenAppointment } from "#domain/kinds/appointment.ts";
import type { Store } from "#store/store.ts";
import { habitDraftId } from "#features/draft-names.ts";

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

/** What this device remembers of the last booking; on a new one, what the calendar says of the adviser's latest. */
export const readHabit = ({ drafts, ledger, identity }: Store): Habit | null =>
  parseHabit(drafts.read(habitDraftId)) ?? latestHabit(ledger, identity.member);

/** On a new device the adviser's latest time in the calendar stands in for the last booking. */
const latestHabit = (ledger: Store["ledger"], member: string): Habit | null => {
  let latest;
  for (const record of ledger.all(appointmentKind).values()) {
    const { slot } = record.values;
    if (slot.adviser !== member) continue;
    if (latest === undefined || slot.start > latest.values.slot.start) latest = record;
  }
  return latest === undefined ? null : habitOf(latest);
};
