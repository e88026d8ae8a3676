import type { RecordId } from "../ids.ts";
import type { Instant } from "../instant.ts";
import { type Appointment, isStanding } from "../kinds/appointment.ts";

type BookedRecord = {
  readonly id: RecordId;
  readonly values: Pick<Appointment, "client" | "follows" | "slot" | "status">;
};

/**
 * The own time that each client of a group has: the first one that goes on from the group, or else the first coming one of
 * any kind. Whoever has none is not among them.
 */
export const followUpsOf = <T extends BookedRecord>(
  appointments: Iterable<T>,
  group: RecordId,
  now: Instant,
): Map<RecordId, T> => {
  const found = new Map<RecordId, T>();
  for (const one of appointments) {
    const { client, slot, follows } = one.values;
    const isOfGroup = follows === group;
    if (client === null || one.id === group || !isStanding(one.values)) continue;
    if (!isOfGroup && slot.start <= now) continue;
    const known = found.get(client);
    if (known === undefined || isBefore(one, known, group)) found.set(client, one);
  }
  return found;
};

const isBefore = (one: BookedRecord, other: BookedRecord, group: RecordId): boolean => {
  const [isOfGroup, wasOfGroup] = [one.values.follows === group, other.values.follows === group];
  if (isOfGroup !== wasOfGroup) return isOfGroup;
  return one.values.slot.start < other.values.slot.start;
};
