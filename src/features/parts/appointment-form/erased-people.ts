import { type Accessor, createEffect, createSignal, untrack } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import type { BookingForm } from "#domain/times/booking.ts";
import { createErasedAmong } from "#features/environment.tsx";

/** Nobody is chosen or named: what is said of whoever was is not answered yet. */
export const isNobody = ({ client, name }: Pick<BookingForm, "client" | "name">): boolean =>
  client === null && name === "";

/**
 * Lets go of people in an open form as soon as the device hears that they were erased: their ids are given to `letGo`, which
 * has to take everything of them out of the form. Says whether that has happened, so that the form can say why they are gone.
 */
export const createErasedPeople = (
  people: Accessor<readonly (RecordId | null)[]>,
  letGo: (erased: ReadonlySet<RecordId>) => void,
): Accessor<boolean> => {
  const [hasLetGo, setLetGo] = createSignal(false);
  const erased = createErasedAmong(people);
  createEffect(() => {
    const gone = erased();
    if (gone.size === 0) return;
    untrack(() => letGo(gone));
    setLetGo(true);
  });
  return hasLetGo;
};
