import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";

/** The way to one's own working hours and absences. */
export const HoursRow = () => {
  const { texts } = useLocale();
  return (
    <RowList>
      <ListRow title={texts().hours.title} subtitle={texts().hours.rowText} href="/hours" />
    </RowList>
  );
};
