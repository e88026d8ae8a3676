import { createEffect, createMemo, createSignal, on, untrack } from "solid-js";
import { firstFreeMinuteOn, type Span } from "#domain/times/day-plan.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { addMs, type Instant, isLocalDate, type LocalDate, minuteMs } from "#domain/instant.ts";
import { fromLocal, parseMinuteOfDay, toLocalDate } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { DayStrip } from "#ui/day-strip.tsx";
import { TimeGrid } from "#ui/time-grid.tsx";
import type { AppointmentRecord, Around } from "#features/parts/times/appointment-view.ts";
import { createNow } from "#features/environment.tsx";
import type { HeldTimes } from "#features/parts/times/held-times.ts";
import { createIsPoor } from "#features/parts/times/poor-times.ts";
import { createWorkCalendar } from "#features/parts/times/work-calendars.ts";
import type { AppointmentForm } from "./appointment-form.ts";
import type { FormState } from "./form-state.ts";
import {
  clockText,
  dayRange,
  lengthOf,
  offeredDays,
  onDay,
  overlapping,
  spanOf,
  usualLengthInMinutes,
  withHeldStart,
  withStart,
} from "./form-times.ts";
import { createTimeChoices, nearestChoice } from "./time-choices.ts";
import { type ClashWords, TimeNotices } from "./time-notices.tsx";

