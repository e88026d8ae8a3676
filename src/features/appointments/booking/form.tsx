import { createMemo, createSignal, Show, untrack } from "solid-js";
import type { MemberId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { ActionBar } from "#ui/action-bar.tsx";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { createPageMark } from "#ui/page-mark.ts";
import { adviserName } from "#features/parts/times/appointment-view.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { ConflictMarks } from "#features/parts/conflicts/conflict-marks.tsx";
import { createNow, createRecords, useEnvironment } from "#features/environment.tsx";
import { createAfterFirstFrame } from "#features/parts/screen/grow.ts";
import {
  createHeadingFocus,
  focusFirstWrong,
  goOnWithEnter,
  isReadable,
} from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { AdviserField } from "#features/parts/appointment-form/adviser-field.tsx";
import { adviserOf } from "#features/parts/appointment-form/appointment-form.ts";
import { createTeamAdvisers } from "#features/parts/appointment-form/team-advisers.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import type { BookingFields } from "./booking-form.ts";
import { BookingRoster } from "./booking-roster.tsx";
import { RepeatSection } from "./repeat/repeat-section.tsx";
import type { BookingDraft } from "./stored.ts";
import { createBooking } from "./model.ts";
import { createSuggestion } from "./suggestion.ts";
import type { Origin } from "./origin.ts";
import { OriginLine } from "./origin-line.tsx";
import type { Habit } from "#features/parts/appointment-form/habit.ts";
import { placesByUse } from "#features/parts/appointment-form/form-places.ts";
import { slotOfForm, spanOf } from "#features/parts/appointment-form/form-times.ts";
import { ErasedNotice } from "#features/parts/appointment-form/erased-notice.tsx";
import { KindSummary } from "#features/parts/appointment-form/kind-summary.tsx";
import { MeetingFormField } from "#features/parts/appointment-form/meeting-form-field.tsx";
import { MeetingFields } from "#features/parts/appointment-form/meeting-fields.tsx";
import { NoTeam } from "#features/parts/appointment-form/no-team.tsx";
import { NotSaved } from "#features/parts/appointment-form/not-saved.tsx";
import { NoteField } from "#features/parts/appointment-form/note-field.tsx";
import { PlaceField } from "#features/parts/appointment-form/place-field.tsx";
import { PlaceWarnings } from "#features/parts/appointment-form/place-warnings.tsx";
import { teamScopeOf } from "#features/parts/appointment-form/team-scope.ts";
import {
  clashText,
  createShortWarnings,
  warningText,
} from "#features/parts/appointment-form/short-warnings.ts";
import { TimeFields } from "#features/parts/appointment-form/time-fields.tsx";
import { WhoFields } from "#features/parts/appointment-form/who-fields.tsx";
import "#features/parts/appointment-form/form.css";

/** The booking form, from opening to "booked". */
export const BookingForm = (props: {
  readonly draft: BookingDraft | null;
  readonly habit: Habit | null;
  readonly starting: BookingFields;
  /** What the booking goes on from. */
  readonly origin: Origin | null;
  /** A person has chosen the time that it opens with: it is no suggestion. */
  readonly isTimeChosen: boolean;
}) => {
  const { store } = useEnvironment();
  const { texts, formats } = useLocale();
  createPageMark("wide");
  // oxlint-disable-next-line solid/reactivity -- a form is made anew for another draft
  const booking = createBooking(props.draft, props.starting, props.origin);
  const around = createAround();
  // oxlint-disable-next-line solid/reactivity -- the same
  if (!props.isTimeChosen) createSuggestion(booking, around);
  const appointments = createRecords(appointmentKind);
  const ordered = createMemo(() =>
    placesByUse(around(), untrack(appointments), store.identity.member),
  );
  const advisers = createTeamAdvisers();
  const adviser = () => adviserOf(booking.form.values);
  const isOwn = () => adviser() === store.identity.member;
  /** Whose time it takes, if not the own: who came from a free time somewhere sees it at once. */
  const colleague = () => (isOwn() ? undefined : adviserName(adviser(), around(), texts()));
  const parts = createMemo(() => partsOfForm(booking.form.values.form));
  const now = createNow();
  const [isKindOpen, setKindOpen] = createSignal(false);
  let element: HTMLFormElement | undefined;
  createScreenTitle(() => texts().appointments.booking.title);
  createHeadingFocus();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (booking.isBusy() || element === undefined) return;
    booking.form.setFailures([]);
    if (!isReadable(element)) return;
    // Read now: what is being saved is looked at no more.
    const outcome = await booking.save(clashText(warnings()));
    if (outcome !== "wrong") return;
    if (booking.form.failures()["end"] !== undefined) setKindOpen(true);
    focusFirstWrong(element);
  };
  const clashWords = () => (isOwn() ? "booking" : "booking-other");
  const warnings = createShortWarnings({
    form: booking.form,
    held: booking.held,
    around,
    clashWords,
    isQuiet: booking.isBusy,
  });
  const chosenSlot = createMemo(() => slotOfForm(booking.form.values));
  const saveLabel = () => {
    const span = spanOf(booking.form.values);
    const { save, saveAt, timeMissing } = texts().appointments.booking;
    if (booking.form.values.start === "") return timeMissing;
    if (span === null) return save;
    const plan = booking.repetition.plan();
    if (plan?.times.length === 0) return texts().series.none;
    if (plan !== null) return texts().series.book(plan.times.length);
    const day = formats().dayShort(toLocalDate(span.start), toLocalDate(now()));
    return saveAt(day, formats().time(span.start));
  };
  const isBegun = createAfterFirstFrame();

  return (
    <>
      <PageHeader
        title={texts().appointments.booking.title}
        subtitle={colleague() === undefined ? undefined : `${texts().form.adviser}: ${colleague()}`}
        trailing={
          <Button kind="quiet" onClick={() => void booking.cancel()}>
            {texts().common.cancel}
          </Button>
        }
      />
      <NoTeam />
      <OriginLine origin={props.origin} />
      <Show when={props.draft}>
        <Notice
          action={
            <Button kind="quiet" onClick={() => void booking.startOver()}>
              {texts().appointments.booking.startOver}
            </Button>
          }
        >
          {texts().appointments.booking.restored}
        </Notice>
      </Show>
      <form
        ref={(form) => (element = form)}
        id="booking"
        class="appointment-form"
        novalidate
        onKeyDown={goOnWithEnter}
        onSubmit={(event) => void submit(event)}
      >
        <div class="stack appointment-who">
          <MeetingFormField form={booking.form} />
          <Show when={parts().client}>
            <ErasedNotice of="chosen" isShown={booking.known.isErased()} />
            <WhoFields
              form={booking.form}
              onType={(name) => booking.known.type(name)}
              onChoose={(client) => booking.known.choose(client)}
            />
            <ConflictMarks
              record={booking.form.values.client}
              fields={["name", "phone"]}
              around={around()}
            />
          </Show>
          <MeetingFields form={booking.form} team={teamScopeOf(store)} />
          <Show when={parts().roster}>
            <BookingRoster form={booking.form} isErased={booking.isRosterErased()} />
          </Show>
          <PlaceField form={booking.form} around={around()} ordered={ordered()} />
        </div>
        <Show when={isBegun()}>
          <div class="stack appointment-when">
            <TimeFields
              form={booking.form}
              adviser={adviser()}
              taken={booking.taken()}
              held={booking.held}
              around={around()}
              clashWords={clashWords()}
            />
            <PlaceWarnings
              form={booking.form}
              around={around()}
              held={booking.held}
              isQuiet={booking.isBusy()}
            />
          </div>
          <div class="stack appointment-what">
            <KindSummary
              form={booking.form}
              habit={props.habit}
              open={isKindOpen()}
              onOpenChange={setKindOpen}
              also={colleague()}
            >
              <AdviserField
                present={booking.form.values.adviser}
                advisers={advisers()}
                onChoose={(chosen) => booking.chooseAdviser(chosen as MemberId)}
              />
            </KindSummary>
            <RepeatSection
              repetition={booking.repetition}
              slot={chosenSlot()}
              around={around()}
              isSaving={booking.isBusy()}
            />
            <NoteField form={booking.form} />
            <Show when={booking.isDraftLost()}>
              <Notice tone="waiting">{texts().appointments.booking.draftNotKept}</Notice>
            </Show>
          </div>
        </Show>
      </form>
      <NotSaved code={booking.failure()} />
      <ActionBar warning={warningText(warnings())}>
        <Button
          type="submit"
          form="booking"
          kind="primary"
          busy={booking.isBusy()}
          busyLabel={texts().common.saving}
        >
          {saveLabel()}
        </Button>
      </ActionBar>
    </>
  );
};
