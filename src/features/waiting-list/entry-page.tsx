import { useParams } from "@solidjs/router";
import { createMemo, Match, Show, Switch } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { createErased, createRecords } from "#features/environment.tsx";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { EntryForm } from "./entry-form.tsx";
import { NewEntry } from "./new-entry.tsx";

/** One entry of the waiting list by its address, or a new one. */
export const WaitingPage = () => {
  const params = useParams<{ id: string }>();
  const list = createRecords(waitingKind);
  const around = createAround();
  const entry = createMemo(() => list().get(params.id as RecordId));
  // The form lives as long as the same entry is there; the record under it may change.
  const shownId = createMemo(() => entry()?.id);
  return (
    <Switch fallback={<Missing id={params.id as RecordId} />}>
      <Match when={params.id === "new"}>
        <NewEntry around={around()} />
      </Match>
      <Match when={shownId()} keyed>
        {(_id: RecordId) => (
          <Show when={entry()}>{(found) => <EntryForm entry={found()} around={around()} />}</Show>
        )}
      </Match>
    </Switch>
  );
};

const Missing = (props: { readonly id: RecordId }) => {
  const { texts } = useLocale();
  const isErased = createErased(() => props.id);
  const words = () => {
    const { missingTitle: title, missingText: text } = texts().waitingList;
    return isErased() ? texts().erased : { title, text };
  };
  return (
    <>
      <PageHeader
        back={{ href: "/waiting", label: texts().waitingList.back }}
        title={texts().waitingList.title}
      />
      <EmptyState
        title={words().title}
        text={words().text}
        action={<ButtonLink href="/waiting">{texts().waitingList.title}</ButtonLink>}
      />
    </>
  );
};
