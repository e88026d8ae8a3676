import { type Accessor, createMemo } from "solid-js";
import { makeWorkCalendar, type WorkCalendar } from "#domain/availability/work-calendar.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { absenceKind } from "#domain/kinds/absence.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { busyKind } from "#domain/kinds/busy.ts";
import { createRecords } from "#features/environment.tsx";

/** When each adviser works, as far as this device knows; following every change. A calendar is made once, when it is asked for. */
export const createWorkCalendars = (): Accessor<(adviser: MemberId | null) => WorkCalendar> => {
  const advisers = createRecords(adviserKind);
  const absences = createRecords(absenceKind);
  const busy = createRecords(busyKind);
  return createMemo(() => {
    const made = new Map<MemberId | null, WorkCalendar>();
    const [known, away, others] = [advisers(), [...absences().values()], [...busy().values()]];
    return (adviser) => {
      const calendar =
        made.get(adviser) ??
        makeWorkCalendar({
          hours: known.get(adviser as string as RecordId)?.values.hours ?? [],
          absences: away.flatMap(({ values }) => (values.adviser === adviser ? values.span : [])),
          busy: others.flatMap(({ values }) => (values.adviser === adviser ? values : [])),
        });
      made.set(adviser, calendar);
      return calendar;
    };
  });
};

/** When one adviser works, following every change. */
export const createWorkCalendar = (adviser: Accessor<MemberId | null>): Accessor<WorkCalendar> => {
  const calendars = createWorkCalendars();
  return createMemo(() => calendars()(adviser()));
};
