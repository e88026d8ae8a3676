import type { Cancelling } from "#domain/kinds/appointment.ts";
import type { StatusCode } from "#domain/kinds/appointment-codes.ts";
import { stateFields } from "#domain/meeting/states.ts";
import { useEnvironment } from "#features/environment.tsx";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { keepFocus } from "#features/parts/screen/focus.ts";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { writeFields } from "#features/parts/values/write-fields.ts";
import { useLocale } from "#i18n/locale.ts";
import { useTakenAgain } from "./taken-again.ts";

/**
 * Puts an appointment into a state, says so with the way back, and tells whether it was written. What brings a time back,
 * the way back of a cancelling too, says when somebody has it by then.
 */
export const usePutIntoState = (
  around: () => Around,
): ((
  record: AppointmentRecord,
  status: StatusCode,
  cancelling?: Cancelling | null,
) => Promise<boolean>) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const takenAgain = useTakenAgain(around);
  return async (record, status, cancelling = null) => {
    const who = clientName(record.values, around(), texts());
    const fields = stateFields(record.values, status, cancelling);
    const outcome = await writeFields(store, record.id, fields);
    const isOff = record.values.status === "cancelled" || status === "cancelled";
    const said = {
      done: texts().states.said[status](who),
      undone: texts().states.undone(who),
      over: () => (isOff ? takenAgain(record.id) : ""),
    };
    const toast = showUndoable(toasts, texts(), outcome, said);
    leaveWithRecord(toasts, store.ledger, toast, record.values.client);
    // What was pressed is gone, and what became of the time stands under the heading.
    if (outcome.ok) queueMicrotask(() => keepFocus(null));
    return outcome.ok;
  };
};
