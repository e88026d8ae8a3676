import { createMemo, createSignal, For, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { isOpenConflict } from "#domain/kinds/conflict.ts";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { adviserName } from "#features/parts/times/appointment-view.ts";
import { closingText } from "#features/parts/conflicts/closing-text.ts";
import { ConflictSheet } from "#features/parts/conflicts/conflict-sheet.tsx";
import { createNow, createShown } from "../environment.tsx";
import { fieldWord } from "#features/parts/values/field-edits.ts";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { type ConflictRecord, createConflicts } from "#features/parts/conflicts/open-conflicts.ts";
import { recordTitle } from "#features/parts/values/record-title.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";

/** The newest decisions are enough to look back at; all of them stay in the records. */
const closedShownAtMost = 20;

type Chosen = { readonly id: RecordId; readonly from: "open" | "closed" };

/** Everything of the team that two people changed without seeing each other: what waits, and what was decided. */
export const ConflictsPage = () => {
  const { texts } = useLocale();
  const conflicts = createConflicts();
  const around = createAround();
  const [chosen, setChosen] = createSignal<Chosen | null>(null);
  // One that is being decided leaves the open ones, and with that its sheet.
  const conflict = createMemo(() => {
    const { id, from } = chosen() ?? { id: null, from: "open" as const };
    return conflicts()[from].find((found) => found.id === id) ?? null;
  });
  createScreenTitle(() => texts().conflicts.pageTitle);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        back={{ href: "/", label: texts().today.title }}
        title={texts().conflicts.pageTitle}
      />
      <Show
        when={conflicts().open.length > 0}
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
          <For each={conflicts().open}>
            {(open) => (
              <ConflictRow
                conflict={open}
                onOpen={() => setChosen({ id: open.id, from: "open" })}
              />
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
      <ConflictSheet conflict={conflict()} around={around()} onClose={() => setChosen(null)} />
    </>
  );
};

const ConflictRow = (props: { readonly conflict: ConflictRecord; readonly onOpen: () => void }) => {
  const shown = createShown(() => props.conflict.values.record);
  const { texts, formats } = useLocale();
  const around = createAround();
  const now = createNow();
  const words = () => ({ texts: texts(), formats: formats(), around: around(), now: now() });
  const title = () => {
    const { values } = props.conflict;
    const { name, time } = recordTitle(shown(), words());
    return { name: `${name}: ${fieldWord(values.field, texts(), shown()?.kind)}`, time };
  };
  const subtitle = () => {
    const { closed, lostBy, lostAt } = props.conflict.values;
    if (!isOpenConflict(props.conflict.values)) return closingText(closed, words());
    const wrote = texts().conflicts.wroteOtherwise(
      adviserName(lostBy, around(), texts()),
      formats().moment(lostAt, now()),
    );
    return [title().time, wrote].filter(Boolean).join(" · ");
  };
  return <ListRow title={title().name} subtitle={subtitle()} onClick={() => props.onOpen()} />;
};
