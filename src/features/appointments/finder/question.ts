import { type Accessor, createSignal, untrack } from "solid-js";
import { type DayPart, dayParts, type FinderQuestion } from "#domain/availability/finder.ts";
import type { MemberId, RecordId } from "#domain/ids.ts";
import { isCalendarDay, type LocalDate } from "#domain/instant.ts";
import { useEnvironment, useStanding } from "#features/environment.tsx";
import { createAddressOfScreen } from "#features/parts/screen/address.ts";
import { readHabit } from "#features/parts/appointment-form/habit.ts";
import { usualLengthInMinutes } from "#features/parts/appointment-form/form-times.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";

/** What is asked for, as it is chosen on the screen. */
export type FinderChoice = {
  readonly lengthInMinutes: number;
  /** `any`, `place.ID` or `municipality.CODE`. */
  readonly where: string;
  /** None: anybody. */
  readonly advisers: readonly MemberId[];
  readonly from: LocalDate;
  readonly part: DayPart;
};

/** Anywhere, as a code of `where`. */
export const anywhere = "any";

/** What is chosen, in the address, so that coming back from a booking finds it as it was. */
export const createFinderChoice = (
  today: Accessor<LocalDate>,
): {
  readonly choice: Accessor<FinderChoice>;
  readonly change: (changes: Partial<FinderChoice>) => void;
} => {
  const { store } = useEnvironment();
  const sorted = useStanding();
  const { read: textOf, follow } = createAddressOfScreen(() => setChoice(asked()));
  const usual = readHabit(store, untrack(sorted))?.lengthInMinutes ?? usualLengthInMinutes;
  const asked = (): FinderChoice => {
    const length = Number(textOf("length"));
    const from = textOf("from");
    return {
      lengthInMinutes: Number.isInteger(length) && length >= 5 && length <= 720 ? length : usual,
      where: textOf("where") || anywhere,
      advisers: textOf("who")
        .split(".")
        .filter((id) => id !== "") as MemberId[],
      // A day that is over is none to look on.
      from: isCalendarDay(from) && from > today() ? from : today(),
      part: dayParts.find((part) => part === textOf("part")) ?? "any",
    };
  };
  // Not read from the address while one looks: it follows a moment later, and the next press must not be lost.
  const [choice, setChoice] = createSignal(untrack(asked));
  return {
    choice,
    change(changes) {
      const { lengthInMinutes, where, advisers, from, part } = setChoice({
        ...choice(),
        ...changes,
      });
      follow({ length: String(lengthInMinutes), where, who: advisers.join("."), from, part });
    },
  };
};

/** The places that a choice of where means, and the one for times that have none: the dearest of them, as `ordered` says. */
export const placesOf = (
  where: string,
  { places }: Pick<Around, "places">,
  ordered: readonly RecordId[],
): Pick<FinderQuestion, "places" | "openPlace"> => {
  const [, kind, id] = /^(place|municipality)\.(.+)$/.exec(where) ?? [];
  // An address may name a place that is not there any more: then it says nothing of where.
  if (kind === "place" && places.has(id as RecordId)) {
    return { places: new Set([id as RecordId]), openPlace: id as RecordId };
  }
  if (kind !== "municipality") return { places: null, openPlace: null };
  const inside = ordered.filter((place) => places.get(place)?.values.municipality === id);
  return { places: new Set(inside), openPlace: inside[0] ?? null };
};
