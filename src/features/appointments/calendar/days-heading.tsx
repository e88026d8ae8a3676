import { Show } from "solid-js";
import type { LocalDate } from "#domain/instant.ts";
import { addDays } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import type { DaySight } from "./day-sight.ts";
import { weekNumber, weekOf } from "./week.ts";

/** Which day it is, and what kind of day; or which week, and from when to when. */
export const DaysHeading = (props: {
  readonly id: string;
  readonly view: "day" | "week";
  readonly date: LocalDate;
  readonly today: LocalDate;
  readonly day: DaySight | undefined;
}) => {
  const { texts, formats } = useLocale();
  const isWeek = () => props.view === "week";
  const week = () => texts().calendar.weekNumber(weekNumber(props.date));
  const holiday = () => (isWeek() ? null : (props.day?.holiday ?? null));
  const note = () => {
    if (isWeek()) {
      const monday = weekOf(props.date)[0] ?? props.date;
      const [from, until] = [monday, addDays(monday, 6)];
      return `${formats().dayShort(from, props.today)} – ${formats().dayShort(until, props.today)}`;
    }
    const code = holiday();
    if (code !== null) return `${week()} · ${texts().calendar.holidays[code]}`;
    const isWorked = (props.day?.worked.length ?? 0) > 0;
    return isWorked ? week() : `${week()} · ${texts().calendar.notWorked}`;
  };
  return (
    <>
      <h2 id={props.id} class="day-heading" data-day-heading tabindex="-1">
        <Show when={!isWeek()} fallback={week()}>
          <span class="day-heading-long">{formats().dayHeading(props.date, props.today)}</span>
          <span class="day-heading-short">
            {formats().dayHeadingShort(props.date, props.today)}
          </span>
          <span class="visually-hidden">, {formats().daySpoken(props.date, props.today)}</span>
        </Show>
      </h2>
      <p class="day-note" data-holiday={holiday() === null ? undefined : ""}>
        {note()}
      </p>
    </>
  );
};
