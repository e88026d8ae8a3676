import { Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { Call } from "#domain/meeting/calls.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import { clientMessage } from "#features/parts/contact/client-message.ts";
import { ContactLinks } from "#features/parts/contact/contact-links.tsx";
import {
  adviserName,
  type AppointmentRecord,
  type Around,
  clientName,
} from "#features/parts/times/appointment-view.ts";
import { correctedNow } from "#features/parts/values/corrected-now.ts";
import { useLocale } from "#i18n/locale.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { tellingEdits } from "./telling.ts";
import "#features/parts/screen/choices.css";
import "./call-row.css";

/** One client to be told something: why, the links that do it where there is a number, and a tick that colleagues see. */
export const CallRow = (props: {
  readonly call: Call<AppointmentRecord>;
  readonly phone: string;
  readonly around: Around;
  readonly withAdviser: boolean;
}) => {
  const { store, clock, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const values = () => props.call.of.values;
  const words = () => texts().calls;
  const name = () => clientName(values(), props.around, texts());
  const adviser = (id: string | null) => adviserName(id, props.around, texts());
  const subtitle = () => {
    const { start, adviser: whose } = values().slot;
    const day = formats().dayRelative(toLocalDate(start), toLocalDate(now()));
    const time = `${day} ${texts().common.at(formats().time(start))}`;
    const later = props.call.later.length;
    return [
      words().reasons[props.call.reason],
      time,
      later === 0 ? "" : words().later(later),
      props.withAdviser ? adviser(whose) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  };
  const message = () => {
    const { slot, language, channel } = values();
    const known = props.around.advisers.get(slot.adviser as string as RecordId);
    return clientMessage(props.call.reason, {
      language,
      start: slot.start,
      later: props.call.later.map((one) => one.values.slot.start),
      now: now(),
      adviser: known?.values.name ?? "",
      isCall: channel === "phone",
    });
  };
  const toldBy = () => {
    const { told } = props.call;
    return told === null
      ? undefined
      : words().toldBy(adviser(told.by), formats().moment(told.at, now()));
  };
  const tick = async (isTold: boolean) => {
    const at = correctedNow(clock, store);
    const written = await store.write(tellingEdits(store, props.call, isTold, at));
    if (written.ok) return;
    const text = `${texts().common.notSaved}. ${texts().failures[written.failure.code]}`;
    toasts.show({ text, tone: "broken" });
  };
  return (
    <ListRow title={name()} subtitle={subtitle()} href={`/appointments/${props.call.of.id}`}>
      <div class="choices call-actions">
        <Show when={props.phone !== ""}>
          <ContactLinks phone={props.phone} who={name()} message={message()} />
        </Show>
        <Checkbox
          label={words().tick}
          accessibleLabel={words().tickFor(name())}
          hint={toldBy()}
          checked={props.call.told !== null}
          onChange={(isTold) => void tick(isTold)}
        />
      </div>
    </ListRow>
  );
};
