import { useParams } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { createAround } from "#features/appointment-row.tsx";
import { createRecords } from "#features/environment.tsx";
import { createHeadingFocus } from "#features/focus.ts";
import { createScreenTitle } from "#features/screen-title.ts";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { PageHeader } from "#ui/page-header.tsx";
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
    <Show when={shownId()} keyed fallback={<Missing />}>
      {(_id: RecordId) => (
        <Show when={record()}>
          {(appointment) => <DetailsForm record={appointment()} around={around()} />}
        </Show>
      )}
    </Show>
  );
};

const Missing = () => {
  const { texts } = useLocale();
  createScreenTitle(() => texts().appointments.details.missingTitle);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        title={texts().appointments.details.missingTitle}
        subtitle={texts().appointments.details.missingText}
      />
      <ButtonLink href="/appointments">{texts().appointments.details.toList}</ButtonLink>
    </>
  );
};
