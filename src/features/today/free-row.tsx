import { Show } from "solid-js";
import { toLocal } from "#domain/local-time.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import type { Gap } from "./view.ts";

/** The next time of today that is still free, leading to a booking that starts from it. */
export const FreeRow = (props: { readonly time: Gap | null }) => {
  const { texts, formats } = useStartLocale();
  const start = () => (props.time === null ? null : toLocal(props.time.span.start));
  return (
    <Show when={start()}>
      {(at) => (
        <ListRow
          tone="quiet"
          lead={formats().minute(at().minute)}
          title={texts().today.free}
          subtitle={texts().today.bookHere}
          href={`/book?date=${at().date}&minute=${at().minute}`}
        />
      )}
    </Show>
  );
};
