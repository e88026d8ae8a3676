import type { RecordId } from "#domain/ids.ts";
import { minuteMs } from "#domain/instant.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { WaitingForm } from "#domain/waiting/waiting-form.ts";
import type { Store } from "#store/store.ts";

/** The form for the client of an appointment that was called off, with what it was for; `null` for none on this device. */
export const formOfAppointment = (
  id: unknown,
  { ledger }: Store,
  empty: WaitingForm,
): WaitingForm | null => {
  const found = typeof id === "string" ? ledger.get(appointmentKind, id as RecordId) : undefined;
  const client = found?.values.client ?? null;
  const known = client === null ? undefined : ledger.get(clientKind, client)?.values;
  if (found === undefined || known === undefined) return null;
  const { guidance, channel, slot } = found.values;
  return {
    ...empty,
    client,
    name: known.name,
    guidance,
    channel,
    length: String(Math.round((slot.end - slot.start) / minuteMs)),
    places: slot.place === null ? [] : [slot.place],
  };
};
