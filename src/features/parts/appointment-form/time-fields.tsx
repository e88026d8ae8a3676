import { createEffect, createMemo, createSignal, on } from "solid-js";
import { firstFreeMinuteOn, type Span } from "#domain/times/day-plan.ts";
import type { MemberId } from "#domain/ids.ts";
import { addMs, type Instant, isLocalDate, type LocalDate, minuteMs } from "#domain/instant.ts";
import { fromLocal, parseMinuteOfDay, toLocalDate } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { DayStrip } from "#ui/day-strip.tsx";
import { type TimeChoice, TimeGrid } from "#ui/time-grid.tsx";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { createNow } from "#features/environment.tsx";
import type { HeldTimes, InTheWay } from "#features/parts/times/held-times.ts";
import { obstacleText } from "#features/parts/times/obstacle-text.ts";
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
  shownTimes,
  spanOf,
  usualLengthInMinutes,
  withHeldStart,
  withStart,
} from "./form-times.ts";
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
  const wordsOf = (appointment: AppointmentRecord) => {
    const { start, end } = appointment.values.slot;
    const client = clientName(appointment.values, props.around, texts());
    return { client, span: formats().span(start, end) };
  };
  const chipWords = ({ label, isOwn }: InTheWay) =>
    isOwn ? texts().slots.heldHere(label) : texts().slots.heldElsewhere(label);
  const standingAt = (span: Span): Pick<TimeChoice, "state" | "explanation"> => {
    const other = overlapping(takenToday(), span);
    if (other !== undefined) {
      const words = wordsOf(other);
      return { state: "taken", explanation: texts().form.takenBy(words.client, words.span) };
    }
    const against = props.held.inTheWay(span);
    if (against !== null) return { state: "taken", explanation: chipWords(against) };
    const obstacle = work().obstacle(span);
    if (obstacle !== null) return { state: "taken", explanation: obstacleText(obstacle, texts()) };
    if (!props.held.isCertain(span)) return { state: "free" };
    return { state: "certain", explanation: texts().slots.guaranteed };
  };
  const times = createMemo(() => {
    const { date } = form();
    if (!isLocalDate(date)) return [];
    const chosen = parseMinuteOfDay(form().start);
    const starts = props.held.startsOn(date, takenToday(), now());
    const also = starts.map(({ minute }) => minute);
    if (chosen !== null) also.push(chosen);
    /** As long as it would be once chosen. */
    const spanAt = (minute: number, shown: Span) => {
      const isTakenOver = isBooking() && minute !== chosen;
      const held = isTakenOver ? starts.find((one) => one.minute === minute) : undefined;
      if (held === undefined) return shown;
      return { start: shown.start, end: addMs(shown.start, held.lengthInMinutes * minuteMs) };
    };
    const isHeld = (one: Span) => props.held.inTheWay(one) !== null;
    return shownTimes(date, length(), takenToday(), isHeld, now(), also, work()).map(
      ({ minute, span }) => ({
        time: clockText(minute),
        label: formats().minute(minute),
        ...standingAt(spanAt(minute, span)),
      }),
    );
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
  const chooseTime = (start: string) =>
    props.form.change(heldAt(form().date, start) ?? withStart(form(), start, length()));
  /** A booking's time goes along to another day only where it is still to come; the first free one stands in for it. */
  const timeOn = (date: string): Partial<AppointmentForm> => {
    const held = heldAt(date, form().start);
    if (held !== null || !isBooking() || !isLocalDate(date)) return held ?? {};
    const minute = parseMinuteOfDay(form().start);
    if (minute !== null && fromLocal(date, minute) >= now()) return {};
    const slots = onDay(props.taken, date).map(({ values }) => values.slot);
    const isHeld = (one: Span) => props.held.inTheWay(one) !== null;
    const free = firstFreeMinuteOn(date, length(), slots, now(), isHeld, work());
    return free === null ? { start: "" } : withStart(form(), clockText(free), length());
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
        onChange={(start) => chooseTime(start)}
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
