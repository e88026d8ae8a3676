import { addMs, type Instant, minuteMs } from "../instant.ts";

/** How long before a time a device can remind of it, in minutes. */
export const reminderLeadsInMinutes = [10, 30, 60] as const;
export type ReminderLead = (typeof reminderLeadsInMinutes)[number];

/**
 * The starts to remind of now: those whose moment, `lead` before them, came after `lastLook` and not after `now`, and that
 * have not begun. A moment that passed while nobody looked at all is let go: whoever opens the program sees the day. Several
 * times that begin together are one.
 */
export const dueReminders = (
  starts: Iterable<Instant>,
  lead: ReminderLead,
  lastLook: Instant,
  now: Instant,
): Instant[] =>
  [...new Set(starts)]
    .filter((start) => {
      const moment = addMs(start, -lead * minuteMs);
      return lastLook < moment && moment <= now && now < start;
    })
    .sort((one, other) => one - other);
