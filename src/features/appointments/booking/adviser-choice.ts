import type { Accessor } from "solid-js";
import type { WorkCalendar } from "#domain/availability/work-calendar.ts";
import { firstFreeTime, type Span } from "#domain/times/day-plan.ts";
import type { MemberId } from "#domain/ids.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import type { HeldTimes } from "#features/parts/times/held-times.ts";
import type { FormState } from "#features/parts/appointment-form/form-state.ts";
import {
  clockText,
  lengthOf,
  overlapping,
  spanOf,
  usualLengthInMinutes,
  withStart,
} from "#features/parts/appointment-form/form-times.ts";

/**
 * Puts a booking into another adviser's calendar. A time that was only suggested gives way to the first one that this adviser
 * has free; one that a person chose stays, with a warning where it is taken.
 */
export const makeChooseAdviser = (
  form: FormState,
  calendar: {
    readonly taken: Accessor<readonly AppointmentRecord[]>;
    readonly held: HeldTimes;
    readonly work: Accessor<WorkCalendar>;
  },
  now: () => Parameters<typeof firstFreeTime>[0],
): ((adviser: MemberId) => void) => {
  let { date, start } = form.values;
  const isHeld = (span: Span) => calendar.held.inTheWay(span) !== null;
  return (adviser) => {
    form.change({ adviser });
    const work = calendar.work();
    const span = spanOf(form.values);
    const isSuggested = form.values.date === date && form.values.start === start;
    const isFree =
      span !== null &&
      overlapping(calendar.taken(), span) === undefined &&
      !isHeld(span) &&
      work.obstacle(span) === null;
    if (!isSuggested || isFree) return;
    const length = lengthOf(form.values) ?? usualLengthInMinutes;
    const taken = calendar.taken().map(({ values }) => values.slot);
    const time = firstFreeTime(now(), length, taken, { isHeld, work });
    if (time === null) return;
    form.change({ date: time.date, ...withStart(form.values, clockText(time.minute)) });
    ({ date, start } = form.values);
  };
};
