import { isSameJson } from "#domain/json.ts";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { rosterOf } from "#domain/kinds/roster.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { fail, type Result } from "#domain/result.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Store } from "#store/store.ts";
import type { Edit, WriteFailure } from "#store/write.ts";
import type { BookingEdits, PhoneChange } from "./save.ts";

/** Somebody has written over what the booking made, or has used it. */
export type ChangedSince = { readonly code: "changed-since" };

/**
 * Whether everything a booking wrote stands as it wrote it, and nothing else leans on the clients it made. What the
 * endpoint says of the time is not a change.
 */
export const isAsBooked = (
  ledger: Ledger,
  { edits, appointment, newClients, attendances, repeats }: BookingEdits,
  phoneChange: PhoneChange | null,
): boolean => {
  const isUntouched = edits.every((edit) => {
    if (edit.verb !== "new") return true;
    const shown = ledger.shown(edit.record);
    return (
      shown !== null &&
      shown.shares.length === 0 &&
      Object.entries(edit.fields).every(([name, value]) => isSameJson(shown.fields[name], value))
    );
  });
  const made = new Set<RecordId | null>(newClients);
  const isLeantOn =
    made.size > 0 &&
    ([...ledger.all(appointmentKind).values()].some(
      ({ id, values }) => made.has(values.client) && id !== appointment && !repeats.includes(id),
    ) ||
      [...ledger.all(attendanceKind).values()].some(
        ({ id, values }) => made.has(values.client) && !attendances.includes(id),
      ) ||
      [...ledger.all(waitingKind).values()].some(({ values }) => made.has(values.client)));
  const isRosterSame =
    rosterOf(ledger.all(attendanceKind).values(), appointment).flatMap(({ records }) => records)
      .length === attendances.length;
  const isNumberThere =
    phoneChange === null ||
    ledger.get(clientKind, phoneChange.sight.record)?.values.phone === phoneChange.phone;
  return isUntouched && !isLeantOn && isRosterSame && isNumberThere;
};

/** Takes back what a booking wrote, with `also` in the same save, and nothing else: once any of it has changed, it does nothing. */
export const undoBooking = async (
  { ledger, write }: Store,
  made: BookingEdits,
  phoneChange: PhoneChange | null,
  also: () => readonly Edit[] = () => [],
): Promise<Result<true, WriteFailure | ChangedSince>> => {
  // A change that is being saved as undo is pressed comes first, and is seen.
  const before = await write([]);
  if (!before.ok) return before;
  if (!isAsBooked(ledger, made, phoneChange)) return fail({ code: "changed-since" });
  const edits: Edit[] = [...also()];
  for (const record of [
    ...made.attendances,
    made.appointment,
    ...made.repeats,
    ...made.newClients,
  ]) {
    const sight = ledger.sightOf(record);
    if (sight !== null) edits.push({ verb: "del", sight });
  }
  const client = phoneChange === null ? null : ledger.sightOf(phoneChange.sight.record);
  if (client !== null && phoneChange !== null) {
    edits.push({ verb: "set", sight: client, field: "phone", value: phoneChange.before });
  }
  return write(edits);
};
