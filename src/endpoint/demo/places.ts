import type { RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Items } from "#domain/fields/item-fields.ts";
import { type Place, placeKind, type Room } from "#domain/kinds/place.ts";
import type { Entity } from "#domain/merge/entity.ts";
import { readRecord } from "#domain/record.ts";
import { isOverlapping } from "#domain/times/day-plan.ts";
import type { DemoTime } from "./days.ts";

/** The rooms of a place of the demonstration, by their items' names: examples by their own names too. */
const exampleRooms: Items<Room> = {
  "example-room": { name: "Esimerkkihuone", private: true },
  "example-hall": { name: "Esimerkkisali", private: false },
};

/** A place where the demonstration's people meet: a room for two, and one for several; `null` where it has none. */
export type DemoPlace = {
  readonly id: RecordId;
  readonly forTwo: string | null;
  readonly forSeveral: string | null;
};

/**
 * The rooms that a place gets, none where it has some. Only a place that is nobody's gets any, a municipality by its name alone:
 * what rooms the organisations of the network have is not for us to make up.
 */
export const roomsToMake = (place: Entity): Items<Room> => {
  const { organisation, rooms } = valuesOf(place);
  return organisation === null && Object.keys(rooms).length === 0 ? exampleRooms : {};
};

/** A place as it is once it has `made` the rooms. */
export const demoPlace = (place: Entity, made: Items<Room>): DemoPlace => {
  const rooms = Object.entries({ ...valuesOf(place).rooms, ...made });
  const find = (isPrivate: boolean) =>
    rooms.find(([, room]) => room.private === isPrivate)?.[0] ?? null;
  return { id: place.id, forTwo: find(true), forSeveral: find(false) };
};

const valuesOf = (place: Entity): Place => readRecord(placeKind, place).values;

/** An adviser's times, the first that can be changed so that it is in the same room as one of a colleague's at the same time. */
export const inOneRoom = (
  times: readonly DemoTime[],
  colleague: readonly DemoTime[],
  now: Instant,
): DemoTime[] => {
  const taken = colleague.flatMap(({ appointment: { slot, form } }) =>
    slot.room !== undefined && form === undefined ? [slot] : [],
  );
  const changed = [...times];
  for (const [index, time] of times.entries()) {
    const { form, channel, slot } = time.appointment;
    if (slot.start <= now || channel !== "visit" || form !== undefined) continue;
    const other = taken.find((one) => isOverlapping(one, slot));
    if (other?.room === undefined) continue;
    const { place, room } = other;
    changed[index] = {
      ...time,
      appointment: { ...time.appointment, slot: { ...slot, place, room } },
    };
    break;
  }
  return changed;
};
