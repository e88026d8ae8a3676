import type { Accessor } from "solid-js";
import type { WorkCalendar } from "#domain/availability/work-calendar.ts";
import { addMs, type Instant, type LocalDate, minuteMs } from "#domain/instant.ts";
import type { MinuteOfDay } from "#domain/local-time.ts";
import type { Span } from "#domain/times/day-plan.ts";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import type { HeldTimes, InTheWay } from "#features/parts/times/held-times.ts";
import { obstacleText } from "#features/parts/times/obstacle-text.ts";
import { useLocale } from "#i18n/locale.ts";
import type { TimeChoice } from "#ui/time-grid.tsx";
import { clockText, onDay, overlapping, shownTimes } from "./form-times.ts";

/** What {@link createTimeChoices} looks at. */
export type OfferedFrom = {
  readonly taken: () => readonly AppointmentRecord[];
  readonly held: HeldTimes;
  readonly work: Accessor<WorkCalendar>;
  readonly around: () => Around;
  readonly now: () => Instant;
  readonly lengthInMinutes: () => number;
  /** Held times are taken over whole, as a new booking does. */
  readonly isTakenOver: () => boolean;
};

/** A time of a day as the form offers it. */
export type DayChoice = TimeChoice & { readonly minute: MinuteOfDay; readonly span: Span };

/** The times that the form offers on a day and how each stands; `chosen` is among them whatever it is. */
export type TimesOn = (date: LocalDate, chosen: MinuteOfDay | null) => readonly DayChoice[];

/** Tells of any day what a form offers there, following every change. */
export const createTimeChoices = (from: OfferedFrom): TimesOn => {
  const { texts, formats } = useLocale();
  const chipWords = ({ label, isOwn }: InTheWay) =>
    isOwn ? texts().slots.heldHere(label) : texts().slots.heldElsewhere(label);
  const standingAt = (
    span: Span,
    taken: readonly AppointmentRecord[],
  ): Pick<TimeChoice, "state" | "explanation"> => {
    const other = overlapping(taken, span);
    if (other !== undefined) {
      const { start, end } = other.values.slot;
      const client = clientName(other.values, from.around(), texts());
      const explanation = texts().form.takenBy(client, formats().span(start, end));
      return { state: "taken", explanation };
    }
    const against = from.held.inTheWay(span);
    if (against !== null) return { state: "taken", explanation: chipWords(against) };
    const obstacle = from.work().obstacle(span);
    if (obstacle !== null) return { state: "taken", explanation: obstacleText(obstacle, texts()) };
    if (!from.held.isCertain(span)) return { state: "free" };
    return { state: "certain", explanation: texts().slots.guaranteed };
  };
  const isHeld = (span: Span) => from.held.inTheWay(span) !== null;
  return (date, chosen) => {
    const taken = onDay(from.taken(), date);
    const starts = from.held.startsOn(date, taken, from.now());
    const also = starts.map(({ minute }) => minute);
    if (chosen !== null) also.push(chosen);
    /** As long as it would be once chosen. */
    const spanAt = (minute: MinuteOfDay, shown: Span): Span => {
      const isWhole = from.isTakenOver() && minute !== chosen;
      const held = isWhole ? starts.find((one) => one.minute === minute) : undefined;
      if (held === undefined) return shown;
      return { start: shown.start, end: addMs(shown.start, held.lengthInMinutes * minuteMs) };
    };
    const length = from.lengthInMinutes();
    return shownTimes(date, length, taken, isHeld, from.now(), also, from.work()).map((shown) => {
      const { minute } = shown;
      const span = spanAt(minute, shown.span);
      const time = clockText(minute);
      return { minute, span, time, label: formats().minute(minute), ...standingAt(span, taken) };
    });
  };
};

/**
 * Of what can be had the one nearest to a minute of the day, the earlier of two, and one that `isPoor` tells only where there
 * is no other; `null` where nothing can be had.
 */
export const nearestChoice = (
  choices: readonly DayChoice[],
  wanted: MinuteOfDay,
  isPoor: (span: Span) => boolean,
): DayChoice | null => {
  const far = ({ minute }: DayChoice) => Math.abs(minute - wanted);
  const free = choices.filter(({ state }) => state !== "taken");
  free.sort((one, other) => far(one) - far(other) || one.minute - other.minute);
  return free.find(({ span }) => !isPoor(span)) ?? free[0] ?? null;
};
