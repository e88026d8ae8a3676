import { type Accessor, createMemo } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import type { Slot } from "#domain/times/slot.ts";
import { createNow } from "#features/environment.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import type { HeldTimes } from "#features/parts/times/held-times.ts";
import { type Against, createFullLookout } from "#features/parts/times/lookout.ts";
import { useLocale } from "#i18n/locale.ts";
import type { FormState } from "./form-state.ts";
import { slotOfForm } from "./form-times.ts";
import { asSentence, takenText } from "./taken-text.ts";
import type { ClashWords } from "./time-notices.tsx";

/** One thing that a save would go against, in the heading of its warning; `isClash`: somebody has the time already. */
export type ShortWarning = { readonly text: string; readonly isClash: boolean };

/** What {@link createShortWarnings} looks at. */
export type Warned = {
  readonly form: FormState;
  readonly held: HeldTimes;
  readonly around: () => Around;
  readonly clashWords: () => ClashWords;
  /** The appointment that is being changed, and where it stands: of what stays nothing is said. */
  readonly changed?: { readonly id: RecordId; readonly slot: () => Slot };
  /** Nothing is said while the form is being saved. */
  readonly isQuiet: () => boolean;
};

/**
 * What speaks against the time and the place as the form has them, in short and the shortest first: said at the button, for
 * the warnings themselves stand in the form and may be out of sight. That the hours are elsewhere is left to them.
 */
export const createShortWarnings = ({
  form,
  held,
  around,
  clashWords,
  changed,
  isQuiet,
}: Warned): Accessor<readonly ShortWarning[]> => {
  const { texts } = useLocale();
  const now = createNow();
  const everything = createFullLookout(around);
  const except = new Set(changed === undefined ? [] : [changed.id]);
  const textOf = (against: Against, slot: Slot): string | null => {
    switch (against.kind) {
      case "clash":
        if (clashWords() === "booking") return texts().form.takenTitle;
        return takenText(against, clashWords() === "own", texts());
      case "held":
        return takenText(against, clashWords() === "own", texts());
      case "room":
        return texts().meeting.roomTaken;
      case "travel":
        return texts().meeting.noTimeToTravel;
      case "elsewhere":
        return null;
      default:
        return held.isCertain(slot) ? null : texts().calendar.unsuitedTitle;
    }
  };
  return createMemo<readonly ShortWarning[]>(() => {
    const slot = slotOfForm(form.values);
    if (slot === null || slot.end <= now() || isQuiet() || clashWords() === "none") return [];
    if (changed !== undefined && isSamePlaceAndTime(slot, changed.slot())) return [];
    return [...everything(slot, except, changed?.slot())]
      .flatMap((against) => {
        const text = textOf(against, slot);
        const isClash = against.kind === "clash" || against.kind === "held";
        return text === null ? [] : [{ text: asSentence(text), isClash }];
      })
      .sort((one, other) => one.text.length - other.text.length);
  });
};

/** Several of them as they are said at once; empty for none. */
export const warningText = (warnings: readonly ShortWarning[]): string =>
  warnings.map(({ text }) => text).join(" ");

/** Those alone that say that somebody has the time already; empty for none. */
export const clashText = (warnings: readonly ShortWarning[]): string =>
  warningText(warnings.filter(({ isClash }) => isClash));

const isSamePlaceAndTime = (one: Slot, other: Slot): boolean =>
  one.start === other.start &&
  one.end === other.end &&
  one.adviser === other.adviser &&
  one.place === other.place &&
  one.room === other.room;
