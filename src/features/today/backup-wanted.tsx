import { Show } from "solid-js";
import { useStartLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { createUnkept } from "#features/parts/exchange/last-backup.ts";

/** Says quietly that something has waited for over a day and is nowhere but on this device. */
export const BackupWanted = () => {
  const { texts } = useStartLocale();
  const unkept = createUnkept();
  return (
    <Show when={unkept() > 0}>
      <RowList>
        <ListRow
          tone="quiet"
          title={texts().backup.wanted(unkept())}
          subtitle={texts().backup.wantedText}
          href="/backup"
        />
      </RowList>
    </Show>
  );
};
