import { isTouching, unionOf } from "../availability/span-union.ts";
import type { MemberId, RecordId } from "../ids.ts";
import { addMs, type Instant } from "../instant.ts";
import { type Appointment, isStanding } from "../kinds/appointment.ts";
import { isOverlapping, type Span } from "../times/day-plan.ts";
import type { Slot } from "../times/slot.ts";

/** An appointment as far as what it set free goes. */
export type Freeing = {
  readonly id: RecordId;
  readonly values: Pick<Appointment, "slot" | "status" | "movedFrom">;
};

/** A time that somebody had and has no more, and whose it was. */
export type FreedTime = { readonly of: RecordId; readonly slot: Slot };

/**
 * The coming times of an adviser's that a cancelled or moved appointment set free, soonest first, and that nothing has been
 * booked over since. A moved one leaves a time of whoever had it then, of its present length and at its present place: no
 * more is known of it. Of one time that was set free twice only one is told. `isTaken` says whether something standing or
 * held is at a time.
 */
export const freedTimes = (
  appointments: Iterable<Freeing>,
  isTaken: (slot: Slot) => boolean,
  now: Instant,
): FreedTime[] => {
  const freed = [...appointments]
    .flatMap((one): FreedTime[] => {
      const slot = freedSlotOf(one);
      return slot === null || slot.start <= now || isTaken(slot) ? [] : [{ of: one.id, slot }];
    })
    .sort((one, other) => one.slot.start - other.slot.start || (one.of < other.of ? -1 : 1));
  const told: FreedTime[] = [];
  // By their start, and none over another: the last one of an adviser's is the only one that can reach into the next.
  const last = new Map<MemberId | null, FreedTime>();
  for (const one of freed) {
    const { adviser } = one.slot;
    const before = last.get(adviser);
    if (before !== undefined && isOverlapping(before.slot, one.slot)) continue;
    last.set(adviser, one);
    told.push(one);
  }
  return told;
};

/** The time that an appointment has set free, whoever has taken it since; `null` where it has what it had. */
export const freedSlotOf = ({ values }: Pick<Freeing, "values">): Slot | null => {
  const { slot, movedFrom } = values;
  const { allotment: _, ...plain } = slot;
  if (slot.end <= slot.start) return null;
  if (!isStanding(values)) return slot.adviser === null ? null : plain;
  // A bare start does not say whose time it was: the adviser may have changed with it, or since.
  if (movedFrom === null || typeof movedFrom !== "object") return null;
  const { start, adviser } = movedFrom;
  if (adviser === null) return null;
  const left = { ...plain, adviser, start, end: addMs(start, slot.end - slot.start) };
  return adviser === slot.adviser && isOverlapping(left, slot) ? null : left;
};

/**
 * Tells of a time whether anything of these is at it, of its own adviser's. They are sorted once; each question halves its
 * way, so that asking about every freed time costs little where thousands are booked. What has no length takes nothing.
 */
export const takenBy = (
  taken: Iterable<Span & Pick<Slot, "adviser">>,
): ((slot: Pick<Slot, "start" | "end" | "adviser">) => boolean) => {
  const spans = new Map<MemberId | null, Span[]>();
  for (const one of taken) {
    const own = spans.get(one.adviser);
    if (own === undefined) spans.set(one.adviser, [one]);
    else own.push(one);
  }
  const unions = new Map([...spans].map(([adviser, own]) => [adviser, unionOf(own)]));
  return (slot) => isTouching(unions.get(slot.adviser) ?? [], slot);
};
