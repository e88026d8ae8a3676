import type { RecordId, ScopeId } from "#domain/ids.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Edit } from "#store/write.ts";

/** Puts a client on the roster of an appointment. */
export const attendanceEdit = (
  record: RecordId,
  home: ScopeId,
  appointment: RecordId,
  client: RecordId,
): Edit => ({
  verb: "new",
  record,
  kind: attendanceKind.name,
  home,
  fields: { appointment, client, came: "expected", minutes: null },
});

/** Takes records of a roster away, as far as they are still here. */
export const removalsOf = (ledger: Ledger, records: readonly RecordId[]): Edit[] =>
  records.flatMap((record): Edit[] => {
    const sight = ledger.sightOf(record);
    return sight === null ? [] : [{ verb: "del", sight }];
  });

/** Takes everybody off the roster of an appointment that goes. */
export const rosterRemovals = (ledger: Ledger, appointment: RecordId): Edit[] => {
  const all = [...ledger.all(attendanceKind).values()];
  const own = all.filter(({ values }) => values.appointment === appointment);
  return removalsOf(
    ledger,
    own.map(({ id }) => id),
  );
};
