import { toLocalDate } from "#domain/local-time.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import {
  adviserName,
  type AppointmentRecord,
  type Around,
  clientName,
} from "./appointment-view.ts";
import { createNow } from "#features/environment.tsx";

/** A time that clashes, as something that waits for a person; it leads to the appointment, where it can be moved. */
export const ClashRow = (props: {
  readonly appointment: AppointmentRecord;
  readonly around: Around;
}) => {
  const { texts, formats } = useStartLocale();
  const now = createNow();
  const values = () => props.appointment.values;
  const subtitle = () => {
    const { start, end, adviser } = values().slot;
    const day = formats().dayLong(toLocalDate(start), toLocalDate(now()));
    const time = `${day} ${texts().common.at(formats().span(start, end))}`;
    return `${time} · ${adviserName(adviser, props.around, texts())}`;
  };
  return (
    <ListRow
      tone="broken"
      title={texts().slots.waiting(clientName(values(), props.around, texts()))}
      subtitle={subtitle()}
      href={`/appointments/${props.appointment.id}`}
    />
  );
};
