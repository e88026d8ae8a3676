import type { RecordId } from "../ids.ts";
import type { Instant } from "../instant.ts";
import { type Appointment, isStanding } from "../kinds/appointment.ts";
import { addDays, toLocalDate } from "../local-time.ts";
import { wasAt } from "./moved.ts";

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

/** A call that is to be made, or was made today. */
export type Call<T extends Callable> = {
  readonly of: T;
  readonly reason: CallReason;
  /** When the client was told, by whom; `null` while nobody has told. */
  readonly told: { readonly by: string; readonly at: Instant } | null;
  /** Later times of the same series that the same call is about, by time: whoever moves ten times calls once. */
  readonly later: readonly T[];
};

/**
 * Why the client of a time has to hear from the adviser today, whether or not somebody has told already; `null` for none.
 * A time that is still to come was cancelled by somebody else than the client, or moved; or it is today or tomorrow; or the
 * client did not come to it in the last week.
 */
export const callReasonOf = ({ values }: Callable, now: Instant): CallReason | null => {
  const { slot, status, cancelling, client } = values;
  if (client === null || slot.end <= slot.start) return null;
  if (status === "no-show") {
    const from = addDays(toLocalDate(now), -callAgainInDays);
    return slot.start <= now && toLocalDate(slot.start) >= from ? "no-show" : null;
  }
  if (slot.start <= now) return null;
  if (status === "cancelled") return cancelling?.by === "client" ? null : "cancelled";
  if (status !== "booked" || !isStanding(values)) return null;
  const today = toLocalDate(now);
  const telling = tellingOf(values);
  const isNews = telling === null || toLocalDate(telling.at) === today;
  if (wasAt(values) !== null && isNews) return "moved";
  return toLocalDate(slot.start) <= addDays(today, 1) ? "reminder" : null;
};

/** The last word to the client about the time as it is now; `null` for none. */
export const tellingOf = ({
  slot,
  status,
  told,
}: Pick<Appointment, "slot" | "status" | "told">): { by: string; at: Instant } | null => {
  let last: { by: string; at: Instant } | null = null;
  for (const [by, one] of Object.entries(told)) {
    const isOfThis = one.start === slot.start && one.status === status;
    if (isOfThis && (last === null || one.at > last.at)) last = { by, at: one.at };
  }
  return last;
};

/**
 * The calls of a day: what is to be told and, so that a slip can be mended, what was told today. First what changes a
 * client's plans, cancelled and moved times, then reminders, then those who did not come; each by time. A reminder counts
 * as given when the client heard of the time on the day before it or later: what was said long before is forgotten.
 */
export const callsOf = <T extends Callable>(appointments: Iterable<T>, now: Instant): Call<T>[] => {
  const today = toLocalDate(now);
  const calls: Call<T>[] = [];
  for (const of of appointments) {
    const reason = callReasonOf(of, now);
    if (reason === null) continue;
    const telling = tellingOf(of.values);
    const isStale = reason === "reminder" && telling !== null && !isFresh(telling.at, of.values);
    const told = isStale ? null : telling;
    if (told === null || toLocalDate(told.at) === today)
      calls.push({ of, reason, told, later: [] });
  }
  calls.sort(
    (one, other) =>
      callReasons.indexOf(one.reason) - callReasons.indexOf(other.reason) ||
      one.of.values.slot.start - other.of.values.slot.start ||
      (one.of.id < other.of.id ? -1 : 1),
  );
  return onceForSeries(calls);
};

/** Of sorted calls, those that tell a client the same of several times of one series become one, at the first of them. */
const onceForSeries = <T extends Callable>(calls: readonly Call<T>[]): Call<T>[] => {
  const once = new Map<string, Call<T>>();
  for (const call of calls) {
    const { id, values } = call.of;
    const isNews = call.reason === "moved" || call.reason === "cancelled";
    const of = isNews && values.series !== null ? `${values.series} ${values.client}` : id;
    const key = `${call.reason} ${call.told === null} ${of}`;
    const first = once.get(key);
    once.set(key, first === undefined ? call : { ...first, later: [...first.later, call.of] });
  }
  return [...once.values()];
};

const isFresh = (at: Instant, { slot }: Pick<Appointment, "slot">): boolean =>
  toLocalDate(at) >= addDays(toLocalDate(slot.start), -1);
