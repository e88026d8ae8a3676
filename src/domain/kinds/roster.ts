import type { Attendance } from "./attendance.ts";
import type { RecordId } from "../ids.ts";

/** An attendance by its record. */
export type AttendanceRecord = { readonly id: RecordId; readonly values: Attendance };

/**
 * One client of a roster. Two devices may have added the same one unseen by each other: `records` are then several, the one
 * that counts first, and all go when the client is taken off.
 */
export type RosterClient = {
  readonly client: RecordId;
  readonly came: string;
  readonly minutes: number | null;
  readonly records: readonly [RecordId, ...RecordId[]];
};

/** The clients of an appointment's roster, each once; of several records of one the lowest id counts, on every device the same. */
export const rosterOf = (
  attendances: Iterable<AttendanceRecord>,
  appointment: RecordId,
): RosterClient[] => {
  const own = [...attendances].filter(({ values }) => values.appointment === appointment);
  const roster = new Map<RecordId, RosterClient>();
  for (const { id, values } of own.sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const { client, came, minutes } = values;
    if (client === null) continue;
    const known = roster.get(client);
    const records = known?.records ?? ([] as const);
    const [first = id, ...others] = [...records, id];
    const said = known === undefined ? { client, came, minutes } : known;
    roster.set(client, { ...said, records: [first, ...others] });
  }
  return [...roster.values()];
};

/** How a roster of so many stands against the places of a group: `null` places are not counted. A full one still takes people. */
export const rosterStanding = (
  count: number,
  capacity: number | null,
): "room" | "full" | "over" => {
  if (capacity === null || count < capacity) return "room";
  return count === capacity ? "full" : "over";
};
