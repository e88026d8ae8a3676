import { type Accessor, createMemo } from "solid-js";
import type { Instant, LocalDate } from "#domain/instant.ts";
import { minuteMs } from "#domain/instant.ts";
import { absenceKind } from "#domain/kinds/absence.ts";
import { allotmentKind, isOpenAllotment } from "#domain/kinds/allotment.ts";
import { busyKind } from "#domain/kinds/busy.ts";
import { addDays, fromLocal } from "#domain/local-time.ts";
import { offeredStepInMinutes } from "#domain/times/offered-day.ts";
import { createRecords, useEnvironment, useStanding } from "#features/environment.tsx";
import { standingWithin } from "#features/parts/times/appointment-view.ts";
import { createWorkCalendars } from "#features/parts/times/work-calendars.ts";
import { daySight, type DaySight } from "./day-sight.ts";
import type { Subject } from "./subject.ts";

/** Days that follow each other as the device knows them, following every change. */
export const createSights = (
  days: Accessor<readonly LocalDate[]>,
  subject: Accessor<Subject>,
  now: Accessor<Instant>,
): Accessor<readonly DaySight[]> => {
  const { device } = useEnvironment().store.identity;
  const sorted = useStanding();
  const allotments = createRecords(allotmentKind);
  const absences = createRecords(absenceKind);
  const busy = createRecords(busyKind);
  const workOf = createWorkCalendars();
  const open = createMemo(() =>
    [...allotments().values()].filter(({ values }) => isOpenAllotment(values)),
  );
  // What is free begins at a quarter of an hour: nothing has to be drawn anew before the next one.
  const quarter = createMemo(() => {
    const stepMs = offeredStepInMinutes * minuteMs;
    return (Math.ceil(now() / stepMs) * stepMs) as Instant;
  });
  return createMemo(() => {
    const dates = days();
    const [first, last] = [dates[0], dates.at(-1)];
    if (first === undefined || last === undefined) return [];
    const until = fromLocal(addDays(last, 1), 0);
    const sources = {
      subject: subject(),
      device,
      now: quarter(),
      appointments: standingWithin(sorted(), fromLocal(first, 0), until),
      allotments: open(),
      absences: [...absences().values()].map(({ values }) => values),
      busy: [...busy().values()].map(({ values }) => values),
      workOf: workOf(),
    };
    return dates.map((date) => daySight(date, sources));
  });
};
