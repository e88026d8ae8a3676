import { createMemo, createUniqueId, For, Show } from "solid-js";
import { addDays, weekdayOf } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { createAfterFrameOf } from "#features/parts/screen/grow.ts";
import { DayBar } from "./day-bar.tsx";
import { DayColumn } from "./day-column.tsx";
import { DayHours } from "./day-hours.tsx";
import type { DaySight } from "./day-sight.ts";
import { drawDay, shownHours } from "./drawn-day.ts";
import { createSights } from "./sights.ts";
import { stepByKeys, type ViewProps } from "./view-props.ts";
import { weekNumber, weekOf } from "./week.ts";

/** Half an hour is as high as a finger, or a mouse, needs: what is shorter is drawn so too. */
const leastMinutes = 30;
const noteMinutes = 60;
const friday = 5;

/** A week, its days beside each other: without Saturday and Sunday when nothing is on them. */
export const WeekView = (props: ViewProps) => {
  const { texts, formats } = useLocale();
  const id = createUniqueId();
  const days = createMemo(() => weekOf(props.choice.date()), undefined, {
    equals: (one, other) => one[0] === other[0],
  });
  const monday = () => days()[0] ?? props.choice.date();
  const sunday = () => addDays(monday(), 6);
  const all = createSights(
    days,
    () => props.choice.subject(),
    () => props.now(),
  );
  const sights = createMemo(() => (all().some(isWeekendWithSomething) ? all() : all().slice(0, 5)));
  const shown = createMemo(() => shownHours(sights()), undefined, {
    equals: (one, other) => one.from === other.from && one.until === other.until,
  });
  const drawn = createMemo(
    () =>
      new Map(
        sights().map((sight) => [sight.date, drawDay(sight, shown(), leastMinutes)] as const),
      ),
  );
  const today = () => props.choice.today();
  const withGaps = createAfterFrameOf(() => days());
  const step = (direction: -1 | 1) =>
    props.choice.chooseDate(addDays(props.choice.date(), direction * 7));
  const toToday = () => props.choice.chooseDate(today());
  return (
    <section
      class="calendar"
      data-view="week"
      aria-labelledby={id}
      onKeyDown={stepByKeys(step, toToday)}
    >
      <DayBar
        date={props.choice.date()}
        isToday={days().includes(today())}
        previousLabel={texts().calendar.previousWeek}
        nextLabel={texts().calendar.nextWeek}
        onStep={step}
        onToday={toToday}
        onChoose={(chosen) => props.choice.chooseDate(chosen)}
      >
        <h2 id={id} class="day-heading" data-day-heading tabindex="-1">
          {texts().calendar.weekNumber(weekNumber(monday()))}
        </h2>
        <p class="day-note">
          {formats().dayShort(monday(), today())} – {formats().dayShort(sunday(), today())}
        </p>
      </DayBar>
      <div class="days">
        <DayHours shown={shown()} />
        <For each={[...drawn().keys()]}>
          {(date) => (
            <section
              class="week-day"
              aria-labelledby={`${id}-${date}`}
              data-today={date === today() ? "" : undefined}
            >
              <h3 class="week-day-heading" id={`${id}-${date}`}>
                <button
                  type="button"
                  class="week-day-open"
                  onClick={() => props.choice.chooseView("day", date)}
                >
                  {formats().dayShort(date, today())}
                </button>
                <Show when={drawn().get(date)?.sight.holiday}>
                  {(holiday) => (
                    <span class="week-day-holiday">{texts().calendar.holidays[holiday()]}</span>
                  )}
                </Show>
              </h3>
              <Show when={drawn().get(date)}>
                {(day) => (
                  <DayColumn
                    drawn={day()}
                    shown={shown()}
                    subject={props.choice.subject()}
                    around={props.around}
                    contested={props.contested}
                    now={props.now()}
                    labelledBy={`${id}-${date}`}
                    withGaps={withGaps()}
                    noteMinutes={noteMinutes}
                  />
                )}
              </Show>
            </section>
          )}
        </For>
      </div>
    </section>
  );
};

const isWeekendWithSomething = ({ date, worked, items }: DaySight): boolean =>
  weekdayOf(date) > friday && (worked.length > 0 || items.some(({ kind }) => kind !== "absence"));
