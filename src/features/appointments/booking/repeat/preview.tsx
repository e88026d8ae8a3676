import { createSignal, For, Show } from "solid-js";
import { toLocalDate } from "#domain/local-time.ts";
import { useLocale } from "#i18n/locale.ts";
import { createNow } from "#features/environment.tsx";
import { againstText } from "#features/parts/times/against-text.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import type { Against } from "#features/parts/times/lookout.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import type { MarkedTime, Marks } from "./marks.ts";
import "./preview.css";

/** So many times are seen at once. */
const shownAtFirst = 12;

/** The times that would be booked, each with a tick, and those that do not suit with the reason. */
export const Preview = (props: { readonly marks: Marks; readonly around: Around }) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const [isWhole, setWhole] = createSignal(false);
  const words = () => texts().series;
  const all = () => props.marks.times();
  const shown = () => (isWhole() ? all() : all().slice(0, shownAtFirst));
  const summary = () => {
    const count = props.marks.included().length;
    return words().summary(count, all().length - count);
  };
  const label = ({ time }: MarkedTime) => {
    const day = formats().dayShort(time.date, toLocalDate(now()));
    return `${day} ${texts().common.at(formats().span(time.start, time.end))}`;
  };
  const reason = (against: Against) =>
    againstText(against, { texts: texts(), formats: formats(), around: props.around });
  return (
    <fieldset class="repeat-preview">
      <legend>{words().preview}</legend>
      <p role="status">{summary()}</p>
      <For each={shown()}>
        {(marked) => (
          <Checkbox
            label={label(marked)}
            hint={marked.against === null ? undefined : reason(marked.against)}
            checked={marked.isIncluded}
            onChange={(isIncluded) => props.marks.include(marked.time.date, isIncluded)}
          />
        )}
      </For>
      <Show when={shown().length < all().length}>
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {words().showAll(all().length)}
        </Button>
      </Show>
    </fieldset>
  );
};
