import { createMemo, For, Show } from "solid-js";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { attendanceKind } from "#domain/kinds/attendance.ts";
import { rosterOf } from "#domain/kinds/roster.ts";
import { followUpsOf } from "#domain/meeting/follow-ups.ts";
import { phaseOf } from "#domain/meeting/states.ts";
import { createNow, createRecords } from "#features/environment.tsx";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { AttendeeRow } from "./attendee-row.tsx";

/** Who came of a roster, each in one press, and each one's own time after it. */
export const AttendanceSection = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const { texts } = useLocale();
  const attendances = createRecords(attendanceKind);
  const appointments = createRecords(appointmentKind);
  const now = createNow();
  const attendees = createMemo(() =>
    rosterOf(attendances().values(), props.record.id)
      .map((one) => ({ ...one, name: clientName(one, props.around, texts()) }))
      .sort((one, other) => one.name.localeCompare(other.name, "fi")),
  );
  const followUps = createMemo(() => followUpsOf(appointments().values(), props.record.id, now()));
  const words = () => texts().after.roster;
  const counts = () => {
    const all = attendees();
    const came = all.filter((one) => one.came === "arrived").length;
    const booked = all.filter(({ client }) => followUps().has(client)).length;
    const lines = [words().count(came, all.length), words().bookedOf(booked, all.length)];
    return lines.join(" · ");
  };
  const isBegun = () => phaseOf(props.record.values.slot, now()) !== "ahead";
  // A person's row stays the same one while it is ticked: the focus is in it.
  const clients = createMemo(() => attendees().map(({ client }) => client), undefined, {
    equals: (one, other) => one.join() === other.join(),
  });
  return (
    <Show when={isBegun()}>
      <section class="stack" data-gap="tight" aria-labelledby="attendance">
        <SectionTitle id="attendance">{words().title}</SectionTitle>
        <Show when={clients().length > 0} fallback={<p>{words().none}</p>}>
          <p>{counts()}</p>
          <RowList look="joined">
            <For each={clients()}>
              {(client) => (
                <Show when={attendees().find((one) => one.client === client)}>
                  {(attendee) => (
                    <AttendeeRow
                      group={props.record.id}
                      attendee={attendee()}
                      followUp={followUps().get(client)}
                    />
                  )}
                </Show>
              )}
            </For>
          </RowList>
        </Show>
      </section>
    </Show>
  );
};
