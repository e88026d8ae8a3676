import { type Accessor, createEffect, on } from "solid-js";
import { firstFreeMinuteOn, type Span } from "#domain/times/day-plan.ts";
import { isLocalDate } from "#domain/instant.ts";
import { adviserOf } from "#features/parts/appointment-form/appointment-form.ts";
import {
  clockText,
  lengthOf,
  onDay,
  spanOf,
  usualLengthInMinutes,
  withStart,
} from "#features/parts/appointment-form/form-times.ts";
import { createNow } from "#features/environment.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { createIsPoor } from "#features/parts/times/poor-times.ts";
import type { BookingModel } from "./model.ts";

/**
 * Keeps the time that the form suggested such that one can be at the chosen place: while nobody has chosen a time, another
 * place or room brings the first that day which a drive fits before and after and whose room is free, where there is one.
 */
export const createSuggestion = (
  { form, taken, held, work }: Pick<BookingModel, "form" | "taken" | "held" | "work">,
  around: Accessor<Around>,
): void => {
  const now = createNow();
  const isPoor = createIsPoor(around);
  let suggested = form.values.start;
  const { date, start: first } = form.values;
  const isHeld = (span: Span) => held.inTheWay(span) !== null;
  const isPoorHere = (span: Span) => {
    const { place, room } = form.values;
    const adviser = adviserOf(form.values);
    return isPoor({ ...span, place, adviser, ...(room === "" ? {} : { room }) });
  };
  const suggest = (): string => {
    const length = lengthOf(form.values) ?? usualLengthInMinutes;
    const span = spanOf({ ...form.values, ...withStart(form.values, first, length) });
    if (span === null || !isLocalDate(date) || !isPoorHere(span)) return first;
    const slots = onDay(taken(), date).map(({ values }) => values.slot);
    const free = firstFreeMinuteOn(date, length, slots, now(), isHeld, work(), isPoorHere);
    return free === null ? first : clockText(free);
  };
  createEffect(
    on(
      () => [form.values.place, form.values.room],
      () => {
        if (form.values.date !== date || form.values.start !== suggested) return;
        suggested = suggest();
        form.change(withStart(form.values, suggested));
      },
      { defer: true },
    ),
  );
};
