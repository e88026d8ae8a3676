import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { firstFreeMinuteOn, type Span } from "#domain/times/day-plan.ts";
import { addMs, isLocalDate, type LocalDate, minuteMs } from "#domain/instant.ts";
import { fromLocal, parseMinuteOfDay, toLocalDate } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { DayStrip } from "#ui/day-strip.tsx";
import { Notice } from "#ui/notice.tsx";
import { StatusLine } from "#ui/status-line.tsx";
import { type TimeChoice, TimeGrid } from "#ui/time-grid.tsx";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { createNow } from "#features/environment.tsx";
import type { BookingForm } from "#domain/times/booking.ts";
import type { HeldTimes, InTheWay } from "#features/parts/times/held-times.ts";
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

/** When: a day, a time, and what the adviser already has then. */
export const TimeFields = (props: {
  readonly form: FormState;
  /** The adviser's own standing times, earliest first. */
  readonly taken: readonly AppointmentRecord[];
  /** The times of that adviser that are held for a device. */
  readonly held: HeldTimes;
  readonly around: Around;
  /** What is said of another booking at the same time: before booking (for a colleague), of the adviser's own, of a colleague's, nothing. */
  readonly clashWords: "booking" | "booking-other" | "own" | "other" | "none";
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
    return shownTimes(date, length(), takenToday(), isHeld, now(), also).map(
      ({ minute, span }) => ({
        time: clockText(minute),
        label: formats().minute(minute),
        ...standingAt(spanAt(minute, span)),
      }),
    );
  });
  /** What is held at the chosen time, when nothing is booked there. */
  const heldThere = (): "certain" | InTheWay | null => {
    const chosen = span();
    if (chosen === null || props.clashWords === "none" || clash() !== null) return null;
    return props.held.isCertain(chosen) ? "certain" : props.held.inTheWay(chosen);
  };
  const isCertain = () => heldThere() === "certain";
  const inTheWay = () => {
    const held = heldThere();
    return held === "certain" ? null : held;
  };
  const noticeTitle = ({ isOwn }: InTheWay) =>
    isOwn ? texts().slots.heldHereTitle : texts().slots.heldElsewhereTitle;
  const noticeText = ({ label, slot, isOwn }: InTheWay) => {
    const words = texts().slots.heldFor(label, formats().span(slot.start, slot.end));
    return isOwn ? texts().slots.heldHereText(words) : texts().slots.heldElsewhereText(words);
  };
  const clash = () => {
    const chosen = span();
    if (chosen === null || props.clashWords === "none") return null;
    const other = overlapping(takenToday(), chosen);
    return other === undefined ? null : wordsOf(other);
  };
  const clashTitle = () => {
    if (props.clashWords === "booking") return texts().form.takenTitle;
    return props.clashWords === "own" ? texts().form.alsoTaken : texts().form.alsoTakenOfOther;
  };
  const clashText = ({ client, span }: { readonly client: string; readonly span: string }) =>
    isBooking() ? texts().form.takenText(client, span) : texts().form.alsoTakenText(client, span);
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
  const timeOn = (date: string): Partial<BookingForm> => {
    const held = heldAt(date, form().start);
    if (held !== null || !isBooking() || !isLocalDate(date)) return held ?? {};
    const minute = parseMinuteOfDay(form().start);
    if (minute !== null && fromLocal(date, minute) >= now()) return {};
    const slots = onDay(props.taken, date).map(({ values }) => values.slot);
    const isHeld = (one: Span) => props.held.inTheWay(one) !== null;
    const free = firstFreeMinuteOn(date, length(), slots, now(), isHeld);
    return free === null ? { start: "" } : withStart(form(), clockText(free), length());
  };
  const chooseDay = (date: string) => {
    const isNear = date >= range().first && date <= range().last;
    setRefused(isNear || date === form().date ? null : date);
    if (isNear) props.form.change({ date, ...timeOn(date) });
  };
  const isPast = () => {
    const chosen = span();
    return chosen !== null && chosen.end <= now();
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
        days={offeredDays(today(), form().date).map((date) => ({
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
      <div role="status">
        <Show when={clash()}>
          {(words) => (
            <Notice tone="waiting" title={clashTitle()}>
              {clashText(words())}
            </Notice>
          )}
        </Show>
        <Show when={isCertain()}>
          <StatusLine tone="certain" text={texts().slots.guaranteedText} />
        </Show>
        <Show when={inTheWay()}>
          {(held) => (
            <Notice tone="waiting" title={noticeTitle(held())}>
              {noticeText(held())}
            </Notice>
          )}
        </Show>
        <Show when={isPast()}>
          <Notice tone="waiting">{texts().form.pastText}</Notice>
        </Show>
      </div>
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
