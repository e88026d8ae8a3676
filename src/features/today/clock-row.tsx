import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { createClockFault } from "../clock-fault.ts";

/** A wrong clock shows the wrong day and the wrong time to come: said where the day is looked at. */
export const ClockRow = () => {
  const { texts } = useLocale();
  const fault = createClockFault();
  return (
    <Show when={fault()}>
      {(words) => (
        <RowList>
          <ListRow title={words()} subtitle={texts().settings.clockAdvice} href="/settings" />
        </RowList>
      )}
    </Show>
  );
};
