import { Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import type { AppointmentCall } from "#features/parts/contact/calls.ts";
import { clientMessage } from "#features/parts/contact/client-message.ts";
import { ContactLinks } from "#features/parts/contact/contact-links.tsx";
import { keepPlaceInList } from "#features/parts/screen/focus.ts";
import { adviserName, type Around, clientName } from "#features/parts/times/appointment-view.ts";
import { correctedNow } from "#features/parts/values/corrected-now.ts";
import { useLocale } from "#i18n/locale.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { tellingEdits } from "./telling.ts";
import "#features/parts/screen/choices.css";
import { showNotSaved } from "#features/parts/values/not-saved-toast.ts";
import "./call-row.css";

/** One client to be told something: why and of which meeting, the links that do it where there is a number, and a tick that colleagues see. */
export const CallRow = (props: {
  readonly call: AppointmentCall;
  readonly phone: string;
  readonly around: Around;
  readonly withAdviser: boolean;
}) => {
  const { store, clock, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const values = () => props.call.of.values;
  const words = () => texts().calls;
  /** Whoever is one of many is told of the group by its name; else the client is what the time is called by. */
  const isOneOfMany = () => props.call.attendee !== null;
  const name = () => clientName({ client: props.call.client }, props.around, texts());
  const meeting = () => clientName({ ...values(), client: null }, props.around, texts());
  const adviser = (id: string | null) => adviserName(id, props.around, texts());
  const subtitle = () => {
    const { start, adviser: whose } = values().slot;
    const day = formats().dayRelative(toLocalDate(start), toLocalDate(now()));
    const time = `${day} ${texts().common.at(formats().time(start))}`;
    const later = props.call.later.length;
    return [
      words().reasons[props.call.reason],
      isOneOfMany() ? meeting() : "",
      time,
      later === 0 ? "" : words().later(later),
      props.withAdviser ? adviser(whose) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  };
  const message = () => {
    const { slot, channel } = values();
    const client = props.around.clients.get(props.call.client);
    const language = isOneOfMany() ? (client?.values.language ?? "") : values().language;
    const known = props.around.advisers.get(slot.adviser as string as RecordId);
    return clientMessage(props.call.reason, {
      language,
      start: slot.start,
      later: props.call.later.map(({ of }) => of.values.slot.start),
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
    const backToList = keepPlaceInList();
    const written = await store.write(tellingEdits(store, props.call, isTold, at));
    if (written.ok) return backToList();
    showNotSaved(toasts, texts(), written.failure);
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
