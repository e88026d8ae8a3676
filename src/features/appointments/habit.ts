import type { RecordId } from "#domain/ids.ts";

/** What the next booking takes over from the last one. */
export type Habit = {
  readonly guidance: string;
  readonly channel: string;
  readonly place: RecordId | null;
  readonly lengthInMinutes: number;
};
