import { isOverlapping, type Span } from "./day-plan.ts";
import type { DeviceId, RecordId } from "../ids.ts";
import { addMs, type Instant, minuteMs } from "../instant.ts";
import { type Allotment, isOpenAllotment } from "../kinds/allotment.ts";
import { type Appointment, isStanding } from "../kinds/appointment.ts";
import type { Slot } from "./slot.ts";
import { isSameTime, standingOf } from "./promise.ts";

/** An allotment by its id, and an appointment by its. */
export type AllotmentRecord = { readonly id: RecordId; readonly values: Allotment };
export type BookingRecord = {
  readonly id: RecordId;
  readonly values: Pick<Appointment, "slot" | "status">;
};

/** Whether an allotment still keeps time for its holder: open, and not over. */
export const isCurrent = ({ values }: AllotmentRecord, now: Instant): boolean =>
  isOpenAllotment(values) && values.slot.end > now;

/**
 * Whether what this device gives out of the allotment is certain without a network: it is this device's, still open, and
 * the endpoint has said that it holds it.
 */
export const isCertain = ({ values }: AllotmentRecord, device: DeviceId): boolean =>
  values.holder === device &&
  isOpenAllotment(values) &&
  standingOf(values.slot, values.promise) === "held";

/**
 * The allotment that a time can be given out of by this device: its own, open, of the same adviser, around the whole time,
 * and with nothing else given at it. A certain one before one that the endpoint has not confirmed; `null` when there is none.
 */
export const allotmentFor = (
  slot: Slot,
  device: DeviceId,
  allotments: Iterable<AllotmentRecord>,
  bookings: readonly BookingRecord[],
): AllotmentRecord | null => {
  let found: AllotmentRecord | null = null;
  for (const allotment of allotments) {
    const { values } = allotment;
    const isOwn = values.holder === device && isOpenAllotment(values);
    if (!isOwn || !isInside(slot, values.slot)) continue;
    if (bookings.some((booking) => isGiven(booking, allotment.id, slot))) continue;
    if (found === null || isCertain(allotment, device)) found = allotment;
  }
  return found;
};

const isInside = (slot: Slot, whole: Slot): boolean =>
  slot.adviser === whole.adviser && whole.start <= slot.start && slot.end <= whole.end;

const isGiven = ({ values }: BookingRecord, allotment: RecordId, span: Span): boolean =>
  values.slot.allotment === allotment && isStanding(values) && isOverlapping(values.slot, span);

/** What a booking is held against: an allotment by its id, and what stands at a time, the booking itself among it or not. */
export type Surroundings = {
  /** As the endpoint has it: what the holder changed in it later does not count yet. */
  readonly allotment: (id: RecordId) => AllotmentRecord | undefined;
  readonly bookingsAt: (span: Span) => readonly BookingRecord[];
};

/**
 * Whether an appointment's time is certain though the endpoint has not said so: given out of a certain allotment by its
 * holder, and to nobody else. Where two were given one time, the endpoint keeps the one that it held already or hears of
 * first, so neither of them is certain before it has said which.
 */
export const isGuaranteed = (
  { id, values: { slot } }: BookingRecord,
  device: DeviceId,
  { allotment, bookingsAt }: Surroundings,
): boolean => {
  if (slot.allotment === undefined) return false;
  const from = allotment(slot.allotment);
  if (from === undefined || !isCertain(from, device) || !isInside(slot, from.values.slot)) {
    return false;
  }
  return !bookingsAt(slot).some((other) => other.id !== id && isGiven(other, from.id, slot));
};

/** The times of an allotment, one after the other, that nothing of `taken` overlaps and that begin at `notBefore` or later. */
export const freeAllottedTimes = (
  { values: { slot, lengthInMinutes } }: AllotmentRecord,
  taken: readonly Span[],
  notBefore: Instant,
): Span[] => {
  const times: Span[] = [];
  for (let { start } = slot; ; start = addMs(start, lengthInMinutes * minuteMs)) {
    const span = { start, end: addMs(start, lengthInMinutes * minuteMs) };
    if (span.end > slot.end) return times;
    if (start >= notBefore && !taken.some((one) => isOverlapping(one, span))) times.push(span);
  }
};

/** The parts of a stretch that nothing of `taken` covers, as far as a time of `leastMs` fits into them. */
export const freeStretches = (whole: Span, taken: readonly Span[], leastMs: number): Span[] => {
  const stretches: Span[] = [];
  let { start } = whole;
  const sorted = taken
    .filter((one) => isOverlapping(one, whole))
    .sort((one, other) => one.start - other.start);
  for (const { start: busyFrom, end: busyTo } of [
    ...sorted,
    { start: whole.end, end: whole.end },
  ]) {
    if (busyFrom - start >= leastMs) stretches.push({ start, end: busyFrom });
    if (busyTo > start) start = busyTo;
  }
  return stretches;
};

/**
 * The open allotment that a booking of this device would clash with: of the same adviser and over some of the time. `null`
 * when there is none, when the time can be given out of one ({@link allotmentFor}), or when it is where the booking stands
 * (`standing`) and was given out: what was given out is not in its own way for as long as it stays, whoever looks.
 */
export const allotmentAgainst = (
  slot: Slot,
  device: DeviceId,
  allotments: readonly AllotmentRecord[],
  bookings: readonly BookingRecord[],
  standing?: Slot,
): AllotmentRecord | null => {
  if (standing?.allotment !== undefined && isSameTime(standing, slot)) return null;
  if (allotmentFor(slot, device, allotments, bookings) !== null) return null;
  const isAgainst = ({ values }: AllotmentRecord) =>
    values.slot.adviser === slot.adviser &&
    isOpenAllotment(values) &&
    isOverlapping(values.slot, slot);
  return allotments.find(isAgainst) ?? null;
};
