import type { MinuteOfDay } from "../local-time.ts";

/** The hours a form offers where nobody has written working hours, as minutes after midnight: 8.00–17.00. Any other time may be written. */
export const offeredDay: { readonly first: MinuteOfDay; readonly last: MinuteOfDay } = {
  first: 8 * 60,
  last: 17 * 60,
};

/** Times are offered at this step, in minutes: the quarter of an hour, the finest that people agree on by word of mouth. */
export const offeredStepInMinutes = 15;

/** The last day of the working week: Friday, as ISO 8601 numbers the days. */
export const lastWorkday = 5;