/** When: a day, a time, and what the adviser already has then. */
export const TimeFields = (props: {
  readonly form: FormState;
  /** Whose time it takes. */
  readonly adviser: MemberId | null;
  /** The adviser's own standing times, earliest first. */
  readonly taken: readonly AppointmentRecord[];
  /** The times of that adviser that are held for a device. */
  readonly held: HeldTimes;
  readonly around: Around;
  readonly clashWords: ClashWords;
  /** The appointment that is being changed. */
  readonly except?: RecordId | undefined;
  /** When the time that is being changed starts. */
  readonly presentStart?: Instant | undefined;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const form = () => props.form.values;
  const isBooking = () => props.clashWords.startsWith("booking");
  const today = createMemo(() => toLocalDate(now()));
  const takenToday = createMemo(() => {
    const { date } = form();
    return isLocalDate(date) ? onDay(props.taken, date) : [];
  });
  const span = createMemo(() => spanOf(form()));
  const work = createWorkCalendar(() => props.adviser);
  /** The last one that the form said: it outlives a start that was taken away. */
  const length = createMemo((before: number) => lengthOf(form()) ?? before, usualLengthInMinutes);
  const timesOn = createTimeChoices({
    taken: () => props.taken,
    held: props.held,
    work,
    around: () => props.around,
    now,
    lengthInMinutes: length,
    isTakenOver: isBooking,
  });
  const times = createMemo(() => {
    const { date, start } = form();
    return isLocalDate(date) ? timesOn(date, parseMinuteOfDay(start)) : [];
  });
  const range = createMemo(() => dayRange(today()));
  /** A day too far away to be meant; it stays out of the form. */
  const [refused, setRefused] = createSignal<string | null>(null);
  createEffect(
    on(
      () => form().date,
      () => setRefused(null),
      { defer: true },
    ),
  );
  /** A held time that a new booking takes over whole, with its length and place. */
  const heldAt = (date: string, start: string) => {
    if (!isBooking() || !isLocalDate(date)) return null;
    const starts = props.held.startsOn(date, onDay(props.taken, date), now());
    const held = starts.find(({ minute }) => minute === parseMinuteOfDay(start));
    return held === undefined ? null : withHeldStart(held);
  };
  /** Typed by hand it is meant, on another day too. */
  let typed: string | null = null;
  const chooseTime = (start: string, isTyped: boolean) => {
    typed = isTyped ? start : null;
    props.form.change(heldAt(form().date, start) ?? withStart(form(), start, length()));
  };
  const isHeld = (one: Span) => props.held.inTheWay(one) !== null;
  const isPoor = createIsPoor(
    () => props.around,
    untrack(() => props.except),
  );
  /** With the place and the room as the form has them. */
  const isPoorHere = (one: Span) => {
    const { place, room } = form();
    return isPoor({ ...one, place, adviser: props.adviser, ...(room === "" ? {} : { room }) });
  };
  /** Somebody has it, the adviser is away, or it is poor. Outside of the hours it may be meant. */
  const isUnfitOn = (date: LocalDate, start: Instant) => {
    const one = { start, end: addMs(start, length() * minuteMs) };
    const isBooked = overlapping(onDay(props.taken, date), one) !== undefined;
    const obstacle = work().obstacle(one);
    const isAway = obstacle !== null && obstacle.kind !== "off-hours";
    return isBooked || isHeld(one) || isAway || isPoorHere(one);
  };
  const firstOn = (date: LocalDate): string => {
    const slots = onDay(props.taken, date).map(({ values }) => values.slot);
    const free = firstFreeMinuteOn(date, length(), slots, now(), isHeld, work(), isPoorHere);
    return free === null ? "" : clockText(free);
  };
  /** A time that stands in for one that is taken on the day that was chosen last. */
  let standIn: { readonly start: string; readonly wanted: string } | null = null;
  /**
   * The time goes along to another day where it fits there, or was typed; else the nearest free one stands in for it. Of a
   * booking it has to be still to come: then it is the first free one.
   */
  const startOn = (date: LocalDate): string => {
    const { start } = form();
    const wanted = start === standIn?.start ? standIn.wanted : start;
    standIn = null;
    const minute = parseMinuteOfDay(wanted);
    const at = minute === null ? null : fromLocal(date, minute);
    if (at === null || at < now()) return isBooking() ? firstOn(date) : wanted;
    if (minute === null || wanted === typed || !isUnfitOn(date, at)) return wanted;
    const nearest = nearestChoice(timesOn(date, null), minute, isPoorHere);
    if (nearest === null) return wanted;
    standIn = { start: nearest.time, wanted };
    return nearest.time;
  };
  const timeOn = (date: string): Partial<AppointmentForm> => {
    if (!isLocalDate(date)) return {};
    const held = heldAt(date, form().start);
    if (held !== null) return held;
    const start = startOn(date);
    return heldAt(date, start) ?? withStart(form(), start, length());
  };
  const chooseDay = (date: string) => {
    const isNear = date >= range().first && date <= range().last;
    setRefused(isNear || date === form().date ? null : date);
    if (isNear) props.form.change({ date, ...timeOn(date) });
  };
  const sentenceOf = (field: "date" | "start") => {
    const isRefused = field === "date" && refused() !== null;
    const code = isRefused ? "date.invalid" : props.form.failures()[field];
    return code === undefined ? undefined : texts().failures[code];
  };
  return (
    <>
      <DayStrip
        label={texts().form.when}
        error={sentenceOf("date")}
        days={offeredDays(today(), form().date, work()).map((date) => ({
          date,
          label: formats().dayShort(date, today()),
          spoken: spokenDay(date, today(), formats()),
        }))}
        value={refused() ?? form().date}
        onChange={chooseDay}
        min={range().first}
        max={range().last}
        otherLabel={texts().form.otherDay}
      />
      <TimeGrid
        label={texts().form.time}
        hint={times().length === 0 ? texts().form.noTimesLeft : undefined}
        error={sentenceOf("start")}
        times={times()}
        value={form().start}
        onChange={chooseTime}
        otherLabel={texts().form.otherTime}
        otherHint={texts().form.otherTimeHint}
        otherError={texts().form.otherTimeError}
      />
      <TimeNotices
        span={span()}
        taken={takenToday()}
        held={props.held}
        work={work()}
        around={props.around}
        clashWords={props.clashWords}
        presentStart={props.presentStart}
      />
    </>
  );
};

const spokenDay = (
  date: LocalDate,
  today: LocalDate,
  formats: ReturnType<ReturnType<typeof useLocale>["formats"]>,
): string => {
  const relative = formats.dayRelative(date, today);
  const spoken = formats.daySpoken(date, today);
  return relative === formats.dayLong(date, today) ? spoken : `${relative}, ${spoken}`;
};
