import { createEffect, on, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import type { LocalDate } from "#domain/instant.ts";
import { AppointmentRow } from "#features/parts/times/appointment-row.tsx";
import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import { DayRows } from "#features/parts/times/day-rows.tsx";
import { createGrowing } from "#features/parts/screen/grow.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { firstRows, pageSize } from "./list-view.ts";

/** Appointments under their days, a page of them at a time. */
export const DayList = (props: {
  readonly appointments: readonly AppointmentRecord[];
  readonly around: Around;
  readonly contested: ReadonlySet<RecordId>;
  readonly today: LocalDate;
  readonly withAdviser: boolean;
  readonly isQuiet?: boolean;
  readonly level: 2 | 3;
}) => {
  const { texts } = useLocale();
  const { count, more, reset } = createGrowing(firstRows, pageSize);
  createEffect(on(() => props.withAdviser, reset, { defer: true }));
  const left = () => props.appointments.length - Math.max(count(), pageSize);
  return (
    <>
      <DayRows
        appointments={props.appointments.slice(0, count())}
        today={props.today}
        level={props.level}
      >
        {(appointment) => (
          <AppointmentRow
            appointment={appointment}
            around={props.around}
            contested={props.contested}
            withAdviser={props.withAdviser}
            isQuiet={props.isQuiet === true}
          />
        )}
      </DayRows>
      <Show when={left() > 0}>
        <Button onClick={more}>{texts().common.showMore(left())}</Button>
      </Show>
    </>
  );
};
