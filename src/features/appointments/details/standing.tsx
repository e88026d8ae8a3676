import { Show } from "solid-js";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { createUnsentSaves, useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { Notice } from "#ui/notice.tsx";
import type { Group } from "./values.ts";

/** How the appointment stands: cancelled, not sent yet, changed by somebody else meanwhile. */
export const Standing = (props: {
  readonly record: AppointmentRecord;
  readonly changedUnder: readonly Group[];
}) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const unsent = createUnsentSaves();
  const isUnsent = () => unsent() > 0 && store.ledger.isUnsent(props.record.id);
  const cancelledBy = () => {
    const { cancelling } = props.record.values;
    if (cancelling === null) return "";
    const who = wordOf(texts().words.canceller, cancelling.by).toLowerCase();
    return texts().states.cancelledBy(who, cancelling.why);
  };
  const fields = () => {
    const words = texts().conflicts.fields;
    const names: Readonly<Record<Group, string>> = {
      who: words.client,
      slot: words.slot,
      meeting: words.form,
      needs: words.needs,
      coLeaders: words.coLeaders,
      partners: words.partners,
      guidance: words.guidance,
      language: words.language,
      note: words.note,
    };
    return props.changedUnder.map((group) => names[group]).join(", ");
  };
  return (
    <div class="stack" data-gap="tight" role="status">
      <Show when={props.record.values.status === "cancelled"}>
        <Notice tone="broken" title={texts().appointments.details.cancelledNotice}>
          {cancelledBy()}
        </Notice>
      </Show>
      <Show when={isUnsent()}>
        <Notice tone="waiting">{texts().appointments.details.unsentText}</Notice>
      </Show>
      <Show when={props.changedUnder.length > 0}>
        <Notice tone="info">{texts().appointments.details.changedUnder(fields())}</Notice>
      </Show>
    </div>
  );
};
