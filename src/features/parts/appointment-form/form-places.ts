import type { MemberId, RecordId } from "#domain/ids.ts";
import type { BookingForm } from "#domain/times/booking.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { Choice } from "#ui/choice-chips.tsx";
import type { AppointmentRecords, Around } from "#features/parts/times/appointment-view.ts";

/** How many places stand before the others. */
export const dearPlaceCount = 3;

/** The adviser's places, most used first; the area's other places after them by name. */
export const placesByUse = (
  { places }: Pick<Around, "places">,
  appointments: AppointmentRecords,
  member: MemberId,
): RecordId[] => {
  const uses = new Map<RecordId, number>();
  for (const { values } of appointments.values()) {
    const { place, adviser } = values.slot;
    if (place !== null && adviser === member) uses.set(place, (uses.get(place) ?? 0) + 1);
  }
  return [...places.values()]
    .sort(
      (one, other) =>
        (uses.get(other.id) ?? 0) - (uses.get(one.id) ?? 0) ||
        (one.values.name < other.values.name ? -1 : 1),
    )
    .map(({ id }) => id);
};

const byPhone = "phone";
const elsewhere = "elsewhere";

/** The chips of "where": the dearest places, a call, then the rest, then a place that the note tells. */
export const placeChoices = (
  ordered: readonly RecordId[],
  { places }: Pick<Around, "places">,
  texts: Texts,
): Choice<string>[] => {
  const chips = ordered.map((id) => ({ value: id, label: places.get(id)?.values.name ?? "" }));
  return [
    ...chips.slice(0, dearPlaceCount),
    { value: byPhone, label: texts.form.byPhone },
    ...chips.slice(dearPlaceCount),
    { value: elsewhere, label: texts.form.otherPlace },
  ];
};

export const placeChoiceOf = ({ channel, place }: Pick<BookingForm, "channel" | "place">): string =>
  channel === "phone" ? byPhone : (place ?? elsewhere);

export const placeFields = (choice: string): Pick<BookingForm, "channel" | "place"> => {
  if (choice === byPhone) return { channel: "phone", place: null };
  return { channel: "visit", place: choice === elsewhere ? null : (choice as RecordId) };
};
