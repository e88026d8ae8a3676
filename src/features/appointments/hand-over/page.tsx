import { useParams } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { detailsDraftId } from "#features/draft-names.ts";
import { createRecords, useEnvironment } from "#features/environment.tsx";
import { browserHandOver, type HandOver } from "#features/parts/screen/file-hand-over.ts";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { clientLocale, clientWords } from "#i18n/client-words.ts";
import { useLocale } from "#i18n/locale.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { createHush } from "#ui/toasts.ts";
import { MissingAppointment } from "#features/parts/appointment-form/missing-appointment.tsx";
import { createHandedEvent } from "./handed-event.ts";
import { createScreenAwake } from "./screen-awake.ts";
import { Sharing } from "./sharing.tsx";
import { Slip } from "./slip.tsx";
import { Warnings } from "./warnings.tsx";

/** An appointment's time to take along, by its address. The screen is turned to the client: nobody's name is on it but the adviser's,
 * and no message lies over its code. */
export const HandOverPage = (props: {
  /** The browser itself unless a test has its own. */
  readonly handOver?: HandOver;
}) => {
  const params = useParams<{ id: string }>();
  createHush(useEnvironment().toasts);
  const appointments = createRecords(appointmentKind);
  const record = createMemo(() => appointments().get(params.id as RecordId));
  return (
    <Show when={record()} fallback={<MissingAppointment id={params.id as RecordId} />}>
      {(appointment) => (
        <Sheet record={appointment()} handOver={props.handOver ?? browserHandOver} />
      )}
    </Show>
  );
};

const Sheet = (props: { readonly record: AppointmentRecord; readonly handOver: HandOver }) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const around = createAround();
  const language = () => clientLocale(props.record.values.language);
  const words = () => clientWords[language()];
  const { event, doubt } = createHandedEvent(() => props.record, around, words);
  createScreenTitle(() => texts().handOver.title);
  createHeadingFocus();
  createScreenAwake();
  return (
    <>
      <PageHeader
        back={{ href: `/appointments/${props.record.id}`, label: texts().handOver.back }}
        title={texts().handOver.title}
      />
      <Warnings
        doubt={doubt()}
        isUnsaved={store.drafts.read(detailsDraftId(props.record.id)) !== null}
      />
      <Slip event={event()} words={words()} language={language()} />
      <p>{texts().handOver.brightness}</p>
      <Sharing event={event()} words={words()} handOver={props.handOver} />
    </>
  );
};
