import { Show } from "solid-js";
import { doerCodes } from "#domain/kinds/appointment-codes.ts";
import type { AfterForm } from "#domain/meeting/after.ts";
import { useEnvironment } from "#features/environment.tsx";
import { focusFirstWrong, goOnWithEnter, keepFocus } from "#features/parts/screen/focus.ts";
import {
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { Notice } from "#ui/notice.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { TextAreaField } from "#ui/text-area-field.tsx";
import { TextField } from "#ui/text-field.tsx";
import { createAfter } from "./model.ts";

/** What came of the meeting: how long it was, what was agreed, what happens next. Every part may stay empty. */
export const AfterSection = (props: {
  readonly record: AppointmentRecord;
  readonly around: Around;
}) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const after = createAfter(() => props.record);
  const words = () => texts().after;
  const sentenceOf = (field: keyof AfterForm) => {
    const code = after.form.failures()[field];
    return code === undefined ? undefined : texts().failures[code];
  };
  let element: HTMLFormElement | undefined;

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (after.isBusy()) return;
    const outcome = await after.save();
    if (outcome === null) {
      if (element !== undefined) focusFirstWrong(element);
      return;
    }
    const who = clientName(props.record.values, props.around, texts());
    const said = { done: words().saved(who), undone: words().undone };
    const toast = showUndoable(toasts, texts(), outcome, said);
    leaveWithRecord(toasts, store.ledger, toast, props.record.values.client);
    // The button goes with what it saved.
    if (outcome.ok) queueMicrotask(() => keepFocus(document.getElementById("after")));
  };

  return (
    <section class="stack" aria-labelledby="after">
      <SectionTitle id="after">{words().title}</SectionTitle>
      <Show when={after.isRestored()}>
        <Notice>{words().restored}</Notice>
      </Show>
      <form
        ref={(form) => (element = form)}
        class="stack"
        novalidate
        aria-labelledby="after"
        onKeyDown={goOnWithEnter}
        onSubmit={(event) => void save(event)}
      >
        <TextField
          label={words().minutes}
          mark={texts().common.notRequired}
          error={sentenceOf("minutes")}
          inputMode="numeric"
          enterKeyHint="next"
          value={after.form.values.minutes}
          onInput={(minutes) => after.form.change({ minutes })}
        />
        <TextAreaField
          label={words().outcome}
          mark={texts().common.notRequired}
          hint={words().outcomeHint}
          error={sentenceOf("outcome")}
          value={after.form.values.outcome}
          onInput={(outcome) => after.form.change({ outcome })}
        />
        <TextField
          label={words().what}
          mark={texts().common.notRequired}
          hint={words().whatHint}
          error={sentenceOf("what")}
          enterKeyHint="next"
          value={after.form.values.what}
          onInput={(what) => after.form.change({ what })}
        />
        <Show when={after.form.values.what.trim() !== "" || after.form.values.due !== ""}>
          <ChoiceChips
            label={words().who}
            options={doerCodes.map((code) => ({
              value: code as string,
              label: texts().words.doer[code],
            }))}
            value={after.form.values.by}
            onChange={(by) => after.form.change({ by })}
          />
          <TextField
            label={words().due}
            mark={texts().common.notRequired}
            error={sentenceOf("due")}
            type="date"
            value={after.form.values.due}
            onInput={(due) => after.form.change({ due })}
          />
        </Show>
        <Show when={after.isDraftLost()}>
          <Notice tone="waiting">{words().draftNotKept}</Notice>
        </Show>
        <Show when={after.isOpen()}>
          <Button
            type="submit"
            kind="primary"
            busy={after.isBusy()}
            busyLabel={texts().common.saving}
          >
            {words().save}
          </Button>
        </Show>
      </form>
    </section>
  );
};
