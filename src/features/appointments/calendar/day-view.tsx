import { createMemo, createUniqueId, onMount, Show } from "solid-js";
import { addDays } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { createAfterFrameOf } from "#features/parts/screen/grow.ts";
import { DayBar } from "./day-bar.tsx";
import { DayColumn } from "./day-column.tsx";
import { DayHours } from "./day-hours.tsx";
import { drawDay, shownHours } from "./drawn-day.ts";
import { createSights } from "./sights.ts";
import { stepByKeys, type ViewProps } from "./view-props.ts";
import { weekNumber } from "./week.ts";

/** Half an hour of a day is as high as a thumb: what is shorter is drawn so too. */
const leastMinutes = 30;
const noteMinutes = 40;

/** One day, hour by hour. */
export const DayView = (props: ViewProps) => {
  const { texts, formats } = useLocale();
  const id = createUniqueId();
  const date = () => props.choice.date();
  const sights = createSights(
    () => [date()],
    () => props.choice.subject(),
    () => props.now(),
  );
  const shown = createMemo(() => shownHours(sights()), undefined, {
    equals: (one, other) => one.from === other.from && one.until === other.until,
  });
  const drawn = createMemo(() => sights().map((sight) => drawDay(sight, shown(), leastMinutes)));
  const withGaps = createAfterFrameOf(() => date());
  const step = (direction: -1 | 1) => props.choice.chooseDate(addDays(date(), direction));
  const toToday = () => props.choice.chooseDate(props.choice.today());
  const note = () => {
    const holiday = sights()[0]?.holiday;
    const isWorked = (sights()[0]?.worked.length ?? 0) > 0;
    return [
      texts().calendar.weekNumber(weekNumber(date())),
      holiday === null || holiday === undefined ? "" : texts().calendar.holidays[holiday],
      isWorked || holiday !== null ? "" : texts().calendar.notWorked,
    ]
      .filter(Boolean)
      .join(" · ");
  };
  let section: HTMLElement | undefined;
  onMount(() => {
    // In the afternoon the day opens where it is now; the heading of the page has the focus all the same.
    requestAnimationFrame(() => {
      const line = section?.querySelector(".day-now");
      if ((line?.getBoundingClientRect().top ?? 0) > innerHeight * 0.8) {
        line?.scrollIntoView({ block: "center" });
      }
    });
  });
  return (
    <section
      ref={(element) => (section = element)}
      class="calendar"
      data-view="day"
      aria-labelledby={id}
      onKeyDown={stepByKeys(step, toToday)}
    >
      <DayBar
        date={date()}
        isToday={date() === props.choice.today()}
        previousLabel={texts().calendar.previousDay}
        nextLabel={texts().calendar.nextDay}
        onStep={step}
        onToday={toToday}
        onChoose={(chosen) => props.choice.chooseDate(chosen)}
      >
        <h2 id={id} class="day-heading" data-day-heading tabindex="-1">
          {formats().dayHeading(date(), props.choice.today())}
          <span class="visually-hidden">, {formats().daySpoken(date(), props.choice.today())}</span>
        </h2>
        <p class="day-note" data-holiday={sights()[0]?.holiday === null ? undefined : ""}>
          {note()}
        </p>
      </DayBar>
      <div class="days">
        <DayHours shown={shown()} />
        <Show when={drawn()[0]}>
          {(day) => (
            <DayColumn
              drawn={day()}
              shown={shown()}
              subject={props.choice.subject()}
              around={props.around}
              contested={props.contested}
              now={props.now()}
              labelledBy={id}
              withGaps={withGaps()}
              noteMinutes={noteMinutes}
            />
          )}
        </Show>
      </div>
    </section>
  );
};
