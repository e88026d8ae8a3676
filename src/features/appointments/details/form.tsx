import QrCode from "lucide-solid/icons/qr-code";
import { createSignal, Show, untrack } from "solid-js";
import { toLocalDate } from "#domain/local-time.ts";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import {
  createHeadingFocus,
  focusFirstWrong,
  goOnWithEnter,
  isReadable,
  keepFocus,
} from "#features/parts/screen/focus.ts";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { useLocale } from "#i18n/locale.ts";
import { ActionBar } from "#ui/action-bar.tsx";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { createPageMark } from "#ui/page-mark.ts";
import { adviserOf } from "#features/parts/appointment-form/appointment-form.ts";
import { NotSaved } from "#features/parts/appointment-form/not-saved.tsx";
import {
  clashText,
  createShortWarnings,
  warningText,
} from "#features/parts/appointment-form/short-warnings.ts";
import { Actions } from "./actions.tsx";
import { Fields } from "./fields.tsx";
import { createDetails } from "./model.ts";
import { type Move, moveIn } from "./move-undo.ts";
import { useTellSaved } from "./saved-message.ts";
import { SeriesChoice } from "./series/series-choice.tsx";
import { createSeriesScope } from "./series/series-scope.ts";
import { SeriesSection } from "./series/series-section.tsx";
import { Standing } from "./standing.tsx";
import { Meeting } from "./meeting.tsx";
import { Course } from "./states/course.tsx";
import { StateSection } from "./states/state-section.tsx";
import { TimeStanding } from "./time-standing.tsx";
import "#features/parts/appointment-form/form.css";

/** An appointment that can be read, changed and cancelled on one page. */
export const DetailsForm = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const { store, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  createPageMark("wide");
  const scope = createSeriesScope(
    () => props.record,
    () => props.around,
  );
  const tellSaved = useTellSaved(() => props.record, scope.tellWidened);
  let move: Move | null = null;
  const details = createDetails(
    () => props.record,
    () => props.around,
    async (edits) => {
      const all = await scope.widen(edits);
      // Looked at last: the time may be moved while the question stands.
      move = all === null ? null : moveIn(store.ledger, props.record.id, all);
      return all;
    },
  );
  const now = createNow();
  const [isKindOpen, setKindOpen] = createSignal(false);
  const clashWords = () => {
    if (props.record.values.status === "cancelled") return "none";
    return adviserOf(details.form.values) === store.identity.member ? "own" : "other";
  };
  const warnings = createShortWarnings({
    form: details.form,
    held: details.held,
    around: () => props.around,
    clashWords,
    changed: { id: untrack(() => props.record.id), slot: () => props.record.values.slot },
    isQuiet: details.isBusy,
  });
  const client = () => props.record.values.client;
  let element: HTMLFormElement | undefined;
  createScreenTitle(() => texts().appointments.title);
  createHeadingFocus();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (details.isBusy() || element === undefined) return;
    details.form.setFailures([]);
    if (!isReadable(element)) return;
    // Read now: once it is saved, the time counts as one that stays.
    const clashes = clashText(warnings());
    const outcome = await details.save();
    if (outcome === "saved") {
      leaveWithRecord(toasts, store.ledger, tellSaved(name(), move, clashes), client());
      // The bar with the button is gone; somebody who is reading further down stays there.
      queueMicrotask(() => keepFocus(null, { preventScroll: true }));
    } else if (outcome === "nothing") {
      toasts.show({ text: texts().appointments.details.nothingChanged });
    } else if (outcome === "wrong") {
      if (details.form.failures()["end"] !== undefined) setKindOpen(true);
      focusFirstWrong(element);
    }
  };
  const name = () => clientName(props.record.values, props.around, texts());
  const subtitle = () => {
    const { start, end } = props.record.values.slot;
    const day = formats().dayLong(toLocalDate(start), toLocalDate(now()));
    return `${day} ${texts().common.at(formats().span(start, end))}`;
  };

  return (
    <>
      <PageHeader
        back={{ href: "/appointments", label: texts().appointments.details.back }}
        title={name()}
        subtitle={subtitle()}
      />
      <Standing record={props.record} changedUnder={details.changedUnder()} />
      <TimeStanding record={props.record} around={props.around} />
      <Course record={props.record} />
      <StateSection record={props.record} around={props.around} />
      <Meeting record={props.record} around={props.around} />
      <Show when={props.record.values.status !== "done"}>
        <ButtonLink href={`/appointments/${props.record.id}/hand-over`} icon={<QrCode />}>
          {texts().handOver.open}
        </ButtonLink>
      </Show>
      <Show when={details.isRestored()}>
        <Notice
          action={
            <Button kind="quiet" onClick={() => details.discard()}>
              {texts().appointments.details.discard}
            </Button>
          }
        >
          {texts().appointments.details.restored}
        </Notice>
      </Show>
      <form
        ref={(form) => (element = form)}
        id="appointment"
        class="appointment-form"
        novalidate
        onKeyDown={goOnWithEnter}
        onSubmit={(event) => void submit(event)}
      >
        <Fields
          record={props.record}
          around={props.around}
          details={details}
          clashWords={clashWords()}
          isKindOpen={isKindOpen()}
          onKindOpen={setKindOpen}
        >
          <SeriesSection record={props.record} />
          <Actions record={props.record} around={props.around} />
        </Fields>
      </form>
      <SeriesChoice scope={scope} around={props.around} />
      <NotSaved code={details.failure()} />
      <Show when={details.isChanged()}>
        <ActionBar warning={warningText(warnings())}>
          <Button
            type="submit"
            form="appointment"
            kind="primary"
            busy={details.isBusy()}
            busyLabel={texts().common.saving}
          >
            {texts().common.save}
          </Button>
        </ActionBar>
      </Show>
    </>
  );
};
