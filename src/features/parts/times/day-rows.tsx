import { createMemo, For, type JSX } from "solid-js";
import type { LocalDate } from "#domain/instant.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { type AppointmentRecord, groupByDay } from "./appointment-view.ts";

/** Appointments under their days. A day and a row that did not change stay as they are drawn. */
export const DayRows = (props: {
  readonly appointments: readonly AppointmentRecord[];
  readonly today: LocalDate;
  readonly level: 2 | 3;
  readonly children: (appointment: AppointmentRecord) => JSX.Element;
}) => {
  const { formats } = useStartLocale();
  const days = createMemo(() => groupByDay(props.appointments));
  return (
    <For each={[...days().keys()]}>
      {(date) => (
        <section class="stack" data-gap="tight">
          <SectionTitle level={props.level}>{formats().dayHeading(date, props.today)}</SectionTitle>
          <RowList label={formats().dayLong(date, props.today)} look="joined">
            <For each={days().get(date) ?? []}>{(appointment) => props.children(appointment)}</For>
          </RowList>
        </section>
      )}
    </For>
  );
};
