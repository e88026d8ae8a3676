import { type Accessor, createMemo } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind, isLedBy } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { type RosterClient, rostersOf } from "#domain/kinds/roster.ts";
import { type Call, callsOf } from "#domain/meeting/calls.ts";
import { createNow, createRecords, useEnvironment } from "#features/environment.tsx";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import type { Whose } from "#features/parts/times/whose-choice.tsx";

export type AppointmentCall = Call<AppointmentRecord>;

/** The calls of today, with the number of each, empty for none: of the times that one leads, alone or with others, or of the team. */
export const createCalls = (
  whose: Accessor<Whose>,
): {
  readonly calls: Accessor<readonly AppointmentCall[]>;
  readonly phoneOf: (call: AppointmentCall) => string;
} => {
  const { member } = useEnvironment().store.identity;
  const appointments = createRecords(appointmentKind);
  const attendances = createRecords(attendanceKind);
  const clients = createRecords(clientKind);
  const now = createNow();
  const rosters = createMemo(() => rostersOf(attendances().values()));
  const nameOf = ({ client }: RosterClient) => clients().get(client)?.values.name ?? "";
  const rosterOf = (appointment: RecordId) =>
    [...(rosters().get(appointment) ?? [])].sort((one, other) =>
      nameOf(one).localeCompare(nameOf(other), "fi"),
    );
  const calls = createMemo(() => {
    const all = [...appointments().values()];
    const asked = whose() === "team" ? all : all.filter(({ values }) => isLedBy(values, member));
    return callsOf(asked, rosterOf, now());
  });
  return { calls, phoneOf: ({ client }) => clients().get(client)?.values.phone ?? "" };
};
