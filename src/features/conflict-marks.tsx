import { createMemo, createSignal, For } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { parsePath } from "#domain/fields/path.ts";
import { useLocale } from "#i18n/locale.ts";
import { MarkButton } from "#ui/mark-button.tsx";
import type { Around } from "./appointment-view.ts";
import { fieldWord } from "./field-edits.ts";
import { ConflictSheet } from "./conflict-sheet.tsx";
import { createOpenConflicts } from "./open-conflicts.ts";

/** Marks under a field for its open conflicts; each opens what two people wrote. */
export const ConflictMarks = (props: {
  readonly record: RecordId | null;
  /** The fields that stand here; with `others` every field except them, also those of another version. */
  readonly fields: readonly string[];
  readonly others?: boolean;
  readonly around: Around;
}) => {
  const { texts } = useLocale();
  const open = createOpenConflicts();
  const [chosen, setChosen] = createSignal<RecordId | null>(null);
  const marks = createMemo(() => {
    const found = props.record === null ? [] : (open().get(props.record) ?? []);
    return found.filter(
      ({ values }) =>
        props.fields.includes(parsePath(values.field).field) !== (props.others === true),
    );
  });
  const conflict = () => marks().find(({ id }) => id === chosen()) ?? null;
  return (
    <>
      <For each={marks()}>
        {({ id, values }) => (
          <MarkButton
            label={texts().conflicts.mark}
            about={fieldWord(values.field, texts())}
            onClick={() => setChosen(id)}
          />
        )}
      </For>
      <ConflictSheet conflict={conflict()} around={props.around} onClose={() => setChosen(null)} />
    </>
  );
};
