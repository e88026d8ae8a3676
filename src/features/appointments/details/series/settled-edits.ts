import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { isSameTime } from "#domain/times/promise.ts";
import type { Slot } from "#domain/times/slot.ts";
import type { HeldTimes } from "#features/parts/times/held-times.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Edit } from "#store/write.ts";

/** The edits of a save, with what each time that moves is given out of: all of them leave where they stand at once. */
export const settledEdits = (
  edits: readonly Edit[],
  ledger: Ledger,
  held: HeldTimes,
): readonly Edit[] => {
  const slots = held.settleAll(new Map(edits.flatMap((edit) => movedSlot(edit, ledger))));
  return edits.map((edit) => {
    const slot = isOfSlot(edit) ? slots.get(edit.sight.record) : undefined;
    return isOfSlot(edit) && slot !== undefined ? { ...edit, value: slot } : edit;
  });
};

type SetEdit = Extract<Edit, { readonly verb: "set" }>;

const isOfSlot = (edit: Edit): edit is SetEdit => edit.verb === "set" && edit.field === "slot";

/** Another place is no other time: what it is given out of stays. */
const movedSlot = (edit: Edit, ledger: Ledger): [RecordId, Slot][] => {
  if (!isOfSlot(edit)) return [];
  const { record } = edit.sight;
  const to = edit.value as Slot;
  const from = ledger.get(appointmentKind, record)?.values.slot;
  return from === undefined || isSameTime(from, to) ? [] : [[record, to]];
};
