import type { MemberId, RecordId } from "#domain/ids.ts";
import { addMs, type Instant, type LocalDate, minuteMs } from "#domain/instant.ts";
import type { adviserKind } from "#domain/kinds/adviser.ts";
import {
  type Appointment,
  type appointmentKind,
  isLedBy,
  isStanding,
} from "#domain/kinds/appointment.ts";
import { isRemote } from "#domain/kinds/appointment-codes.ts";
import { partsOfForm } from "#domain/kinds/appointment-forms.ts";
import type { Place, placeKind } from "#domain/kinds/place.ts";
import { ownMember } from "#domain/json.ts";
import { slotMaxMs } from "#domain/times/slot.ts";
import type { areaKind } from "#domain/kinds/area.ts";
import type { organisationKind } from "#domain/kinds/organisation.ts";
import type { clientKind } from "#domain/kinds/client.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { Readable } from "#domain/record.ts";
import type { StartTexts } from "#i18n/fi/start.ts";
import { wordOf } from "#i18n/words.ts";

export type AppointmentRecord = Readable<typeof appointmentKind>;
export type AppointmentRecords = ReadonlyMap<RecordId, AppointmentRecord>;

/** The records that an appointment points to. */
export type Around = {
  readonly clients: ReadonlyMap<RecordId, Readable<typeof clientKind>>;
  readonly places: ReadonlyMap<RecordId, Readable<typeof placeKind>>;
  readonly advisers: ReadonlyMap<RecordId, Readable<typeof adviserKind>>;
  readonly organisations: ReadonlyMap<RecordId, Readable<typeof organisationKind>>;
  readonly areas: ReadonlyMap<RecordId, Readable<typeof areaKind>>;
};

/** The standing appointments by their start. What was sorted `before` is nearly in order and makes it quick. */
export const sortStanding = (
  appointments: AppointmentRecords,
  before: readonly AppointmentRecord[],
): AppointmentRecord[] => {
  const known = new Set(before.map(({ id }) => id));
  const found = before.flatMap(({ id }) => appointments.get(id) ?? []);
  for (const record of appointments.values()) if (!known.has(record.id)) found.push(record);
  return found.filter(({ values }) => isStanding(values)).sort(byStart);
};

/** Those of a list sorted by start that have not ended by `from`; that one adviser leads, or everybody's. */
export const standingFrom = (
  sorted: readonly AppointmentRecord[],
  from: Instant,
  adviser: MemberId | null,
): AppointmentRecord[] =>
  sorted
    .slice(firstStartingAt(sorted, addMs(from, -slotMaxMs)))
    .filter(
      ({ values }) => values.slot.end > from && (adviser === null || isLedBy(values, adviser)),
    );

/** Those of a list sorted by start that take some of the time between two moments. */
export const standingWithin = (
  sorted: readonly AppointmentRecord[],
  from: Instant,
  until: Instant,
): AppointmentRecord[] =>
  sorted
    .slice(firstStartingAt(sorted, addMs(from, -slotMaxMs)), firstStartingAt(sorted, until))
    .filter(({ values: { slot } }) => slot.end > from);

/** Halves its way to the first that starts at `from` or later. */
const firstStartingAt = (sorted: readonly AppointmentRecord[], from: Instant): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.values.slot.start ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const byStart = (one: AppointmentRecord, other: AppointmentRecord): number =>
  one.values.slot.start - other.values.slot.start || (one.id < other.id ? -1 : 1);

/** Puts a sorted list under its days. Give it only what is shown: finding the day of a moment costs. */
export const groupByDay = (
  sorted: readonly AppointmentRecord[],
): ReadonlyMap<LocalDate, readonly AppointmentRecord[]> => {
  const groups = new Map<LocalDate, AppointmentRecord[]>();
  for (const record of sorted) {
    const date = toLocalDate(record.values.slot.start);
    const group = groups.get(date);
    if (group === undefined) groups.set(date, [record]);
    else group.push(record);
  }
  return groups;
};

/** Whom an appointment is for: its client, or the name of a meeting that is not for one alone. */
export const clientName = (
  { client, title = "", form = "individual" }: NamedBy,
  { clients }: Pick<Around, "clients">,
  texts: StartTexts,
): string => {
  if (client !== null) return clients.get(client)?.values.name || texts.common.unknownClient;
  if (title !== "") return title;
  return partsOfForm(form).client ? texts.common.noClient : wordOf(texts.words.form, form);
};

type NamedBy = Pick<Appointment, "client"> & Partial<Pick<Appointment, "title" | "form">>;

/** Where: a call or another way without a place, a place of the area and its room, or elsewhere, which the note tells. */
export const whereText = (
  { channel, slot }: Pick<Appointment, "channel" | "slot">,
  { places }: Pick<Around, "places">,
  texts: StartTexts,
): string => {
  if (channel === "phone") return texts.common.phone;
  if (isRemote(channel)) return wordOf(texts.words.channel, channel);
  if (slot.place === null) return texts.form.otherPlace;
  const place = places.get(slot.place)?.values;
  const room = roomName(place, slot);
  return [place?.name || texts.common.unknownPlace, room].filter(Boolean).join(", ");
};

/** The name of a slot's room; empty for none, and for one that the place does not have any more. */
export const roomName = (
  place: Pick<Place, "rooms"> | undefined,
  { room }: Pick<Appointment["slot"], "room">,
): string => (room === undefined ? "" : (ownMember(place?.rooms ?? {}, room)?.name ?? ""));

export const adviserName = (
  id: string | null,
  { advisers }: Pick<Around, "advisers">,
  texts: StartTexts,
): string => advisers.get(id as RecordId)?.values.name || texts.common.unknownPerson;

/** By the first name, as colleagues know each other; in full where two advisers share it. */
export const shortAdviserName = (
  id: string | null,
  around: Pick<Around, "advisers">,
  texts: StartTexts,
): string => {
  const name = adviserName(id, around, texts);
  if (!around.advisers.has(id as RecordId)) return name;
  const first = firstWord(name);
  const isShared = [...around.advisers.values()].some(
    (other) => other.id !== id && firstWord(other.values.name) === first,
  );
  return isShared ? name : first;
};

const firstWord = (name: string): string => name.trim().split(/\s+/, 1)[0] ?? name;

export const lengthInMinutes = ({ slot }: Pick<Appointment, "slot">): number =>
  Math.round((slot.end - slot.start) / minuteMs);

export const guidanceWord = (code: string, texts: StartTexts): string =>
  wordOf(texts.words.guidance, code);

export const languageWord = (code: string, texts: StartTexts): string =>
  wordOf(texts.words.language, code);
