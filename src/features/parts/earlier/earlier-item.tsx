import { Show } from "solid-js";
import type { Json } from "#domain/json.ts";
import { useLocale } from "#i18n/locale.ts";
import type { EarlierValue } from "#sync/earlier.ts";
import { Button } from "#ui/button.tsx";
import { adviserName, type Around } from "#features/parts/times/appointment-view.ts";
import { createNow } from "#features/environment.tsx";
import { valueText } from "#features/parts/values/value-text.ts";
import "./earlier-sheet.css";

/** What stands in the field now. */
export const PresentItem = (props: {
  readonly value: Json;
  readonly field: string;
  readonly around: Around;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const text = () =>
    valueText(props.field, props.value, {
      texts: texts(),
      formats: formats(),
      around: props.around,
      now: now(),
    });
  return (
    <section class="earlier-item" aria-label={texts().earlier.present}>
      <h3 class="earlier-note">{texts().earlier.present}</h3>
      <p class="earlier-value">{text()}</p>
    </section>
  );
};

/** One value that no longer stands, with the way to take it up again where there is one. */
export const EarlierItem = (props: {
  readonly item: EarlierValue;
  readonly field: string;
  readonly around: Around;
  readonly onUse: (() => void) | undefined;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const words = () => ({
    texts: texts(),
    formats: formats(),
    around: props.around,
    now: now(),
  });
  const wrote = () => {
    const { by, at, why } = props.item;
    if (by === null || at === null) return texts().earlier.original;
    const words = [adviserName(by, props.around, texts()), formats().moment(at, now())] as const;
    return why === "merged" ? texts().earlier.wroteLast(...words) : texts().earlier.wrote(...words);
  };
  const ended = () => {
    const { why, until } = props.item;
    const when = formats().moment(until, now());
    return why === "conflict" ? texts().earlier.lost(when) : texts().earlier.overwritten(when);
  };
  return (
    <li class="earlier-item">
      <p class="earlier-value">{valueText(props.field, props.item.value, words())}</p>
      <p class="earlier-note">
        {wrote()} · {ended()}
      </p>
      <Show when={props.onUse}>
        {(use) => <Button onClick={() => use()()}>{texts().earlier.use}</Button>}
      </Show>
    </li>
  );
};
