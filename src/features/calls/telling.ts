import type { Instant } from "#domain/instant.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { type Matter, tellingOf } from "#domain/meeting/telling.ts";
import type { AppointmentCall } from "#features/parts/contact/calls.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";

/**
 * Notes in one's own name that a client was told of the times of a call as they are now, or takes back whoever's note
 * that is; all in one save. Of somebody of a roster it is noted in that one's own record.
 */
export const tellingEdits = (
  store: Store,
  call: AppointmentCall,
  isTold: boolean,
  at: Instant,
): Edit[] =>
  [call, ...call.later].flatMap((matter) =>
    isTold ? notedIn(store, matter, at) : takenBackOf(store, matter),
  );

const notedIn = (
  { ledger, identity }: Store,
  { of: { id, values }, attendee }: Matter<AppointmentRecord>,
  at: Instant,
): Edit[] => {
  const sight = ledger.sightOf(attendee === null ? id : attendee.records[0]);
  const value = { start: values.slot.start, status: values.status, at };
  return sight === null ? [] : [{ verb: "set", sight, field: `told.${identity.member}`, value }];
};

const takenBackOf = ({ ledger }: Store, matter: Matter<AppointmentRecord>): Edit[] => {
  const last = tellingOf(matter);
  if (last === null) return [];
  const { of, attendee } = matter;
  const isNotedIn = (record: (typeof of)["id"]) =>
    ledger.get(attendanceKind, record)?.values.told[last.by] !== undefined;
  const records = attendee === null ? [of.id] : attendee.records.filter(isNotedIn);
  return records.flatMap((record): Edit[] => {
    const sight = ledger.sightOf(record);
    return sight === null ? [] : [{ verb: "rem", sight, field: `told.${last.by}` }];
  });
};
