import type { MemberId, RecordId } from "#domain/ids.ts";
import type { Place } from "#domain/kinds/place.ts";
import { isRemote } from "#domain/kinds/appointment-codes.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { Choice } from "#ui/choice-chips.tsx";
import type { AppointmentRecords, Around } from "#features/parts/times/appointment-view.ts";
import type { AppointmentForm } from "./appointment-form.ts";

/** How many places stand before the others. */
export const dearPlaceCount = 3;

/** The adviser's places, most used first; the area's other places after them by name. */
export const placesByUse = (
  { places }: Pick<Around, "places">,
  appointments: AppointmentRecords,
  member: MemberId,
): RecordId[] => {
  const uses = usesOf(appointments, member);
  return [...places.values()]
    .sort(
      (one, other) =>
        (uses.get(other.id) ?? 0) - (uses.get(one.id) ?? 0) ||
        (one.values.name < other.values.name ? -1 : 1),
    )
    .map(({ id }) => id);
};

/** How often an adviser is where. Counted once for all screens, until a record changes and the map is another. */
const usesOf = (
  appointments: AppointmentRecords,
  member: MemberId,
): ReadonlyMap<RecordId, number> => {
  const known = counted.get(appointments);
  if (known?.member === member) return known.uses;
  const uses = new Map<RecordId, number>();
  for (const { values } of appointments.values()) {
    const { place, adviser } = values.slot;
    if (place !== null && adviser === member) uses.set(place, (uses.get(place) ?? 0) + 1);
  }
  counted.set(appointments, { member, uses });
  return uses;
};

const counted = new WeakMap<
  AppointmentRecords,
  { readonly member: MemberId; readonly uses: ReadonlyMap<RecordId, number> }
>();

const elsewhere = "elsewhere";

type Where = Pick<AppointmentForm, "channel" | "place" | "room">;

/**
 * The chips of "where": the dearest places, a call, then the rest, the other ways that need no place, and a place that the
 * note tells. What has to be met at its place has no way around it.
 */
export const placeChoices = (
  ordered: readonly RecordId[],
  { places }: Pick<Around, "places">,
  texts: Texts,
  meetsThere = false,
): Choice<string>[] => {
  const chips = ordered.map((id) => ({ value: id, label: places.get(id)?.values.name ?? "" }));
  const { email, online } = texts.words.channel;
  const remote = meetsThere
    ? []
    : [
        { value: "email", label: email },
        { value: "online", label: online },
      ];
  return [
    ...chips.slice(0, dearPlaceCount),
    ...(meetsThere ? [] : [{ value: "phone", label: texts.form.byPhone }]),
    ...chips.slice(dearPlaceCount),
    ...remote,
    { value: elsewhere, label: texts.form.otherPlace },
  ];
};

export const placeChoiceOf = ({ channel, place }: Pick<Where, "channel" | "place">): string =>
  isRemote(channel) ? channel : (place ?? elsewhere);

/** What a chip of "where" means; whoever meets at a stand goes on meeting at one. */
export const placeFields = (choice: string, { channel }: Pick<Where, "channel">): Where => {
  if (isRemote(choice)) return { channel: choice, place: null, room: "" };
  const place = choice === elsewhere ? null : (choice as RecordId);
  return { channel: isRemote(channel) ? "visit" : channel, place, room: "" };
};

/** Another way of meeting: without a place where it needs none. */
export const channelFields = (channel: string): Partial<Where> =>
  isRemote(channel) ? { channel, place: null, room: "" } : { channel };

/** A room of a place, by its item. */
export type RoomChoice = { readonly id: string; readonly name: string; readonly private: boolean };

/** The rooms of a place by their names. */
export const roomsOf = (place: Pick<Place, "rooms"> | undefined): RoomChoice[] =>
  Object.entries(place?.rooms ?? {})
    .map(([id, room]) => ({ id, name: room.name, private: room.private }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
