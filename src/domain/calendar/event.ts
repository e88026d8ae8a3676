import type { RecordId } from "../ids.ts";
import type { Instant } from "../instant.ts";

/** Whether the time stands, may still change, or is off (RFC 5545, section 3.8.1.11). */
export type EventStatus = "confirmed" | "tentative" | "cancelled";

/**
 * What an event says in somebody's calendar. The words are neutral: strangers look at calendars, so they name neither the
 * client nor what the time is for. `location` and `description` may be empty; `reminder` is what an alarm says.
 */
export type EventContent = {
  readonly start: Instant;
  readonly end: Instant;
  readonly status: EventStatus;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly reminder: string;
};

/** One appointment as it lies in a client's calendar: `sequence` orders its versions, `at` is when this one was made. */
export type CalendarEvent = EventContent & {
  readonly uid: string;
  readonly sequence: number;
  readonly at: Instant;
};

/** What an event is made of. `place` and `adviser` are names as they are written; empty where there is none. */
export type EventFacts = {
  readonly start: Instant;
  readonly end: Instant;
  readonly status: EventStatus;
  readonly place: string;
  readonly adviser: string;
};

/** The words of an event in one language. */
export type EventWords = {
  readonly summaries: Readonly<Record<EventStatus, string>>;
  with(adviser: string): string;
  readonly reminder: string;
};

/** What the event of an appointment says. */
export const eventContent = (
  { start, end, status, place, adviser }: EventFacts,
  words: EventWords,
): EventContent => ({
  start,
  end,
  status,
  summary: words.summaries[status],
  location: place,
  description: adviser === "" ? "" : words.with(adviser),
  reminder: words.reminder,
});

/**
 * The name under which a calendar knows an appointment for good: whoever hands it over, and however often it moves, the
 * same event is updated. The part behind the `@` is ours alone and no host's.
 */
export const eventUid = (appointment: RecordId): string => `${appointment}@appointment.katve`;
