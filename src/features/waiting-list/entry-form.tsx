import { createMemo, Show } from "solid-js";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { type Fields, isSameJson } from "#domain/json.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { parseWish, type WishForm } from "#domain/waiting/waiting-form.ts";
import { waitingDraftId } from "#features/draft-names.ts";
import { createNow, createRecords, useEnvironment } from "#features/environment.tsx";
import { ConflictMarks } from "#features/parts/conflicts/conflict-marks.tsx";
import { telHref } from "#features/parts/contact/phone-links.ts";
import { createFollowingForm } from "#features/parts/following-form/following-form.ts";
import {
  createHeadingFocus,
  focusFirstWrong,
  goOnWithEnter,
} from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { type Around, clientName } from "#features/parts/times/appointment-view.ts";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { phoneText } from "#features/parts/values/phone-text.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { writeFields } from "#features/parts/values/write-fields.ts";
import type { WaitingEntry } from "#features/parts/waiting/freed.ts";
import { waitText } from "#features/parts/waiting/waiting-text.ts";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { ActionBar } from "#ui/action-bar.tsx";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { wishFormOf } from "./wish.ts";
import { WishFields } from "./wish-fields.tsx";
import "#features/parts/screen/choices.css";

/** Somebody who waits: what for, which can be changed, a time to book, and the way off the list and back. */
export const EntryForm = (props: { readonly entry: WaitingEntry; readonly around: Around }) => {
  const { store, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const clients = createRecords(clientKind);
  const appointments = createRecords(appointmentKind);
  const values = () => props.entry.values;
  const words = () => texts().waitingList;
  const { form, isTouched, isRestored, isDraftLost, isBusy, write } = createFollowingForm<WishForm>(
    {
      // oxlint-disable-next-line solid/reactivity -- a form is made anew for another entry
      record: props.entry.id,
      read: () => wishFormOf(props.entry.values),
      groups,
      // oxlint-disable-next-line solid/reactivity -- as above
      draftId: waitingDraftId(props.entry.id),
    },
  );
  const name = () => clientName(values(), props.around, texts());
  const phone = () => {
    const { client } = values();
    return client === null ? "" : (clients().get(client)?.values.phone ?? "");
  };
  const booked = createMemo(() => {
    const { appointment } = values();
    return appointment === null ? undefined : appointments().get(appointment);
  });
  const isWaiting = () => values().status === "waiting";
  const subtitle = () => {
    const shown = { texts: texts(), formats: formats(), today: toLocalDate(now()) };
    return isWaiting() ? waitText(values(), shown) : wordOf(texts().words.wait, values().status);
  };
  let element: HTMLFormElement | undefined;
  createScreenTitle(() => words().title);
  createHeadingFocus();

  const tell = (outcome: Parameters<typeof showUndoable>[2], done: string, undone: string) => {
    const toast = showUndoable(toasts, texts(), outcome, { done, undone });
    leaveWithRecord(toasts, store.ledger, toast, values().client);
  };
  const setStatus = async (status: "waiting" | "withdrawn") => {
    const done = status === "waiting" ? words().backInLine(name()) : words().withdrawn(name());
    const fields = status === "waiting" ? { status, appointment: null } : { status };
    tell(await writeFields(store, props.entry.id, fields), done, words().undone);
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy()) return;
    const parsed = parseWish({ ...form.values });
    form.setFailures(parsed.ok ? [] : parsed.failure);
    if (!parsed.ok) {
      if (element !== undefined) focusFirstWrong(element);
      return;
    }
    const present: Fields = { ...values() };
    const changed = Object.entries(parsed.value).filter(
      ([field, value]) => !isSameJson(value, present[field] ?? null),
    );
    tell(await write(Object.fromEntries(changed)), words().saved(name()), words().savedUndone);
  };
  return (
    <>
      <PageHeader
        back={{ href: "/waiting", label: words().back }}
        title={name()}
        subtitle={subtitle()}
      />
      <Show when={booked()}>
        {(appointment) => {
          const start = () => appointment().values.slot.start;
          const day = () => formats().dayShort(toLocalDate(start()), toLocalDate(now()));
          return (
            <ButtonLink href={`/appointments/${appointment().id}`}>
              {words().gotTime(day(), formats().time(start()))}
            </ButtonLink>
          );
        }}
      </Show>
      <div class="choices">
        <Show when={isWaiting()}>
          <ButtonLink kind="primary" href={`/book?waiting=${props.entry.id}`}>
            {words().bookFor}
          </ButtonLink>
        </Show>
        <Show when={phone()}>
          {(number) => (
            <ButtonLink href={telHref(number())}>
              {texts().appointments.details.call(phoneText(number()))}
            </ButtonLink>
          )}
        </Show>
      </div>
      <Show when={isRestored()}>
        <Notice>{texts().appointments.details.restored}</Notice>
      </Show>
      <form
        ref={(made) => (element = made)}
        id="waiting-entry"
        class="stack"
        novalidate
        onKeyDown={goOnWithEnter}
        onSubmit={(event) => void save(event)}
      >
        <WishFields form={form} around={props.around} />
        <ConflictMarks record={props.entry.id} fields={[]} others around={props.around} />
        <Show when={isDraftLost()}>
          <Notice tone="waiting">{words().draftNotKept}</Notice>
        </Show>
        <div class="choices">
          <Show
            when={isWaiting()}
            fallback={<Button onClick={() => void setStatus("waiting")}>{words().putBack}</Button>}
          >
            <Button onClick={() => void setStatus("withdrawn")}>{words().withdraw}</Button>
          </Show>
        </div>
      </form>
      <Show when={isTouched()}>
        <ActionBar>
          <Button
            type="submit"
            form="waiting-entry"
            kind="primary"
            busy={isBusy()}
            busyLabel={texts().common.saving}
          >
            {words().save}
          </Button>
        </ActionBar>
      </Show>
    </>
  );
};

/** Each field of the record by those of the form that are written into it. */
const groups = {
  guidance: ["guidance"],
  channel: ["channel"],
  lengthInMinutes: ["length"],
  places: ["places"],
  municipalities: ["municipalities"],
  when: ["when"],
  asked: ["asked"],
  latest: ["latest"],
  note: ["note"],
} as const;
