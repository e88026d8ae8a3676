import { useParams } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { createRecords } from "#features/environment.tsx";
import { MissingAppointment } from "#features/parts/appointment-form/missing-appointment.tsx";
import { DetailsForm } from "./form.tsx";

/** One appointment, by its address. */
export const AppointmentPage = () => {
  const params = useParams<{ id: string }>();
  const appointments = createRecords(appointmentKind);
  const around = createAround();
  const record = createMemo(() => appointments().get(params.id as RecordId));
  // The form lives as long as the same appointment is there; the record under it may change.
  const shownId = createMemo(() => record()?.id);
  return (
    <Show when={shownId()} keyed fallback={<MissingAppointment id={params.id as RecordId} />}>
      {(_id: RecordId) => (
        <Show when={record()}>
          {(appointment) => <DetailsForm record={appointment()} around={around()} />}
        </Show>
      )}
    </Show>
  );
};
