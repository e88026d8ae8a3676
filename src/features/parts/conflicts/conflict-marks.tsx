import { createMemo, createSignal, For } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { parsePath } from "#domain/fields/path.ts";
import { useLocale } from "#i18n/locale.ts";
import { MarkButton } from "#ui/mark-button.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { createShown } from "#features/environment.tsx";
import { fieldWord } from "#features/parts/values/field-edits.ts";
import { ConflictSheet } from "./conflict-sheet.tsx";
import { createOpenConflicts } from "./open-conflicts.ts";
import { presentValue } from "./present-value.ts";
import { differingSlotParts, type SlotPart } from "#features/parts/times/slot-parts.ts";
import "./conflict-marks.css";

/** Marks under a field for its open conflicts; each opens what two people wrote. */
export const ConflictMarks = (props: {
  readonly record: RecordId | null;
  /** The fields that stand here; with `others` every field except them, also those of another version. */
  readonly fields: readonly string[];
  readonly others?: boolean;
  /** Of a conflict about a slot, only where it differs in this part. */
  readonly slotPart?: SlotPart;
  readonly around: Around;
}) => {
  const { texts } = useLocale();
  const open = createOpenConflicts();
  const shown = createShown(() => props.record);
  const [chosen, setChosen] = createSignal<RecordId | null>(null);
  const marks = createMemo(() => {
    const found = props.record === null ? [] : (open().get(props.record) ?? []);
    return found.filter(({ values }) => {
      const isHere = props.fields.includes(parsePath(values.field).field);
      if (!isHere || props.slotPart === undefined) return isHere !== (props.others === true);
      const parts = differingSlotParts(presentValue(shown(), values), values.lost);
      return parts.includes(props.slotPart);
    });
  });
  const word = (field: string) =>
    props.slotPart === undefined
      ? fieldWord(field, texts(), shown()?.kind)
      : texts().conflicts.slotParts[props.slotPart];
  const conflict = () => marks().find(({ id }) => id === chosen()) ?? null;
  let here: HTMLDivElement | undefined;
  return (
    <div class="conflict-marks" ref={(element) => (here = element)}>
      <For each={marks()}>
        {({ id, values }) => (
          <MarkButton
            label={texts().conflicts.mark}
            about={word(values.field)}
            onClick={() => setChosen(id)}
          />
        )}
      </For>
      <ConflictSheet
        conflict={conflict()}
        around={props.around}
        onClose={() => setChosen(null)}
        next={() => (here === undefined ? null : controlBefore(here))}
      />
    </div>
  );
};

/** The control of the nearest field that a mark stands under: the chosen one of a group. */
const controlBefore = (marks: HTMLElement): HTMLElement | null => {
  for (let field = marks.previousElementSibling; field; field = field.previousElementSibling) {
    const control =
      field.querySelector<HTMLElement>("input:checked") ??
      field.querySelector<HTMLElement>("input, select, textarea, button");
    const isOfMarks = field.classList.contains("conflict-marks");
    if (control !== null && !isOfMarks) return control;
  }
  return null;
};
