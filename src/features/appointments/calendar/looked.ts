import * as v from "valibot";
import { isCalendarDay, type LocalDate } from "#domain/instant.ts";
import { calendarDraftId } from "#features/draft-names.ts";
import type { Store } from "#store/store.ts";

/** How times are looked at. */
export const viewCodes = ["list", "day", "week"] as const;
export type ViewCode = (typeof viewCodes)[number];

/** What of the calendar was looked at: how, whose times (the code of a subject), and the day. */
export type Looked = {
  readonly view: ViewCode;
  readonly who: string;
  readonly date: LocalDate;
};

const storedSchema = v.object({
  view: v.picklist(viewCodes),
  who: v.string(),
  date: v.custom<LocalDate>(isCalendarDay),
  on: v.string(),
});

/** What was looked at the last time on this device; the day only if that was `today`. */
export const readLooked = ({ drafts }: Store, today: LocalDate): Looked | null => {
  const parsed = v.safeParse(storedSchema, drafts.read(calendarDraftId));
  if (!parsed.success) return null;
  const { view, who, date, on } = parsed.output;
  return { view, who, date: on === today ? date : today };
};

export const saveLooked = ({ drafts }: Store, looked: Looked, today: LocalDate): void =>
  void drafts.save(calendarDraftId, { ...looked, on: today });

export const isSame = (one: Looked, other: Looked): boolean =>
  one.view === other.view && one.who === other.who && one.date === other.date;
