import type { RecordId } from "#domain/ids.ts";
import { type LocalDate, minuteMs } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { isRemote } from "#domain/kinds/appointment-codes.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { placeKind } from "#domain/kinds/place.ts";
import { waitingKind } from "#domain/kinds/waiting.ts";
import { hasRoster } from "#domain/meeting/states.ts";
import type { AppointmentForm } from "#features/parts/appointment-form/appointment-form.ts";
import { usualLengthInMinutes } from "#features/parts/appointment-form/form-times.ts";
import type { Habit } from "#features/parts/appointment-form/habit.ts";
import { phoneText } from "#features/parts/values/phone-text.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";

/**
 * What a booking goes on from: a meeting (`follows`), or somebody on the waiting list. It has a draft of its own, so that
 * neither an unfinished booking nor this one is lost to the other, and leads back to where it was begun.
 */
export type Origin = {
  readonly draftId: string;
  readonly here: string;
  readonly back: string;
  readonly client: RecordId | null;
  readonly follows: RecordId | null;
  readonly waiting: RecordId | null;
  readonly asked: LocalDate | null;
  /** What the booking takes over; the usual things where it is about something new. */
  readonly habit: Habit;
};

/** What a booking goes on from now: of what was erased under an open form nothing goes into a booking for somebody else. */
export const standingOrigin = (origin: Origin | null, store: Store): Origin | null => {
  const from = [origin?.follows ?? null, origin?.waiting ?? null];
  return from.some((id) => id !== null && store.isErased(id)) ? null : origin;
};

type Query = Readonly<Record<string, unknown>>;

/** Reads an origin out of an address; `null` for a booking that begins from nothing, or from what is not on this device. */
export const readOrigin = (query: Query, store: Store, usual: Habit): Origin | null =>
  fromWaiting(query, store, usual) ?? fromMeeting(query, store, usual);

const fromMeeting = (query: Query, { ledger }: Store, usual: Habit): Origin | null => {
  const meeting = ledger.get(appointmentKind, idIn(query, "follows"));
  if (meeting === undefined) return null;
  const { values, id } = meeting;
  const { slot } = values;
  const wanted = ledger.get(clientKind, idIn(query, "client"))?.id ?? null;
  const client = wanted ?? values.client;
  const isOfMany = hasRoster(values);
  return {
    draftId: `booking.follows.${id}.${client ?? ""}`,
    here: `/book?follows=${id}${wanted === null ? "" : `&client=${wanted}`}`,
    back: `/appointments/${id}`,
    client,
    follows: id,
    waiting: null,
    asked: null,
    habit: {
      guidance: values.guidance,
      channel: isOfMany ? "visit" : values.channel,
      place: slot.place,
      lengthInMinutes: isOfMany
        ? usual.lengthInMinutes
        : Math.round((slot.end - slot.start) / minuteMs),
    },
  };
};

const fromWaiting = (query: Query, { ledger }: Store, usual: Habit): Origin | null => {
  const entry = ledger.get(waitingKind, idIn(query, "waiting"));
  if (entry === undefined) return null;
  const { id, values } = entry;
  const { guidance, channel, lengthInMinutes, places, asked, client } = values;
  const wished = places.length === 1 ? ledger.get(placeKind, places[0] as RecordId)?.id : undefined;
  return {
    draftId: `booking.waiting.${id}`,
    here: `/book?waiting=${id}`,
    back: "/waiting",
    client,
    follows: null,
    waiting: id,
    asked,
    habit: {
      guidance,
      channel,
      lengthInMinutes,
      place: isRemote(channel) ? null : (wished ?? usual.place),
    },
  };
};

/** What a booking without any habit is like. */
export const plainHabit: Habit = {
  guidance: "education",
  channel: "visit",
  place: null,
  lengthInMinutes: usualLengthInMinutes,
};

const idIn = (query: Query, name: string): RecordId => {
  const value = query[name];
  return (typeof value === "string" ? value : "") as RecordId;
};

/** The form with whom it is for. A time that was chosen with its place does not make a call a visit. */
export const withOrigin = <F extends AppointmentForm>(
  form: F,
  { client, habit }: Origin,
  { ledger }: Store,
): F => {
  const known = client === null ? undefined : ledger.get(clientKind, client)?.values;
  return {
    ...form,
    channel: habit.channel,
    ...(isRemote(habit.channel) ? { place: null } : {}),
    ...(known === undefined
      ? {}
      : { client, name: known.name, phone: phoneText(known.phone), language: known.language }),
  };
};

/** Ends the wait that a booking came from, in the booking's own save; nothing where it has ended already. */
export const waitEndingEdits = (
  { ledger }: Store,
  waiting: RecordId | null,
  appointment: RecordId,
): Edit[] => {
  const entry = waiting === null ? undefined : ledger.get(waitingKind, waiting);
  if (entry?.values.status !== "waiting") return [];
  return setWaiting(ledger, entry.id, { status: "booked", appointment });
};

/** Puts somebody back on the list when the booking that ended the wait is undone, and nobody has changed that since. */
export const waitAgainEdits = (
  { ledger }: Store,
  waiting: RecordId | null,
  appointment: RecordId,
): Edit[] => {
  const entry = waiting === null ? undefined : ledger.get(waitingKind, waiting);
  if (entry?.values.appointment !== appointment) return [];
  return setWaiting(ledger, entry.id, { status: "waiting", appointment: null });
};

const setWaiting = (
  ledger: Store["ledger"],
  waiting: RecordId,
  fields: Readonly<Record<string, Json>>,
): Edit[] => {
  const sight = ledger.sightOf(waiting);
  if (sight === null) return [];
  return Object.entries(fields).map(([field, value]) => ({ verb: "set", sight, field, value }));
};
