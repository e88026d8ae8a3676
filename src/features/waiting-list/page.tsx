import Plus from "lucide-solid/icons/plus";
import { createMemo, For, Show } from "solid-js";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { inTurn } from "#domain/waiting/fitting.ts";
import { createNow, createRecords } from "#features/environment.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createGrowing } from "#features/parts/screen/grow.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { useLocale } from "#i18n/locale.ts";
import { ActionBar } from "#ui/action-bar.tsx";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { EntryRow } from "./entry-row.tsx";

/** So many rows are in the first picture, and so many in a page. */
const firstRows = 12;
const pageSize = 50;
/** Of those who wait no more only the last are shown: they are looked at to mend a slip. */
const endedAtMost = 20;

/** Everybody who waits for a time, in their turn, and those whose wait ended last. */
export const WaitingListPage = () => {
  const { texts } = useLocale();
  const list = createRecords(waitingKind);
  const around = createAround();
  const now = createNow();
  const { count, more } = createGrowing(firstRows, pageSize);
  const today = createMemo(() => toLocalDate(now()));
  const waiting = createMemo(() =>
    [...list().values()].filter(({ values }) => values.status === "waiting").sort(inTurn),
  );
  const ended = createMemo(() =>
    [...list().values()]
      .filter(({ values }) => values.status !== "waiting")
      .sort((one, other) => inTurn(other, one))
      .slice(0, endedAtMost),
  );
  const left = () => waiting().length - Math.max(count(), pageSize);
  const words = () => texts().waitingList;
  createScreenTitle(() => words().title);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        back={{ href: "/", label: texts().today.title }}
        title={words().title}
        subtitle={words().text}
      />
      <ActionBar>
        <ButtonLink kind="primary" href="/waiting/new" icon={<Plus />}>
          {words().add}
        </ButtonLink>
      </ActionBar>
      <Show
        when={waiting().length > 0}
        fallback={<EmptyState title={words().noneTitle} text={words().noneText} />}
      >
        <RowList label={words().title}>
          <For each={waiting().slice(0, count())}>
            {(entry) => <EntryRow entry={entry} around={around()} today={today()} />}
          </For>
        </RowList>
        <Show when={left() > 0}>
          <Button onClick={more}>{texts().common.showMore(left())}</Button>
        </Show>
      </Show>
      <Show when={ended().length > 0}>
        <section class="stack" data-gap="tight" aria-labelledby="ended">
          <SectionTitle id="ended">{words().ended}</SectionTitle>
          <RowList look="joined">
            <For each={ended()}>
              {(entry) => <EntryRow entry={entry} around={around()} today={today()} />}
            </For>
          </RowList>
        </section>
      </Show>
    </>
  );
};
