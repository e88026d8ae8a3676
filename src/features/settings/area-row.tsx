import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";

/** The way to what holds for the whole area. */
export const AreaRow = () => {
  const { texts } = useLocale();
  return (
    <RowList>
      <ListRow title={texts().area.title} subtitle={texts().area.row} href="/area" />
    </RowList>
  );
};
