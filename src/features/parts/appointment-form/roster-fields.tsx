import X from "lucide-solid/icons/x";
import { createMemo, For, Show } from "solid-js";
import type { FieldFailureCode } from "#domain/failure.ts";
import type { RecordId } from "#domain/ids.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { rosterStanding } from "#domain/kinds/roster.ts";
import { createRecords } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { Notice } from "#ui/notice.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SuggestField } from "#ui/suggest-field.tsx";
import { foldName, makeClientSearch } from "./client-search.ts";
import "./roster-fields.css";

/** One person of a roster as it is shown; `client` is `null` for somebody new who is not saved yet. */
export type RosterEntry = {
  readonly key: string;
  readonly client: RecordId | null;
  readonly name: string;
  readonly note?: string | undefined;
};

/** Who takes part: each with a way off the list, and a field that adds a known client or a new one. A full group says so and takes more. */
export const RosterFields = (props: {
  readonly title: string;
  readonly entries: readonly RosterEntry[];
  /** The places of the group, `null` where they are not counted. */
  readonly capacity: number | null;
  readonly typed: string;
  readonly failure: FieldFailureCode | undefined;
  readonly onType: (name: string) => void;
  readonly onAdd: (client: RecordId | null, name: string) => void;
  readonly onRemove: (entry: RosterEntry) => void;
}) => {
  const { texts } = useLocale();
  const clients = createRecords(clientKind);
  const search = makeClientSearch();
  const found = createMemo(() => {
    const listed = new Set(props.entries.map(({ client }) => client));
    return search(clients(), props.typed).filter(({ id }) => !listed.has(id));
  });
  const namesake = () => found().some(({ label }) => foldName(label) === foldName(props.typed));
  const standing = () => rosterStanding(props.entries.length, props.capacity);
  const addTyped = () => {
    const name = props.typed.trim();
    if (name !== "") props.onAdd(null, name);
  };
  /** Name after name without leaving the keyboard: what has no suggestion chosen is a new name. */
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
    if (!(event.target instanceof HTMLInputElement) || props.typed.trim() === "") return;
    event.preventDefault();
    event.stopPropagation();
    addTyped();
  };
  const count = () => {
    const people = props.entries.length;
    return props.capacity === null
      ? texts().meeting.people(people)
      : texts().meeting.places(people, props.capacity);
  };
  const sentence = () =>
    props.failure === undefined ? undefined : texts().failures[props.failure];
  return (
    <section class="stack" data-gap="tight" aria-label={props.title}>
      <h2 class="field-label roster-title">{props.title}</h2>
      <p role="status">{count()}</p>
      <Show when={props.entries.length > 0}>
        <RowList look="joined" label={props.title}>
          <For each={props.entries}>
            {(entry) => (
              <ListRow
                title={entry.name}
                subtitle={entry.note}
                trailing={
                  <IconButton
                    label={texts().meeting.takeOff(entry.name)}
                    onClick={() => props.onRemove(entry)}
                  >
                    <X />
                  </IconButton>
                }
              />
            )}
          </For>
        </RowList>
      </Show>
      <div role="status">
        <Show when={standing() !== "room" && props.capacity}>
          {(capacity) => (
            <Notice tone="waiting">
              {standing() === "full"
                ? texts().meeting.full(capacity())
                : texts().meeting.over(capacity(), props.entries.length)}
            </Notice>
          )}
        </Show>
      </div>
      <div class="roster-add" on:keydown={press}>
        <SuggestField
          label={texts().meeting.addPerson}
          hint={namesake() ? texts().form.sameName : texts().form.whoHint}
          error={sentence()}
          value={props.typed}
          onInput={props.onType}
          suggestions={found()}
          onChoose={({ id, label }) => props.onAdd(id, label)}
          countText={texts().form.suggestions}
          autocapitalize="words"
          enterKeyHint="done"
        />
        <Button onClick={addTyped}>{texts().meeting.add}</Button>
      </div>
    </section>
  );
};
