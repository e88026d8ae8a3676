import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";

/** The ways to other calendars. */
export const CalendarRows = () => {
  const { texts } = useLocale();
  return (
    <RowList>
      <ListRow
        title={texts().calendarFeed.title}
        subtitle={texts().calendarFeed.subtitle}
        href="/calendar-feed"
      />
      <ListRow
        title={texts().busyTimes.title}
        subtitle={texts().busyTimes.subtitle}
        href="/busy-times"
      />
    </RowList>
  );
};
