import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { createTray } from "../environment.tsx";

/** What only a person can settle: two people's differing entries, and edits the endpoint refused. */
export const WaitingForYou = (props: { readonly conflictCount: number }) => {
  const { texts } = useLocale();
  const { entries } = createTray();
  const refused = () => entries()?.length ?? 0;
  return (
    <Show when={props.conflictCount > 0 || refused() > 0}>
      <section class="stack" aria-labelledby="waiting">
        <SectionTitle id="waiting">{texts().today.waiting}</SectionTitle>
        <RowList>
          <Show when={props.conflictCount > 0}>
            <ListRow
              title={texts().today.things(props.conflictCount)}
              subtitle={texts().today.thingsText}
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
      </section>
    </Show>
  );
};
