import type { RecordId } from "../ids.ts";
import type { Instant } from "../instant.ts";
import { type Appointment, isStanding } from "../kinds/appointment.ts";
import type { RosterClient } from "../kinds/roster.ts";
import { addDays, toLocalDate } from "../local-time.ts";
import { wasAt } from "./moved.ts";
import { type Matter, type Telling, tellingOf } from "./telling.ts";

/** Why a client is called: the time is near, moved or was called off, or the client did not come. */
export const callReasons = ["cancelled", "moved", "reminder", "no-show"] as const;
export type CallReason = (typeof callReasons)[number];

/** An appointment as far as calling its client goes. */
export type Callable = {
  readonly id: RecordId;
  readonly values: Pick<
    Appointment,
    "slot" | "status" | "cancelling" | "movedFrom" | "told" | "client" | "series"
  >;
};

/** A client who did not come is called again for so many days; later it is another matter. */
const callAgainInDays = 7;

/** A call that is to be made to one client, or was made today. */
export type Call<T extends Callable> = Matter<T> & {
  readonly client: RecordId;
  readonly reason: CallReason;
  /** When the client was told, by whom; `null` while nobody has told. */
  readonly told: Telling | null;
  /** Later times of the same series that the same call is about, by time: whoever moves ten times calls once. */
  readonly later: readonly Matter<T>[];
};

/**
 * Why somebody has to hear of a time from the adviser today, whether or not anybody has told already; `null` for none. A
 * time that is still to come was cancelled by somebody else than the client, or moved; or it is today or tomorrow; or the
 * client did not come to it in the last week. Somebody of a roster hears of what changes plans alone, and of a cancelled
 * time whoever called it off: one of many did not do that for all.
 */
const reasonOf = <T extends Callable>(matter: Matter<T>, now: Instant): CallReason | null => {
  const { values } = matter.of;
  const { slot, status, cancelling } = values;
  const isOneOfMany = matter.attendee !== null;
  if (slot.end <= slot.start) return null;
  if (status === "no-show" && !isOneOfMany) {
    const from = addDays(toLocalDate(now), -callAgainInDays);
    return slot.start <= now && toLocalDate(slot.start) >= from ? "no-show" : null;
  }
  if (slot.start <= now) return null;
  if (status === "cancelled")
    return cancelling?.by === "client" && !isOneOfMany ? null : "cancelled";
  if (status !== "booked" || !isStanding(values)) return null;
  const today = toLocalDate(now);
  const telling = tellingOf(matter);
  const isNews = telling === null || toLocalDate(telling.at) === today;
  if (wasAt(values) !== null && isNews) return "moved";
  const isNear = toLocalDate(slot.start) <= addDays(today, 1);
  return isNear && !isOneOfMany ? "reminder" : null;
};

/**
 * The calls of a day, one to each client of each time and of its roster: what is to be told and, so that a slip can be
 * mended, what was told today. First what changes a client's plans, cancelled and moved times, then reminders, then those
 * who did not come; each by time, and a roster as `rosterOf` gives it. A reminder counts as given when the client heard of
 * the time on the day before it or later: what was said long before is forgotten.
 */
export const callsOf = <T extends Callable>(
  appointments: Iterable<T>,
  rosterOf: (appointment: RecordId) => readonly RosterClient[],
  now: Instant,
): Call<T>[] => {
  const calls: Call<T>[] = [];
  const add = (client: RecordId, matter: Matter<T>) => {
    const call = callOf(client, matter, now);
    if (call !== null) calls.push(call);
  };
  for (const of of appointments) {
    const { client } = of.values;
    if (client !== null) add(client, { of, attendee: null });
    if (!isNewsToMany(of, now)) continue;
    for (const attendee of rosterOf(of.id)) {
      if (attendee.client !== client) add(attendee.client, { of, attendee });
    }
  }
  calls.sort(
    (one, other) =>
      callReasons.indexOf(one.reason) - callReasons.indexOf(other.reason) ||
      one.of.values.slot.start - other.of.values.slot.start ||
      compareIds(one.of.id, other.of.id),
  );
  return onceForSeries(calls);
};

/** Most times are neither moved nor off: of those no roster is asked for. */
const isNewsToMany = ({ values }: Callable, now: Instant): boolean =>
  values.slot.start > now && (values.status === "cancelled" || wasAt(values) !== null);

const callOf = <T extends Callable>(
  client: RecordId,
  matter: Matter<T>,
  now: Instant,
): Call<T> | null => {
  const reason = reasonOf(matter, now);
  if (reason === null) return null;
  const telling = tellingOf(matter);
  const isStale =
    reason === "reminder" && telling !== null && !isFresh(telling.at, matter.of.values);
  const told = isStale ? null : telling;
  const isOfToday = told === null || toLocalDate(told.at) === toLocalDate(now);
  return isOfToday ? { ...matter, client, reason, told, later: [] } : null;
};

/** Of sorted calls, those that tell a client the same of several times of one series become one, at the first of them. */
const onceForSeries = <T extends Callable>(calls: readonly Call<T>[]): Call<T>[] => {
  const once = new Map<string, Call<T>>();
  for (const call of calls) {
    const { of, attendee, client, reason, told } = call;
    const isNews = reason === "moved" || reason === "cancelled";
    const about = isNews && of.values.series !== null ? of.values.series : of.id;
    const key = `${reason} ${told === null} ${about} ${client}`;
    const first = once.get(key);
    once.set(
      key,
      first === undefined ? call : { ...first, later: [...first.later, { of, attendee }] },
    );
  }
  return [...once.values()];
};

const compareIds = (one: RecordId, other: RecordId): number =>
  one === other ? 0 : one < other ? -1 : 1;

const isFresh = (at: Instant, { slot }: Pick<Appointment, "slot">): boolean =>
  toLocalDate(at) >= addDays(toLocalDate(slot.start), -1);
