import { isOverlapping, type Span } from "./day-plan.ts";
import { minuteMs } from "../instant.ts";
import { type Area, travelMaxMinutes } from "../kinds/area.ts";
import { toLocalDate } from "../local-time.ts";

/** A stretch of time somewhere: in a municipality by its code, empty where it is not known. */
export type Stop = Span & { readonly municipality: string };

/** The name of a pair of municipalities among the area's driving times: both codes, the lower first, such as `205-290`. */
export const travelPair = (one: string, other: string): string =>
  one < other ? `${one}-${other}` : `${other}-${one}`;

/** The two codes of a {@link travelPair}; `null` for what is none. */
export const pairMunicipalities = (pair: string): readonly [string, string] | null => {
  const [, one, other] = /^(\d{3})-(\d{3})$/.exec(pair) ?? [];
  return one === undefined || other === undefined ? null : [one, other];
};

/** How many minutes one drives between two municipalities; `null` where nobody has entered it, or within one. */
export const drivingMinutes = (
  travel: Area["travel"],
  one: string,
  other: string,
): number | null => {
  if (one === "" || other === "" || one === other) return null;
  const pair = travelPair(one, other);
  return Object.hasOwn(travel, pair) ? (travel[pair] ?? null) : null;
};

/** Driving minutes as they were typed: a whole number from 1 to `travelMaxMinutes`; `null` for anything else. */
export const parseDrivingMinutes = (typed: string): number | null => {
  const minutes = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return minutes >= 1 && minutes <= travelMaxMinutes ? minutes : null;
};

/** A stop before or after a time that one cannot drive from or to in the time between, both in minutes. */
export type ShortTravel<S extends Stop = Stop> = {
  readonly side: "before" | "after";
  readonly stop: S;
  readonly driving: number;
  readonly between: number;
};

/**
 * The nearest stops of an adviser before and after a time, on the same day, from or to which the drive takes longer than
 * what lies between. What overlaps the time is passed over, for that is a clash of its own; so is what has no municipality.
 * Nothing is said of a drive that nobody has entered.
 */
export const shortTravels = <S extends Stop>(
  stop: Stop,
  others: Iterable<S>,
  travel: Area["travel"],
): ShortTravel<S>[] => {
  const date = toLocalDate(stop.start);
  let before: S | null = null;
  let after: S | null = null;
  for (const other of others) {
    if (other.municipality === "" || isOverlapping(other, stop)) continue;
    if (toLocalDate(other.start) !== date) continue;
    if (other.end <= stop.start) {
      if (before === null || other.end > before.end) before = other;
    } else if (after === null || other.start < after.start) after = other;
  }
  const shortOf = (side: "before" | "after", other: S | null): ShortTravel<S>[] => {
    if (other === null) return [];
    const driving = drivingMinutes(travel, stop.municipality, other.municipality);
    const betweenMs = side === "before" ? stop.start - other.end : other.start - stop.end;
    const between = Math.floor(betweenMs / minuteMs);
    return driving !== null && between < driving ? [{ side, stop: other, driving, between }] : [];
  };
  return [...shortOf("before", before), ...shortOf("after", after)];
};
