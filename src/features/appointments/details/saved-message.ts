import type { Accessor } from "solid-js";
import { toLocalDate } from "#domain/local-time.ts";
import { afterDraftId } from "#features/draft-names.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { leaveWithMove, type Move, useTellMoved } from "./move-undo.ts";
import type { SeriesScope } from "./series/series-scope.ts";

/**
 * Says what was saved of an appointment: where it was moved to, and what the time was taken over although somebody has it
 * (`clashes`, empty for nothing), with one way back of all that is taken back, the following times of a series too
 * (`tellWidened`). What came of the meeting is saved by itself: that it is not yet is said. Returns which message it is.
 */
export const useTellSaved = (
  record: Accessor<AppointmentRecord>,
  tellWidened: SeriesScope["tellWidened"],
): ((name: string, move: Move | null, clashes: string) => number) => {
  const { store, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const tellMoved = useTellMoved();
  return (name, move, clashes) => {
    const isOutcomeLeft = store.drafts.read(afterDraftId(record().id)) !== null;
    const tone = clashes === "" && !isOutcomeLeft ? "certain" : "waiting";
    const said = [texts().appointments.details.saved(name)];
    if (move !== null) {
      const { start } = record().values.slot;
      const day = formats().dayShort(toLocalDate(start), toLocalDate(now()));
      said.push(texts().slots.moved(day, formats().time(start)));
    }
    if (clashes !== "") said.push(clashes);
    if (isOutcomeLeft) said.push(texts().after.stillUnsaved);
    const text = said.join(" · ");
    const widened = tellWidened(text, tone);
    if (widened !== null) {
      if (move !== null) leaveWithMove(toasts, store.ledger, widened, move);
      return widened;
    }
    return move === null ? toasts.show({ text, tone }) : tellMoved(move, text, tone);
  };
};
