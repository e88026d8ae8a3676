import { createSignal, For, Show } from "solid-js";
import { toLocalDate } from "#domain/local-time.ts";
import { createNow } from "#features/environment.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { againstText } from "#features/parts/times/against-text.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { Notice } from "#ui/notice.tsx";
import { RowList } from "#ui/row-list.tsx";
import type { MetTime } from "./met-times.ts";

/** So many are seen at once. */
const shownAtFirst = 12;

/** The following times that would land on something, each with when that would be and on what. */
export const MetList = (props: {
  readonly met: readonly MetTime[];
  readonly count: number;
  readonly around: Around;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const [isWhole, setWhole] = createSignal(false);
  const words = () => texts().series;
  const shown = () => (isWhole() ? props.met : props.met.slice(0, shownAtFirst));
  /** Those that land on something if all go; the rest only do beside what stays. */
  const landing = () => props.met.filter(({ against }) => against.kind !== "staying").length;
  const when = ({ landing: { to } }: MetTime) => {
    const day = formats().dayShort(toLocalDate(to.start), toLocalDate(now()));
    return `${day} ${texts().common.at(formats().span(to.start, to.end))}`;
  };
  const why = ({ against }: MetTime) => {
    if (against.kind === "going" || against.kind === "staying")
      return words().onSeries[against.kind];
    const given = { texts: texts(), formats: formats(), around: props.around };
    return againstText(against, given);
  };
  return (
    <section class="stack" data-gap="tight" aria-label={words().met(landing(), props.count)}>
      <Notice tone="waiting" title={words().met(landing(), props.count)}>
        {words().metHint(props.met.length)}
      </Notice>
      <RowList look="joined">
        <For each={shown()}>{(met) => <ListRow title={when(met)} subtitle={why(met)} />}</For>
      </RowList>
      <Show when={shown().length < props.met.length}>
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {words().showAll(props.met.length)}
        </Button>
      </Show>
    </section>
  );
};
