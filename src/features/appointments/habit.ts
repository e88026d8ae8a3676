import * as v from "valibot";
import { type RecordId, recordIdSchema } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";

/** Where the device keeps what the last finished booking was like. */
export const habitDraftId = "booking.habit";

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

/** Reads what a device has remembered of the last booking. */
export const parseHabit = (stored: Json | null): Habit | null => {
  const parsed = v.safeParse(habitSchema, stored);
  return parsed.success ? parsed.output : null;
};
