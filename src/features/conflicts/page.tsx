import { createMemo, createSignal, For, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { type ChoiceCode, isOpenConflict } from "#domain/kinds/conflict.ts";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { loserText } from "#features/parts/conflicts/author-text.ts";
import { closingText } from "#features/parts/conflicts/closing-text.ts";
import {
  type ConflictGroup,
  createConflictGroups,
} from "#features/parts/conflicts/conflict-groups.ts";
import { ConflictSheet } from "#features/parts/conflicts/conflict-sheet.tsx";
import { createNow, createShown, useEnvironment } from "../environment.tsx";
import { fieldWord } from "#features/parts/values/field-edits.ts";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { type ConflictRecord, createConflicts } from "#features/parts/conflicts/open-conflicts.ts";
import { recordTitle } from "#features/parts/values/record-title.ts";
import { GroupSheet } from "./group-sheet.tsx";
import { createSettleGroup } from "./settle-group.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";

/** The newest decisions are enough to look back at; all of them stay in the records. */
const closedShownAtMost = 20;

type Chosen = { readonly id: RecordId; readonly from: "open" | "closed" };

/** The same conflicts are the same row, whatever changes around them. */
const keyOf = (group: ConflictGroup): string => group.map(({ id }) => id).join();

/** Everything of the team that two people changed without seeing each other: what waits, and what was decided. */
export const ConflictsPage = () => {
  const { store } = useEnvironment();
  const { texts, formats } = useLocale();
  const conflicts = createConflicts();
  const around = createAround();
  const now = createNow();
  const words = () => ({ texts: texts(), formats: formats(), around: around(), now: now() });
  const [chosen, setChosen] = createSignal<Chosen | null>(null);
  // One that is being decided leaves the open ones, and with that its sheet.
  const conflict = createMemo(() => {
    const { id, from } = chosen() ?? { id: null, from: "open" as const };
    return conflicts()[from].find((found) => found.id === id) ?? null;
  });
  const groups = createConflictGroups();
  const { settling, settle } = createSettleGroup();
  const [opened, setOpened] = createSignal<ReadonlySet<RecordId>>(new Set());
  /** The one that is opened, as far as it is still open; one that is being decided stays until it is. */
  const openGroup = () =>
    settling()?.group ??
    groups().find((group) => group.length > 1 && group.some(({ id }) => opened().has(id)));
  const open = (group: ConflictGroup) => {
    if (group.length === 1) setChosen({ id: group[0].id, from: "open" });
    else setOpened(new Set<RecordId>(group.map(({ id }) => id)));
  };
  const settleAll = (group: ConflictGroup, choice: ChoiceCode) => {
    const { record, field } = group[0].values;
    const shown = record === null ? null : store.ledger.shown(record);
    const { name } = recordTitle(shown, words());
    const what = `${name}, ${fieldWord(field, texts(), shown?.kind)}`;
    setOpened(new Set<RecordId>());
    const { groupName } = texts().conflicts;
    void settle(group, choice, (count) => (count === 1 ? what : groupName(what, count)));
  };
  createScreenTitle(() => texts().conflicts.pageTitle);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        back={{ href: "/", label: texts().today.title }}
        title={texts().conflicts.pageTitle}
      />
      <Show
        when={groups().length > 0}
        fallback={
          <EmptyState
            title={texts().conflicts.noneTitle}
            text={texts().conflicts.noneText}
            action={<ButtonLink href="/">{texts().conflicts.toToday}</ButtonLink>}
          />
        }
      >
        <p>{texts().conflicts.pageText}</p>
        <RowList label={texts().conflicts.pageTitle}>
          <For each={groups().map(keyOf)}>
            {(key) => (
              <Show when={groups().find((group) => keyOf(group) === key)}>
                {(group) => (
                  <ConflictRow
                    conflict={group()[0]}
                    count={group().length}
                    onOpen={() => open(group())}
                  />
                )}
              </Show>
            )}
          </For>
        </RowList>
      </Show>
      <Show when={conflicts().closed.length > 0}>
        <section class="stack" aria-labelledby="decided">
          <SectionTitle id="decided">{texts().conflicts.closedTitle}</SectionTitle>
          <RowList look="joined">
            <For each={conflicts().closed.slice(0, closedShownAtMost)}>
              {(closed) => (
                <ConflictRow
                  conflict={closed}
                  onOpen={() => setChosen({ id: closed.id, from: "closed" })}
                />
              )}
            </For>
          </RowList>
        </section>
      </Show>
      <ConflictSheet
        conflict={conflict()}
        around={around()}
        onClose={() => setChosen(null)}
        isListed
      />
      <Show when={chosen() === null && openGroup()}>
        {(group) => (
          <GroupSheet
            group={group()}
            around={around()}
            done={settling()?.done ?? null}
            onSettle={(choice) => settleAll(group(), choice)}
            onOpen={(id) => setChosen({ id, from: "open" })}
            onClose={() => setOpened(new Set<RecordId>())}
          />
        )}
      </Show>
    </>
  );
};

const ConflictRow = (props: {
  readonly conflict: ConflictRecord;
  /** How many times of a series it stands for. */
  readonly count?: number;
  readonly onOpen: () => void;
}) => {
  const { member } = useEnvironment().store.identity;
  const shown = createShown(() => props.conflict.values.record);
  const { texts, formats } = useLocale();
  const around = createAround();
  const now = createNow();
  const words = () => ({ texts: texts(), formats: formats(), around: around(), now: now() });
  const title = () => {
    const { values } = props.conflict;
    const { name, time } = recordTitle(shown(), words());
    const what = `${name}: ${fieldWord(values.field, texts(), shown()?.kind)}`;
    const count = props.count ?? 1;
    return count === 1
      ? { name: what, time }
      : { name: texts().conflicts.groupName(what, count), time: "" };
  };
  const subtitle = () => {
    const { values } = props.conflict;
    const said = isOpenConflict(values)
      ? loserText(values, member, words())
      : closingText(values.closed, member, words());
    // Times of one series differ by nothing else.
    return [title().time, said].filter(Boolean).join(" · ");
  };
  return <ListRow title={title().name} subtitle={subtitle()} onClick={() => props.onOpen()} />;
};
