import { createSignal, For, Show } from "solid-js";
import { useStartLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { ClashRow } from "#features/parts/times/clash-row.tsx";
import { createNow, createTray } from "../environment.tsx";
import { keepFocus } from "#features/parts/screen/focus.ts";
import { createOpenClashes } from "#features/parts/times/open-clashes.ts";

/** A team may have many; this stands before the day, which should be in sight with it. */
const clashesAtFirst = 2;

/** What only a person can settle: times that clash, two people's differing entries, and edits the endpoint refused. */
export const WaitingForYou = (props: {
  readonly conflictCount: number;
  readonly around: Around;
}) => {
  const { texts } = useStartLocale();
  const { entries } = createTray();
  const refused = () => entries()?.length ?? 0;
  const clashes = createOpenClashes(createNow());
  const [isWhole, setWhole] = createSignal(false);
  const shown = () => (isWhole() ? clashes() : clashes().slice(0, clashesAtFirst));
  let section: HTMLElement | undefined;
  const showAll = () => {
    setWhole(true);
    keepFocus(section?.querySelectorAll("a")[clashesAtFirst] ?? null);
  };
  return (
    <Show when={props.conflictCount > 0 || clashes().length > 0 || refused() > 0}>
      <section class="stack" aria-labelledby="waiting" ref={(element) => (section = element)}>
        <SectionTitle id="waiting">{texts().today.waiting}</SectionTitle>
        <RowList>
          <For each={shown()}>
            {(appointment) => <ClashRow appointment={appointment} around={props.around} />}
          </For>
          <Show when={props.conflictCount > 0}>
            <ListRow
              title={texts().today.things(props.conflictCount)}
              subtitle={texts().today.thingsText(props.conflictCount)}
              href="/conflicts"
            />
          </Show>
          <Show when={refused() > 0}>
            <ListRow
              tone="broken"
              title={texts().today.refused(refused())}
              subtitle={texts().today.refusedText}
              href="/tray"
            />
          </Show>
        </RowList>
        <Show when={shown().length < clashes().length}>
          <Button kind="quiet" onClick={showAll}>
            {texts().common.showMore(clashes().length - shown().length)}
          </Button>
        </Show>
      </section>
    </Show>
  );
};
