import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { createTray } from "../environment.tsx";

/** Whether everything was accepted, and the way to what was not. */
export const TrayRow = () => {
  const { texts } = useLocale();
  const { entries } = createTray();
  const count = () => entries()?.length ?? 0;
  const sentence = () => {
    if (entries() === null) return texts().tray.failed;
    return count() === 0 ? texts().tray.emptyTitle : texts().tray.count(count());
  };
  return (
    <RowList>
      <ListRow
        tone={count() > 0 ? "broken" : "plain"}
        title={texts().tray.title}
        subtitle={sentence()}
        href="/tray"
      />
    </RowList>
  );
};
