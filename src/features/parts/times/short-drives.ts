import { isLedBy } from "#domain/kinds/appointment.ts";
import type { RecordId } from "#domain/ids.ts";
import type { Slot } from "#domain/times/slot.ts";
import { type ShortTravel, shortTravels } from "#domain/times/travel.ts";
import type { AppointmentRecord, Around } from "./appointment-view.ts";

/**
 * The drives of an adviser to a time and from it that do not fit between that and `thatDay`, whoever's times of the day these
 * are; none where the place is not chosen, or where nobody has entered how long the drive takes.
 */
export const shortDrives = (
  slot: Slot,
  thatDay: readonly AppointmentRecord[],
  { areas, places }: Pick<Around, "areas" | "places">,
): readonly ShortTravel[] => {
  const travel = [...areas.values()][0]?.values.travel;
  const { adviser } = slot;
  if (travel === undefined || adviser === null || slot.place === null) return [];
  const municipalityOf = (place: RecordId | null) =>
    place === null ? "" : (places.get(place)?.values.municipality ?? "");
  const stops = thatDay
    .filter(({ values }) => isLedBy(values, adviser))
    .map(({ values: { slot: other } }) => ({
      start: other.start,
      end: other.end,
      municipality: municipalityOf(other.place),
    }));
  return shortTravels({ ...slot, municipality: municipalityOf(slot.place) }, stops, travel);
};
