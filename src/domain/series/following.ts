import type { RecordId } from "../ids.ts";
import type { Instant } from "../instant.ts";
import { isSameJson, type Json } from "../json.ts";
import { parsePath, readPath } from "../fields/path.ts";
import type { Appointment, MovedFrom } from "../kinds/appointment.ts";
import { movedFromOf } from "../meeting/moved.ts";
import type { Slot } from "../times/slot.ts";
import { placedAt, placingOf } from "./plan.ts";

/** An appointment that may be one of a series. */
export type SeriesTime = { readonly id: RecordId; readonly values: Appointment };

/** A field of an appointment, or an item in one (`coLeaders.m1…`), and what it is to be; `undefined` for an item that goes. */
export type Change = { readonly field: string; readonly value: Json | undefined };

/** What is the same for all times of a series unless somebody has changed one of them by itself. */
const sharedFields: readonly string[] = [
  "form",
  "title",
  "client",
  "guidance",
  "channel",
  "language",
  "needs",
  "capacity",
  "coLeaders",
  "partners",
];

/**
 * The times of the same series that come after this one by its rule, have not begun, and are still booked, in their order.
 * Past ones, and those that were called off or held, are never among them.
 */
export const followingTimes = (
  all: Iterable<SeriesTime>,
  { id, values: { series, occurrence } }: SeriesTime,
  now: Instant,
): SeriesTime[] => {
  if (series === null || occurrence === null) return [];
  return [...all]
    .filter(
      (one) =>
        one.id !== id &&
        one.values.series === series &&
        one.values.occurrence !== null &&
        one.values.occurrence > occurrence &&
        one.values.status === "booked" &&
        one.values.slot.start > now,
    )
    .sort((one, other) => (one.values.occurrence ?? 0) - (other.values.occurrence ?? 0));
};

/**
 * What a change of one time changes of those that follow. What the series has planned is what most of its times from the changed one
 * on say, as that one was before; a time that says otherwise was changed by itself, and keeps what it says. Its day and
 * hours, its place with the room, and its adviser are looked at each by itself, and so is every other field. The day and
 * hours move as they lie to the day of the rule, by the clock on the wall. A slot that takes other time of somebody's names no
 * allotment: which one it is given out of is to be settled of all that move.
 */
export const followingChanges = (
  changed: SeriesTime,
  changes: readonly Change[],
  following: readonly SeriesTime[],
): ReadonlyMap<RecordId, readonly Change[]> => {
  const all = [changed, ...following];
  const made = new Map<RecordId, Change[]>();
  const add = (id: RecordId, change: Change) => made.set(id, [...(made.get(id) ?? []), change]);
  for (const change of changes) {
    if (change.field === "slot") {
      for (const { id, slot, movedFrom } of movedSlots(changed, change.value, following)) {
        add(id, { field: "slot", value: slot });
        if (movedFrom !== undefined) add(id, { field: "movedFrom", value: movedFrom });
      }
    } else if (sharedFields.includes(parsePath(change.field).field)) {
      const planned = mostCommon(all.map((one) => valueAt(one, change.field)));
      for (const one of following) {
        if (isSameJson(valueAt(one, change.field), planned)) add(one.id, change);
      }
    }
  }
  return made;
};

type Moved = {
  readonly id: RecordId;
  readonly slot: Slot;
  readonly movedFrom: MovedFrom | undefined;
};

/** The parts of a slot that are changed and kept by themselves. */
const slotParts = {
  time: ({ values: { slot, occurrence } }: SeriesTime) =>
    placingOf(slot, occurrence ?? slot.start) as Json,
  place: ({ values: { slot } }: SeriesTime) => [slot.place, slot.room ?? null] as Json,
  adviser: ({ values: { slot } }: SeriesTime) => slot.adviser as Json,
};
type SlotPart = keyof typeof slotParts;

const movedSlots = (
  changed: SeriesTime,
  to: Json | undefined,
  following: readonly SeriesTime[],
): Moved[] => {
  const after: SeriesTime = { ...changed, values: { ...changed.values, slot: to as Slot } };
  const parts = (Object.keys(slotParts) as SlotPart[]).filter(
    (part) => !isSameJson(slotParts[part](changed), slotParts[part](after)),
  );
  const planned = new Map(
    parts.map((part) => [part, mostCommon([changed, ...following].map(slotParts[part]))]),
  );
  return following.flatMap((one): Moved[] => {
    const taken = parts.filter((part) => isSameJson(slotParts[part](one), planned.get(part)));
    if (taken.length === 0) return [];
    const { slot } = one.values;
    const { allotment, ...moved } = withParts(one, after, taken);
    const isSameClaim = !taken.includes("time") && !taken.includes("adviser");
    const kept = isSameClaim && allotment !== undefined ? { ...moved, allotment } : moved;
    return [{ id: one.id, slot: kept, movedFrom: movedFromOf(slot, kept) }];
  });
};

const withParts = (one: SeriesTime, after: SeriesTime, taken: readonly SlotPart[]): Slot => {
  const { slot, occurrence } = one.values;
  const target = after.values.slot;
  const { room: _, ...roomless } = slot;
  const times = taken.includes("time")
    ? placedAt(placingOf(target, after.values.occurrence ?? target.start), occurrence ?? slot.start)
    : {};
  const where = taken.includes("place")
    ? { place: target.place, ...(target.room === undefined ? {} : { room: target.room }) }
    : null;
  return {
    ...(where === null ? slot : roomless),
    ...times,
    ...where,
    ...(taken.includes("adviser") ? { adviser: target.adviser } : {}),
  };
};

const valueAt = ({ values }: SeriesTime, path: string): Json | undefined => readPath(values, path);

/** The value that most have; of several the one that comes first. */
const mostCommon = (values: readonly (Json | undefined)[]): Json | undefined => {
  const counts = values.map((value) => values.filter((other) => isSameJson(value, other)).length);
  return values[counts.indexOf(Math.max(...counts))];
};
