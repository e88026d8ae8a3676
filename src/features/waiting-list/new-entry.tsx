import { useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { isSameJson } from "#domain/json.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { WaitingForm } from "#domain/waiting/waiting-form.ts";
import { newWaitingDraftId } from "#features/draft-names.ts";
import { useEnvironment } from "#features/environment.tsx";
import { createDraft } from "#features/parts/appointment-form/draft.ts";
import { ErasedNotice } from "#features/parts/appointment-form/erased-notice.tsx";
import { createErasedPeople, isNobody } from "#features/parts/appointment-form/erased-people.ts";
import { createFormState } from "#features/parts/appointment-form/form-state.ts";
import { NoTeam } from "#features/parts/appointment-form/no-team.tsx";
import { NotSaved } from "#features/parts/appointment-form/not-saved.tsx";
import {
  createHeadingFocus,
  focusFirstWrong,
  goOnWithEnter,
} from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { ActionBar } from "#ui/action-bar.tsx";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { makeAddEntry } from "./add-entry.ts";
import { formOfAppointment } from "./from-appointment.ts";
import { parseNewDraft } from "./stored.ts";
import { WhoWaits } from "./who-waits.tsx";
import { newWaitingForm } from "./wish.ts";
import { WishFields } from "./wish-fields.tsx";

/** Puts somebody on the waiting list: a known client or a new one, and what for. */
export const NewEntry = (props: { readonly around: Around }) => {
  const { store, clock } = useEnvironment();
  const { texts } = useLocale();
  const [query] = useSearchParams();
  const words = () => texts().waitingList;
  const empty = newWaitingForm(toLocalDate(clock.now()));
  const starting = formOfAppointment(query["appointment"], store, empty) ?? empty;
  const draftId = newWaitingDraftId(starting.client);
  const restored = parseNewDraft(store.drafts.read(draftId));
  const form = createFormState<WaitingForm>(restored ?? starting);
  const hasLetGo = createErasedPeople(
    () => [form.values.client],
    () => {
      const { client, name, phone, language } = empty;
      form.change({ client, name, phone, language });
    },
  );
  const [isRestored, setRestored] = createSignal(restored !== null);
  const [isDraftLost, setDraftLost] = createSignal(false);
  const content = () => (isSameJson({ ...form.values }, starting) ? null : { ...form.values });
  const draft = createDraft(store.drafts, draftId, content, () => setDraftLost(true));
  const adding = makeAddEntry(form, draftId, () => void draft.finish());
  let element: HTMLFormElement | undefined;
  createScreenTitle(() => words().newTitle);
  createHeadingFocus();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (adding.isBusy()) return;
    const outcome = await adding.add();
    if (outcome === "wrong" && element !== undefined) focusFirstWrong(element);
  };
  const startOver = () => {
    form.change(starting);
    setRestored(false);
  };
  return (
    <>
      <PageHeader back={{ href: "/waiting", label: words().back }} title={words().newTitle} />
      <NoTeam />
      <Show when={isRestored()}>
        <Notice
          action={
            <Button kind="quiet" onClick={startOver}>
              {words().startOver}
            </Button>
          }
        >
          {words().restored}
        </Notice>
      </Show>
      <form
        ref={(made) => (element = made)}
        id="waiting-new"
        class="stack"
        novalidate
        onKeyDown={goOnWithEnter}
        onSubmit={(event) => void submit(event)}
      >
        <ErasedNotice of="chosen" isShown={hasLetGo() && isNobody(form.values)} />
        <WhoWaits form={form} />
        <WishFields form={form} around={props.around} />
        <Show when={isDraftLost()}>
          <Notice tone="waiting">{words().draftNotKept}</Notice>
        </Show>
      </form>
      <NotSaved code={adding.failure()} />
      <ActionBar>
        <Button
          type="submit"
          form="waiting-new"
          kind="primary"
          busy={adding.isBusy()}
          busyLabel={texts().common.saving}
        >
          {words().addNow}
        </Button>
      </ActionBar>
    </>
  );
};
