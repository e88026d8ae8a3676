import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { createNow } from "../environment.tsx";
import { createLastBackup } from "#features/parts/exchange/last-backup.ts";

/** When this device was last backed up, and the way there. */
export const BackupRow = () => {
  const { texts, formats } = useLocale();
  const last = createLastBackup();
  const now = createNow();
  const sentence = () => {
    const at = last();
    return at === null ? texts().backup.never : texts().backup.last(formats().moment(at, now()));
  };
  return (
    <RowList>
      <ListRow title={texts().backup.title} subtitle={sentence()} href="/backup" />
    </RowList>
  );
};
