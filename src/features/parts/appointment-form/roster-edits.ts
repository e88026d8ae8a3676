import type { RecordId, ScopeId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { type Attendance, attendanceKind } from "#domain/kinds/attendance.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import type { Ledger } from "#store/ledger.ts";
import type { Edit } from "#store/write.ts";

/** What is known of somebody who is put on a roster, beside who it is. */
type Known = Partial<Pick<Attendance, "came" | "minutes" | "told">>;

/** Puts a client on the roster of an appointment. */
export const attendanceEdit = (
  record: RecordId,
  home: ScopeId,
  appointment: RecordId,
  client: RecordId,
  { came = "expected", minutes = null, told = {} }: Known = {},
): Edit => ({
  verb: "new",
  record,
  kind: attendanceKind.name,
  home,
  fields: {
    appointment,
    client,
    came,
    minutes,
    ...(Object.keys(told).length === 0 ? {} : { told }),
  },
});

/** Takes records of a roster away, as far as they are still here. */
export const removalsOf = (ledger: Ledger, records: readonly RecordId[]): Edit[] =>
  records.flatMap((record): Edit[] => {
    const sight = ledger.sightOf(record);
    return sight === null ? [] : [{ verb: "del", sight }];
  });

/** Takes an addition back, with the client that it made unless something else is about that client by now. */
export const additionTakenBack = (
  ledger: Ledger,
  attendance: RecordId,
  made: RecordId | null,
): Edit[] => {
  const isAbout = ({ values }: { readonly values: { readonly client: RecordId | null } }) =>
    values.client === made;
  const others = [
    ...[...ledger.all(attendanceKind).values()].filter(({ id }) => id !== attendance),
    ...ledger.all(appointmentKind).values(),
    ...ledger.all(waitingKind).values(),
  ];
  const isOwn = made !== null && !others.some(isAbout);
  return removalsOf(ledger, isOwn ? [attendance, made] : [attendance]);
};

/** Takes everybody off the roster of an appointment that goes. */
export const rosterRemovals = (ledger: Ledger, appointment: RecordId): Edit[] => {
  const all = [...ledger.all(attendanceKind).values()];
  const own = all.filter(({ values }) => values.appointment === appointment);
  return removalsOf(
    ledger,
    own.map(({ id }) => id),
  );
};
