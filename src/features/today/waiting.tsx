import { createMemo, For, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import type { AppointmentRecords, Around } from "../appointment-view.ts";
import { createTray } from "../environment.tsx";
import type { ConflictRecord } from "../open-conflicts.ts";
import { waitingConflicts } from "./view.ts";

/** What only a person can settle: two people's differing entries, and edits the endpoint refused. */
export const WaitingForYou = (props: {
  readonly conflicts: ReadonlyMap<RecordId, readonly ConflictRecord[]>;
  readonly appointments: AppointmentRecords;
  readonly around: Around;
}) => {
  const { texts } = useLocale();
  const { entries } = createTray();
  const refused = () => entries()?.length ?? 0;
  const rows = createMemo(() =>
    waitingConflicts(props.conflicts, props.appointments, props.around, texts()),
  );
  return (
    <Show when={rows().length > 0 || refused() > 0}>
      <section class="stack" aria-labelledby="waiting">
        <SectionTitle id="waiting">{texts().today.waiting}</SectionTitle>
        <RowList>
          <For each={rows()}>
            {(row) => <ListRow title={row.title} subtitle={row.text} href={row.href} />}
          </For>
          <Show when={refused() > 0}>
            <ListRow
              tone="broken"
              title={texts().today.refused(refused())}
              subtitle={texts().today.refusedText}
              href="/settings#tray"
            />
          </Show>
        </RowList>
      </section>
    </Show>
  );
};
