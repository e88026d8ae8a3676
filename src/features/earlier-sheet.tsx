import { createMemo, createSignal, For, Show } from "solid-js";
import { isSameJson, type Json } from "#domain/json.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import { networkFailureCodes } from "#domain/failure.ts";
import { readPath } from "#domain/fields/path.ts";
import { useLocale } from "#i18n/locale.ts";
import type { EarlierValue } from "#sync/earlier.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Notice } from "#ui/notice.tsx";
import { SelectField } from "#ui/select-field.tsx";
import type { Around } from "./appointment-view.ts";
import { createEarlierList, type FieldOf } from "./earlier-values.ts";
import { EarlierItem, PresentItem } from "./earlier-item.tsx";
import { createRecords, createShown, useEnvironment } from "./environment.tsx";
import { replacingVerb } from "./field-edits.ts";
import { replaceValue } from "./replace-value.ts";
import { showUndoable } from "./undo-toast.ts";
import "./earlier-sheet.css";

/** A field that can be looked back at, by the word it is chosen by. */
export type EarlierField = FieldOf & { readonly label: string };

/** What stood in a field before, by whom and until when, for somebody to look at or to take up again. */
export const EarlierSheet = (props: {
  readonly open: boolean;
  readonly fields: readonly EarlierField[];
  readonly around: Around;
  readonly onClose: () => void;
}) => {
  const { texts } = useLocale();
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title={texts().earlier.title}
      closeLabel={texts().earlier.close}
    >
      <Show when={props.fields[0]}>
        {(first) => (
          <Content
            first={first()}
            fields={props.fields}
            around={props.around}
            onClose={() => props.onClose()}
          />
        )}
      </Show>
    </Dialog>
  );
};

const Content = (props: {
  readonly first: EarlierField;
  readonly fields: readonly EarlierField[];
  readonly around: Around;
  readonly onClose: () => void;
}) => {
  const { store, toasts, askEarlier } = useEnvironment();
  const { texts } = useLocale();
  const [at, setAt] = createSignal(0);
  const chosen = createMemo(() => props.fields[at()] ?? props.first, undefined, {
    equals: (one, other) => one.record === other.record && one.field === other.field,
  });
  const shown = createShown(() => chosen().record);
  const present = () => readPath(shown()?.fields ?? {}, chosen().field) ?? null;
  const list = createEarlierList(askEarlier, chosen);
  const isAway = () => networkFailureCodes.some((code) => code === list.failure());
  const conflicts = createRecords(conflictKind);
  const onDevice = createMemo(() =>
    [...conflicts().values()]
      .filter(({ values }) => values.record === chosen().record && values.field === chosen().field)
      .map(({ values }): EarlierValue => ({
        value: values.lost,
        why: "conflict",
        by: values.lostBy,
        at: values.lostAt,
        until: values.keptAt === 0 ? values.lostAt : values.keptAt,
      }))
      .sort((one, other) => other.until - one.until),
  );
  const isUsable = (value: Json) =>
    replacingVerb(shown(), chosen().field) !== null && !isSameJson(value, present());
  const use = async (value: Json) => {
    const said = texts();
    const { record, field } = chosen();
    const outcome = await replaceValue(store, record, field, value);
    const { used: done, undone } = said.earlier;
    showUndoable(toasts, said, outcome, { done, undone });
    if (outcome.ok) props.onClose();
  };
  const Items = (items: { readonly values: readonly EarlierValue[] }) => (
    <ul role="list" class="earlier-list">
      <For each={items.values}>
        {(item) => (
          <EarlierItem
            item={item}
            field={chosen().field}
            around={props.around}
            onUse={isUsable(item.value) ? () => void use(item.value) : undefined}
          />
        )}
      </For>
    </ul>
  );
  return (
    <>
      <SelectField
        label={texts().earlier.field}
        options={props.fields.map(({ label }, index) => ({ value: `${index}`, label }))}
        value={`${at()}`}
        onChange={(index) => setAt(Number(index))}
      />
      <PresentItem value={present()} field={chosen().field} around={props.around} />
      <Show when={list.values().length > 0}>
        <h3>{texts().earlier.list}</h3>
        <Items values={list.values()} />
      </Show>
      <div role="status">
        <Show when={list.isLoading()}>
          <p>{texts().earlier.loading}</p>
        </Show>
        <Show when={list.values().length === 0 && !list.isLoading() && list.failure() === null}>
          <p>{texts().earlier.none}</p>
        </Show>
      </div>
      <Show when={list.hasMore() && !list.isLoading() && list.failure() === null}>
        <Button onClick={() => list.load()}>{texts().earlier.more}</Button>
      </Show>
      <Show when={list.failure()}>
        {(code) => (
          <Notice
            tone="waiting"
            action={<Button onClick={() => list.load()}>{texts().exchange.tryNow}</Button>}
          >
            {isAway() ? texts().earlier.needsConnection : texts().failures[code()]}
          </Notice>
        )}
      </Show>
      <Show when={list.failure() !== null && list.values().length === 0}>
        <h3>{texts().earlier.onDevice}</h3>
        <Show when={onDevice().length > 0} fallback={<p>{texts().earlier.noneOnDevice}</p>}>
          <Items values={onDevice()} />
        </Show>
      </Show>
    </>
  );
};
