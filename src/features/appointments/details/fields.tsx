import { createMemo, type JSX, Show, untrack } from "solid-js";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import { createNow, createRecords, useEnvironment, useStanding } from "#features/environment.tsx";
import { AdviserField } from "#features/parts/appointment-form/adviser-field.tsx";
import { adviserOf } from "#features/parts/appointment-form/appointment-form.ts";
import { placesByUse } from "#features/parts/appointment-form/form-places.ts";
import { KindSummary } from "#features/parts/appointment-form/kind-summary.tsx";
import { MeetingFormField } from "#features/parts/appointment-form/meeting-form-field.tsx";
import { MeetingFields } from "#features/parts/appointment-form/meeting-fields.tsx";
import { NoteField } from "#features/parts/appointment-form/note-field.tsx";
import { PlaceField } from "#features/parts/appointment-form/place-field.tsx";
import { PlaceWarnings } from "#features/parts/appointment-form/place-warnings.tsx";
import { createAdvisersOf } from "#features/parts/appointment-form/team-advisers.ts";
import type { ClashWords } from "#features/parts/appointment-form/time-notices.tsx";
import { TimeFields } from "#features/parts/appointment-form/time-fields.tsx";
import { ConflictMarks } from "#features/parts/conflicts/conflict-marks.tsx";
import {
  type AppointmentRecord,
  type Around,
  standingFrom,
} from "#features/parts/times/appointment-view.ts";
import type { SlotPart } from "#features/parts/times/slot-parts.ts";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import type { DetailsModel } from "./model.ts";
import { RosterSection } from "./roster-section.tsx";
import { WhoSection } from "./who-section.tsx";

/** The fields whose conflicts are marked under them; the marks of all others stand at the end. */
const markedFields = [
  "client",
  "title",
  "capacity",
  "partners",
  "coLeaders",
  "channel",
  "slot",
  "form",
  "guidance",
  "language",
  "needs",
  "note",
] as const;

/** What can be changed of an appointment, with what two people wrote under each field. */
export const Fields = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
  readonly details: DetailsModel;
  /** Whose time is told to clash, or that none is. */
  readonly clashWords: ClashWords;
  readonly isKindOpen: boolean;
  readonly onKindOpen: (isOpen: boolean) => void;
  /** What else can be done with it, behind its last field. */
  readonly children: JSX.Element;
}) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const appointments = createRecords(appointmentKind);
  const now = createNow();
  /** Whose time it would take as the form stands, not whose it is. */
  const adviser = () => adviserOf(props.details.form.values);
  const sorted = useStanding();
  const advisers = createAdvisersOf(
    () => props.record.home,
    () => props.details.form.values.adviser,
  );
  const ordered = createMemo(() =>
    placesByUse(props.around, untrack(appointments), store.identity.member),
  );
  const taken = createMemo(() => {
    const chosen = adviser();
    if (chosen === null) return [];
    return standingFrom(sorted(), now(), chosen).filter(({ id }) => id !== props.record.id);
  });
  const parts = createMemo(() => partsOfForm(props.details.form.values.form));
  const marks = (...fields: readonly (typeof markedFields)[number][]) => (
    <ConflictMarks record={props.record.id} fields={fields} around={props.around} />
  );
  const slotMarks = (part: SlotPart) => (
    <ConflictMarks
      record={props.record.id}
      fields={["slot"]}
      slotPart={part}
      around={props.around}
    />
  );
  return (
    <>
      <div class="stack appointment-who">
        <MeetingFormField form={props.details.form} />
        {marks("form")}
        <Show when={parts().client}>
          <WhoSection details={props.details} />
          <ConflictMarks
            record={props.record.values.client}
            fields={[]}
            others
            around={props.around}
          />
        </Show>
        {marks("client")}
        <MeetingFields
          form={props.details.form}
          team={props.record.home}
          except={props.record.id}
        />
        {marks("title", "capacity", "partners", "coLeaders")}
        <RosterSection
          record={props.record}
          around={props.around}
          form={props.details.form.values.form}
        />
        <PlaceField form={props.details.form} around={props.around} ordered={ordered()} />
        {slotMarks("place")}
        {marks("channel")}
      </div>
      <div class="stack appointment-when">
        <TimeFields
          form={props.details.form}
          adviser={adviser()}
          taken={taken()}
          held={props.details.held}
          around={props.around}
          clashWords={props.clashWords}
          except={props.record.id}
          presentStart={props.record.values.slot.start}
        />
        {slotMarks("time")}
        <PlaceWarnings
          form={props.details.form}
          around={props.around}
          held={props.details.held}
          except={props.record.id}
          isQuiet={props.clashWords === "none"}
        />
        <AdviserField
          present={props.details.form.values.adviser}
          advisers={advisers()}
          onChoose={(chosen) => props.details.form.change({ adviser: chosen })}
        />
        {slotMarks("adviser")}
      </div>
      <div class="stack appointment-what">
        <KindSummary
          form={props.details.form}
          habit={null}
          open={props.isKindOpen}
          onOpenChange={(isOpen) => props.onKindOpen(isOpen)}
        />
        {marks("guidance", "language", "needs")}
        <NoteField form={props.details.form} />
        {marks("note")}
        <ConflictMarks
          record={props.record.id}
          fields={markedFields}
          others
          around={props.around}
        />
        <Show when={props.details.isDraftLost()}>
          <Notice tone="waiting">{texts().appointments.details.draftNotKept}</Notice>
        </Show>
        {props.children}
      </div>
    </>
  );
};
