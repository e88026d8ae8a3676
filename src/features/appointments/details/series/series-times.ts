import { type Accessor, createMemo } from "solid-js";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { followingTimes } from "#domain/series/following.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { createNow, createRecords } from "#features/environment.tsx";

/** The times of an appointment's series: all of them by the rule's order, and those that follow it and can still change. */
export type SeriesTimes = {
  readonly all: Accessor<readonly AppointmentRecord[]>;
  readonly following: Accessor<readonly AppointmentRecord[]>;
};

export const createSeriesTimes = (record: Accessor<AppointmentRecord>): SeriesTimes => {
  const appointments = createRecords(appointmentKind);
  const now = createNow();
  const all = createMemo(() => {
    const { series } = record().values;
    if (series === null) return [];
    return [...appointments().values()]
      .filter(({ values }) => values.series === series && values.occurrence !== null)
      .sort((one, other) => (one.values.occurrence ?? 0) - (other.values.occurrence ?? 0));
  });
  const following = createMemo(() => {
    const ids = new Set(followingTimes(all(), record(), now()).map(({ id }) => id));
    return all().filter(({ id }) => ids.has(id));
  });
  return { all, following };
};
