import { createMemo, createUniqueId, Index, Show } from "solid-js";
import { addDays, weekdayOf } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { createPageMark } from "#ui/page-mark.ts";
import { DayBar } from "./day-bar.tsx";
import { DayColumn } from "./day-column.tsx";
import { DayHours } from "./day-hours.tsx";
import type { DaySight } from "./day-sight.ts";
import { DaysHeading } from "./days-heading.tsx";
import { drawDay, shownHours } from "./drawn-day.ts";
import { createNowInSight } from "./now-in-sight.ts";
import { createSights } from "./sights.ts";
import type { Subject } from "./subject.ts";
import { stepByKeys, type ViewProps } from "./view-props.ts";
import { weekOf } from "./week.ts";
import { WeekDayHeading } from "./week-day-heading.tsx";

/** Half an hour is as high as a finger, or a mouse, needs: what is shorter is drawn so too. */
const leastMinutes = 30;
/** An hour of a week is lower, and its columns are narrower. */
const rooms = {
  day: { line: 33, note: 40, marks: 55 },
  week: { line: 40, note: 60, marks: 85 },
};
const friday = 5;

/**
 * A day hour by hour, or the days of a week beside each other: without Saturday and Sunday when nothing is on them. One
 * component, for another day, another week and the other view are written into the elements that are there.
 */
export const DaysView = (props: ViewProps & { readonly view: "day" | "week" }) => {
  const { texts } = useLocale();
  const id = createUniqueId();
  const isWeek = () => props.view === "week";
  const date = () => props.choice.date();
  const today = () => props.choice.today();
  const days = createMemo(() => (isWeek() ? weekOf(date()) : [date()]), undefined, {
    equals: (one, other) => one.length === other.length && one[0] === other[0],
  });
  const all = createSights(
    days,
    () => props.choice.subject(),
    () => props.now(),
  );
  const isWeekendShown = () => {
    const { kind } = props.choice.subject();
    return all().some((sight) => isWeekendWithSomething(sight, kind));
  };
  const sights = createMemo(() =>
    all().length < 7 || isWeekendShown() ? all() : all().slice(0, 5),
  );
  const shown = createMemo(() => shownHours(sights()), undefined, {
    equals: (one, other) => one.from === other.from && one.until === other.until,
  });
  const drawn = createMemo(() => sights().map((sight) => drawDay(sight, shown(), leastMinutes)));
  const step = (direction: -1 | 1) =>
    props.choice.chooseDate(addDays(date(), direction * (isWeek() ? 7 : 1)));
  const toToday = () => props.choice.chooseDate(today());
  let section: HTMLElement | undefined;
  createPageMark("widest", isWeek);
  createNowInSight(
    () => section,
    () => !isWeek(),
  );
  return (
    <section
      ref={(element) => (section = element)}
      class="calendar"
      data-view={props.view}
      aria-labelledby={id}
      onKeyDown={stepByKeys(step, toToday)}
    >
      <DayBar
        date={date()}
        isToday={days().includes(today())}
        previousLabel={isWeek() ? texts().calendar.previousWeek : texts().calendar.previousDay}
        nextLabel={isWeek() ? texts().calendar.nextWeek : texts().calendar.nextDay}
        onStep={step}
        onToday={toToday}
        onChoose={(chosen) => props.choice.chooseDate(chosen)}
      >
        <DaysHeading id={id} view={props.view} date={date()} today={today()} day={sights()[0]} />
      </DayBar>
      <div class="days">
        <DayHours shown={shown()} />
        {/* By their place: another week is written into the same columns. */}
        <Index each={drawn()}>
          {(day, index) => {
            const heading = () => (isWeek() ? `${id}-${index}` : id);
            return (
              <section
                class="day"
                role={isWeek() ? undefined : "presentation"}
                aria-labelledby={isWeek() ? heading() : undefined}
                data-today={isWeek() && day().sight.date === today() ? "" : undefined}
              >
                <Show when={isWeek()}>
                  <WeekDayHeading
                    id={heading()}
                    sight={day().sight}
                    today={today()}
                    onOpen={(chosen) => props.choice.openDay(chosen)}
                  />
                </Show>
                <DayColumn
                  drawn={day()}
                  shown={shown()}
                  subject={props.choice.subject()}
                  around={props.around}
                  contested={props.contested}
                  now={props.now()}
                  labelledBy={heading()}
                  room={rooms[props.view]}
                />
              </section>
            );
          }}
        </Index>
      </div>
    </section>
  );
};

/** A team has no hours of its own, and nothing of it is free: only what is on the day counts. */
const isWeekendWithSomething = ({ date, worked, items }: DaySight, of: Subject["kind"]): boolean =>
  weekdayOf(date) > friday &&
  ((of !== "team" && worked.length > 0) || items.some(({ kind }) => kind !== "absence"));
