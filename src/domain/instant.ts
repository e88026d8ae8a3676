declare const instantBrand: unique symbol;
declare const localDateBrand: unique symbol;

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z, without leap seconds. */
export type Instant = number & { readonly [instantBrand]: true };

/** A calendar day without a time zone, `YYYY-MM-DD` (ISO 8601). */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** Reads the time. Injected everywhere: nothing in the program asks the platform for it directly. */
export type Clock = {
  now(): Instant;
};

/** Milliseconds in a minute, an hour and a day of 24 hours. */
export const minuteMs = 60_000;
export const hourMs: number = 60 * minuteMs;
export const dayMs: number = 24 * hourMs;

/** From 0001-01-02 to the end of 9999-12-30, UTC: there the day of an instant is a {@link LocalDate} in every time zone. */
const earliestMs = -62_135_510_400_000;
const latestMs = 253_402_214_399_999;

/** Whether `value` is a whole number of milliseconds in the years 1–9999, so that it has a day with a year of four digits. */
export const isInstant = (value: unknown): value is Instant =>
  Number.isInteger(value) && Number(value) >= earliestMs && Number(value) <= latestMs;

/** Takes a number for an instant. The caller vouches that it is one; anything from outside goes through {@link isInstant}. */
export const toInstant = (milliseconds: number): Instant => milliseconds as Instant;

/** Shifts an instant by `milliseconds`, which may be negative. */
export const addMs = (instant: Instant, milliseconds: number): Instant =>
  (instant + milliseconds) as Instant;

/** Whether `value` reads `YYYY-MM-DD` and names a day that exists. */
export const isLocalDate = (value: unknown): value is LocalDate => {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
};

/**
 * Whether `value` names a day that a time of work can be on: 2000-01-01 – 2099-12-31. Any other is a slip of the finger, like
 * a year typed as 26, or an address written by hand.
 */
export const isCalendarDay = (value: unknown): value is LocalDate =>
  isLocalDate(value) && value.startsWith("20");
