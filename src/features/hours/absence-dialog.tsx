import { createMemo, createSignal, Show } from "solid-js";
import { type AbsenceForm, parseAbsence } from "#domain/availability/absence-form.ts";
import type { FailureCode } from "#domain/failure.ts";
import { addDays, toLocalDate } from "#domain/local-time.ts";
import { ok } from "#domain/result.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import { createNow, useEnvironment, useStanding } from "#features/environment.tsx";
import { createFormState } from "#features/parts/appointment-form/form-state.ts";
import { NotSaved } from "#features/parts/appointment-form/not-saved.tsx";
import { teamScopeOf } from "#features/parts/appointment-form/team-scope.ts";
import { focusFirstWrong, goOnWithEnter } from "#features/parts/screen/focus.ts";
import { standingFrom } from "#features/parts/times/appointment-view.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-field.tsx";
import { absenceEdit, absenceText } from "./absence-text.ts";

/** Writes down an absence: whole days, or from one hour to another. */
export const AbsenceDialog = (props: { readonly onClose: () => void }) => {
  const { store, toasts, clock } = useEnvironment();
  const { texts, formats } = useLocale();
  const { member } = store.identity;
  const sorted = useStanding();
  const now = createNow();
  const tomorrow = addDays(toLocalDate(clock.now()), 1);
  const form = createFormState<AbsenceForm>({
    first: tomorrow,
    last: tomorrow,
    isWhole: true,
    from: "",
    until: "",
  });
  const [failure, setFailure] = createSignal<FailureCode | "no-team" | null>(null);
  let element: HTMLFormElement | undefined;
  const parsed = createMemo(() => parseAbsence({ ...form.values }));
  /** How many times are agreed during the absence as it stands in the form. */
  const meanwhile = createMemo(() => {
    const read = parsed();
    if (!read.ok) return 0;
    const after = standingFrom(sorted(), read.value.start, member);
    return after.filter(({ values }) => isOverlapping(values.slot, read.value)).length;
  });
  const sentenceOf = (field: keyof AbsenceForm) => {
    const code = form.failures()[field];
    return code === undefined ? undefined : texts().failures[code];
  };
  /** One day is the commoner absence: the last day follows a first one behind it. */
  const chooseFirst = (first: string) =>
    form.change(first > form.values.last ? { first, last: first } : { first });
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setFailure(null);
    const read = parsed();
    form.setFailures(read.ok ? [] : read.failure);
    if (!read.ok) {
      if (element !== undefined) focusFirstWrong(element);
      return;
    }
    const home = teamScopeOf(store);
    if (home === null) {
      setFailure("no-team");
      return;
    }
    const said = texts();
    const done = said.hours.absenceSaved(absenceText(read.value, now(), formats(), said));
    const record = store.newRecordId();
    const written = await store.write([absenceEdit(record, home, member, read.value)]);
    if (!written.ok) {
      setFailure(written.failure.code);
      return;
    }
    const takeBack = () => {
      const sight = store.ledger.sightOf(record);
      return store.write(sight === null ? [] : [{ verb: "del", sight }]);
    };
    showUndoable(toasts, said, ok(takeBack), { done, undone: said.hours.absenceUndone });
    props.onClose();
  };
  const timeField = (field: "from" | "until") => (
    <TextField
      label={texts().hours[field]}
      error={sentenceOf(field)}
      inputMode="decimal"
      enterKeyHint="next"
      value={form.values[field]}
      onInput={(typed) => form.change({ [field]: typed })}
    />
  );
  return (
    <Dialog
      open
      title={texts().hours.addAbsence}
      description={texts().hours.whyNot}
      closeLabel={texts().common.cancel}
      onClose={() => props.onClose()}
      footer={
        <Button type="submit" form="absence" kind="primary">
          {texts().hours.saveAbsence}
        </Button>
      }
    >
      <form
        ref={(made) => (element = made)}
        id="absence"
        class="stack"
        novalidate
        onKeyDown={goOnWithEnter}
        onSubmit={(event) => void save(event)}
      >
        <TextField
          type="date"
          label={texts().hours.first}
          error={sentenceOf("first")}
          value={form.values.first}
          onInput={chooseFirst}
        />
        <TextField
          type="date"
          label={texts().hours.last}
          error={sentenceOf("last")}
          value={form.values.last}
          min={form.values.first}
          onInput={(last) => form.change({ last })}
        />
        <ChoiceChips
          label={texts().hours.extent}
          options={[
            { value: "whole", label: texts().hours.wholeDays },
            { value: "part", label: texts().hours.partOfDay },
          ]}
          value={form.values.isWhole ? "whole" : "part"}
          onChange={(extent) => form.change({ isWhole: extent === "whole" })}
        />
        <Show when={!form.values.isWhole}>
          <div class="hours-times">
            {timeField("from")}
            {timeField("until")}
          </div>
        </Show>
        <div role="status">
          <Show when={meanwhile() > 0}>
            <Notice tone="waiting">{texts().hours.meanwhile(meanwhile())}</Notice>
          </Show>
        </div>
        <NotSaved code={failure()} />
      </form>
    </Dialog>
  );
};
