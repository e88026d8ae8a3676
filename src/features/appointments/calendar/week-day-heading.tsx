import { Show } from "solid-js";
import type { LocalDate } from "#domain/instant.ts";
import { useLocale } from "#i18n/locale.ts";
import type { DaySight } from "./day-sight.ts";

/** The head of a day in a week, which opens the day by itself. */
export const WeekDayHeading = (props: {
  readonly id: string;
  readonly sight: DaySight;
  readonly today: LocalDate;
  readonly onOpen: (date: LocalDate) => void;
}) => {
  const { texts, formats } = useLocale();
  return (
    <h3 class="week-day-heading" id={props.id}>
      <button type="button" class="week-day-open" onClick={() => props.onOpen(props.sight.date)}>
        {formats().dayShort(props.sight.date, props.today)}
      </button>
      <Show when={props.sight.holiday}>
        {(holiday) => <span class="week-day-holiday">{texts().calendar.holidays[holiday()]}</span>}
      </Show>
    </h3>
  );
};
