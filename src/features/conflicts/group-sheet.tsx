import { createMemo, createSignal, For, Show } from "solid-js";
import type { ChoiceCode } from "#domain/kinds/conflict.ts";
import type { RecordId } from "#domain/ids.ts";
import { createNow, createShown, useEnvironment } from "#features/environment.tsx";
import { authorText } from "#features/parts/conflicts/author-text.ts";
import type { ConflictGroup } from "#features/parts/conflicts/conflict-groups.ts";
import type { ConflictRecord } from "#features/parts/conflicts/open-conflicts.ts";
import { choicesFor } from "#features/parts/conflicts/settle-conflict.ts";
import { differingSlotParts, slotParts } from "#features/parts/times/slot-parts.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { fieldWord } from "#features/parts/values/field-edits.ts";
import { recordTitle } from "#features/parts/values/record-title.ts";
import { valueText } from "#features/parts/values/value-text.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { RowList } from "#ui/row-list.tsx";

/** So many are seen at once. */
const shownAtFirst = 12;

/** What two saves of a series made of each other: one decision for all of its times, or one for each. */
export const GroupSheet = (props: {
  readonly group: ConflictGroup;
  readonly around: Around;
  /** How many are decided while a decision for all is being written; `null` while none is. */
  readonly done: number | null;
  readonly onSettle: (choice: ChoiceCode) => void;
  readonly onOpen: (conflict: RecordId) => void;
  readonly onClose: () => void;
}) => {
  const { texts, formats } = useLocale();
  const { member } = useEnvironment().store.identity;
  const now = createNow();
  const [isWhole, setWhole] = createSignal(false);
  const first = () => props.group[0];
  const shown = createShown(() => first().values.record);
  const words = () => texts().conflicts;
  const field = () => fieldWord(first().values.field, texts(), shown()?.kind);
  const given = () => ({ texts: texts(), formats: formats(), around: props.around, now: now() });
  const rows = () => (isWhole() ? props.group : props.group.slice(0, shownAtFirst));
  /** Two texts cannot be joined for all at once: each pair is another. */
  const choices = createMemo(() =>
    choicesFor(shown(), first().values).filter((choice) => choice !== "both"),
  );
  const label = (choice: ChoiceCode) =>
    choice === "lost" ? words().all.lost(props.group.length) : words().all.kept;
  /** Who wrote what stands, where that is known, and who the other. */
  const wrote = () => {
    const { keptBy, keptAt, lostBy, lostAt } = first().values;
    const said = (title: string, by: string, at: typeof keptAt) =>
      `${title}: ${authorText(by, at, member, given())}`;
    const kept = keptAt === 0 ? [] : [said(words().present, keptBy, keptAt)];
    return [...kept, said(words().other, lostBy, lostAt)];
  };
  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={words().title(field())}
      description={words().groupText(recordTitle(shown(), given()).name, props.group.length)}
      closeLabel={words().close}
      footer={
        <Show
          when={props.done === null}
          fallback={
            <ProgressBar
              label={words().settling}
              value={props.done ?? 0}
              max={props.group.length}
              text={`${props.done ?? 0} / ${props.group.length}`}
            />
          }
        >
          <For each={choices()}>
            {(choice) => <Button onClick={() => props.onSettle(choice)}>{label(choice)}</Button>}
          </For>
        </Show>
      }
    >
      <div>
        <For each={wrote()}>{(line) => <p>{line}</p>}</For>
      </div>
      <RowList look="joined" label={words().groupList}>
        <For each={rows()}>
          {(conflict) => (
            <Row conflict={conflict} given={given()} onOpen={() => props.onOpen(conflict.id)} />
          )}
        </For>
      </RowList>
      <Show when={rows().length < props.group.length}>
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {texts().series.showAll(props.group.length)}
        </Button>
      </Show>
    </Dialog>
  );
};

/** One of the times: what stands, and what else was written of it. */
const Row = (props: {
  readonly conflict: ConflictRecord;
  readonly given: Parameters<typeof valueText>[2];
  readonly onOpen: () => void;
}) => {
  const shown = createShown(() => props.conflict.values.record);
  const title = () => {
    const { name, time } = recordTitle(shown(), props.given);
    return time || name;
  };
  const other = () => {
    const { field, kept, lost } = props.conflict.values;
    const parts = field === "slot" ? slotParts(lost, props.given) : null;
    const { empty, other: word } = props.given.texts.conflicts;
    if (parts === null) return `${word}: ${valueText(field, lost, props.given)}`;
    const differing = differingSlotParts(kept, lost).map((part) => parts[part] || empty);
    return `${word}: ${differing.join(", ")}`;
  };
  return <ListRow title={title()} subtitle={other()} onClick={() => props.onOpen()} />;
};
