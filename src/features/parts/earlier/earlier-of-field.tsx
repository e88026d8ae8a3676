import { createMemo, For, Show, untrack } from "solid-js";
import { isSameJson, type Json } from "#domain/json.ts";
import { readPath } from "#domain/fields/path.ts";
import { useLocale } from "#i18n/locale.ts";
import type { AskEarlier, EarlierValue } from "#sync/earlier.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { SelectField } from "#ui/select-field.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { createEarlierList, createLostValues, type FieldOf } from "./earlier-values.ts";
import { EarlierItem, PresentItem } from "./earlier-item.tsx";
import { createShown, useEnvironment } from "#features/environment.tsx";
import { replacingVerb } from "#features/parts/values/field-edits.ts";
import { replaceValue } from "#features/parts/values/replace-value.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import "./earlier-sheet.css";

/** A field that can be looked back at, by the word it is chosen by. */
export type EarlierField = FieldOf & { readonly label: string };

/** The earlier values of the chosen one of some fields. Without `ask` only those that the device itself has. */
export const EarlierOfField = (props: {
  readonly chosen: EarlierField;
  readonly onChoose: (field: EarlierField | null) => void;
  readonly fields: readonly EarlierField[];
  readonly ask: AskEarlier | null;
  readonly around: Around;
  readonly onClose: () => void;
}) => {
  const { store, toasts } = useEnvironment();
  const { texts } = useLocale();
  const chosen = createMemo(() => props.chosen, undefined, {
    equals: (one, other) => one.record === other.record && one.field === other.field,
  });
  const shown = createShown(() => chosen().record);
  const present = () => readPath(shown()?.fields ?? {}, chosen().field) ?? null;
  const lost = createLostValues();
  const ask = untrack(() => props.ask);
  const list = ask === null ? null : createEarlierList(ask, chosen);
  const values = () => (list === null ? lost(chosen()) : list.values());
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
  return (
    <>
      <SelectField
        label={texts().earlier.field}
        options={props.fields.map(({ label }, index) => ({ value: `${index}`, label }))}
        value={`${props.fields.indexOf(props.chosen)}`}
        onChange={(index) => props.onChoose(props.fields[Number(index)] ?? null)}
      />
      <PresentItem value={present()} field={chosen().field} around={props.around} />
      <Show when={values().length > 0}>
        <h3>{list === null ? texts().earlier.onDevice : texts().earlier.list}</h3>
        <Items
          values={values()}
          field={chosen().field}
          around={props.around}
          isUsable={isUsable}
          onUse={(value) => void use(value)}
        />
      </Show>
      <div role="status">
        <Show when={list?.isLoading()}>
          <p>{texts().earlier.loading}</p>
        </Show>
      </div>
      <Show when={list?.hasMore() && !list.isLoading() && list.failure() === null}>
        <Button onClick={() => list?.load()}>{texts().earlier.more}</Button>
      </Show>
      <Show when={list?.failure()}>
        {(code) => (
          <Notice
            tone="waiting"
            action={<Button onClick={() => list?.load()}>{texts().exchange.tryNow}</Button>}
          >
            {texts().failures[code()]}
          </Notice>
        )}
      </Show>
    </>
  );
};

const Items = (props: {
  readonly values: readonly EarlierValue[];
  readonly field: string;
  readonly around: Around;
  readonly isUsable: (value: Json) => boolean;
  readonly onUse: (value: Json) => void;
}) => (
  <ul role="list" class="earlier-list">
    <For each={props.values}>
      {(item) => (
        <EarlierItem
          item={item}
          field={props.field}
          around={props.around}
          onUse={props.isUsable(item.value) ? () => props.onUse(item.value) : undefined}
        />
      )}
    </For>
  </ul>
);
