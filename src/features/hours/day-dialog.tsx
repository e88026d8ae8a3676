import CircleX from "lucide-solid/icons/circle-x";
import { createMemo, createSignal, For, Show } from "solid-js";
import {
  type HoursRow,
  parseDayHours,
  stretchesADayMax,
  withDayHours,
} from "#domain/availability/hours-form.ts";
import type { FailureCode } from "#domain/failure.ts";
import type { RecordId } from "#domain/ids.ts";
import type { WorkingHours } from "#domain/kinds/adviser.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { createRecords, useEnvironment } from "#features/environment.tsx";
import { NotSaved } from "#features/parts/appointment-form/not-saved.tsx";
import { createFormState } from "#features/parts/appointment-form/form-state.ts";
import { focusFirstWrong, goOnWithEnter } from "#features/parts/screen/focus.ts";
import { replaceValue } from "#features/parts/values/replace-value.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { SelectField } from "#ui/select-field.tsx";
import { TextField } from "#ui/text-field.tsx";

const workdays = [1, 2, 3, 4, 5];
const anyPlace = "any";

/** The hours of one weekday, to be written anew; saved with a way back. */
export const DayDialog = (props: {
  readonly weekday: number;
  /** The whole week as it is written. */
  readonly hours: readonly WorkingHours[];
  readonly ofDay: readonly WorkingHours[];
  readonly onClose: () => void;
}) => {
  const { store, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const places = createRecords(placeKind);
  const rowOf = ({ from, until, place }: WorkingHours): HoursRow => ({
    from: formats().minute(from),
    until: formats().minute(until),
    place,
  });
  const empty: HoursRow = { from: "", until: "", place: null };
  // oxlint-disable-next-line solid/reactivity -- a dialog is made anew for another day
  const first = props.ofDay.map(rowOf);
  const form = createFormState<{ readonly rows: readonly HoursRow[]; readonly isEvery: boolean }>({
    rows: first.length === 0 ? [empty] : first,
    isEvery: false,
  });
  const [failure, setFailure] = createSignal<FailureCode | null>(null);
  let element: HTMLFormElement | undefined;
  const day = () => texts().hours.weekdays[props.weekday - 1] ?? "";
  const placeOptions = createMemo(() => [
    { value: anyPlace, label: texts().hours.anyPlace },
    ...[...places().values()]
      .map(({ id, values }) => ({ value: id as string, label: values.name }))
      .sort((one, other) => (one.label < other.label ? -1 : 1)),
  ]);
  const sentenceOf = (field: string) => {
    const code = form.failures()[field];
    return code === undefined ? undefined : texts().failures[code];
  };
  const change = (nth: number, changes: Partial<HoursRow>) => {
    const rows = form.values.rows.map((row, at) => (at === nth ? { ...row, ...changes } : row));
    form.change({ rows });
    form.setFailures([]);
  };
  const remove = (nth: number) => {
    form.change({ rows: form.values.rows.filter((_, at) => at !== nth) });
    form.setFailures([]);
  };
  const isBlank = ({ from, until }: HoursRow) => from.trim() === "" && until.trim() === "";

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setFailure(null);
    // A single empty row says that the day is not worked.
    const { rows, isEvery } = form.values;
    const parsed = parseDayHours(
      props.weekday,
      rows.length === 1 ? rows.filter((row) => !isBlank(row)) : rows,
    );
    form.setFailures(parsed.ok ? [] : parsed.failure);
    if (!parsed.ok) {
      if (element !== undefined) focusFirstWrong(element);
      return;
    }
    const said = texts();
    const done = isEvery ? said.hours.savedWorkdays : said.hours.saved(day());
    const hours = withDayHours(props.hours, isEvery ? workdays : [props.weekday], parsed.value);
    const id = store.identity.member as string as RecordId;
    const written = await replaceValue(store, id, "hours", hours);
    if (!written.ok) {
      setFailure(written.failure.code);
      return;
    }
    showUndoable(toasts, said, written, { done, undone: said.hours.undone });
    props.onClose();
  };
  return (
    <Dialog
      open
      title={day()}
      closeLabel={texts().common.cancel}
      onClose={() => props.onClose()}
      footer={
        <Button type="submit" form="day-hours" kind="primary">
          {texts().common.save}
        </Button>
      }
    >
      <form
        ref={(made) => (element = made)}
        id="day-hours"
        class="stack"
        novalidate
        onKeyDown={goOnWithEnter}
        onSubmit={(event) => void save(event)}
      >
        <Show when={form.values.rows.length > 0} fallback={<p>{texts().hours.free}</p>}>
          {/* By their number: what is typed into a row makes another row of it. */}
          <For each={form.values.rows.map((_, nth) => nth)}>
            {(nth) => (
              <div class="hours-row" role="group" aria-label={texts().hours.stretch(nth + 1)}>
                <TextField
                  label={texts().hours.from}
                  error={sentenceOf(`from.${nth}`)}
                  inputMode="decimal"
                  enterKeyHint="next"
                  value={form.values.rows[nth]?.from ?? ""}
                  onInput={(from) => change(nth, { from })}
                />
                <TextField
                  label={texts().hours.until}
                  error={sentenceOf(`until.${nth}`)}
                  inputMode="decimal"
                  enterKeyHint="next"
                  value={form.values.rows[nth]?.until ?? ""}
                  onInput={(until) => change(nth, { until })}
                />
                <IconButton
                  label={texts().hours.removeStretch(nth + 1)}
                  onClick={() => remove(nth)}
                >
                  <CircleX />
                </IconButton>
                <SelectField
                  label={texts().hours.place}
                  options={placeOptions()}
                  value={form.values.rows[nth]?.place ?? anyPlace}
                  onChange={(place) =>
                    change(nth, { place: place === anyPlace ? null : (place as RecordId) })
                  }
                />
              </div>
            )}
          </For>
        </Show>
        <Show when={form.values.rows.length < stretchesADayMax}>
          <Button kind="quiet" onClick={() => form.change({ rows: [...form.values.rows, empty] })}>
            {texts().hours.addStretch}
          </Button>
        </Show>
        <Show when={workdays.includes(props.weekday)}>
          <Checkbox
            label={texts().hours.everyWorkday}
            checked={form.values.isEvery}
            onChange={(isEvery) => form.change({ isEvery })}
          />
        </Show>
        <NotSaved code={failure()} />
      </form>
    </Dialog>
  );
};
