import { Show } from "solid-js";
import type { LocalDate } from "#domain/instant.ts";
import { type Around, clientName } from "#features/parts/times/appointment-view.ts";
import type { WaitingEntry } from "#features/parts/waiting/freed.ts";
import { waitText, wishText } from "#features/parts/waiting/waiting-text.ts";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { Badge } from "#ui/badge.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { createMunicipalities } from "./municipality-names.ts";

/** Somebody of the waiting list: how long already, and for what; or how the wait ended. */
export const EntryRow = (props: {
  readonly entry: WaitingEntry;
  readonly around: Around;
  readonly today: LocalDate;
}) => {
  const { texts, formats } = useLocale();
  const { nameOf } = createMunicipalities();
  const values = () => props.entry.values;
  const words = () => ({ texts: texts(), formats: formats(), today: props.today });
  const isWaiting = () => values().status === "waiting";
  return (
    <ListRow
      title={clientName(values(), props.around, texts())}
      subtitle={isWaiting() ? waitText(values(), words()) : undefined}
      href={`/waiting/${props.entry.id}`}
      tone={isWaiting() ? "plain" : "quiet"}
      badges={
        <Show when={!isWaiting()}>
          <Badge>{wordOf(texts().words.wait, values().status).toLowerCase()}</Badge>
        </Show>
      }
    >
      <Show when={isWaiting()}>
        <span class="list-row-subtitle">{wishText(values(), words(), props.around, nameOf)}</span>
      </Show>
    </ListRow>
  );
};
