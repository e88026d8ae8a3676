import type { Items } from "../fields/item-fields.ts";
import type { Told } from "./appointment.ts";
import type { Attendance } from "./attendance.ts";
import type { RecordId } from "../ids.ts";

/** An attendance by its record. */
export type AttendanceRecord = { readonly id: RecordId; readonly values: Attendance };

/**
 * One client of a roster. Two devices may have added the same one unseen by each other: `records` are then several, the one
 * that counts first, and all go when the client is taken off. Whoever told the client may have noted it in any of them:
 * `told` has each teller's last word.
 */
export type RosterClient = {
  readonly client: RecordId;
  readonly came: string;
  readonly minutes: number | null;
  readonly told: Items<Told>;
  readonly records: readonly [RecordId, ...RecordId[]];
};

/** The clients of an appointment's roster, each once; of several records of one the lowest id counts, on every device the same. */
export const rosterOf = (
  attendances: Iterable<AttendanceRecord>,
  appointment: RecordId,
): RosterClient[] => {
  const own = [...attendances].filter(({ values }) => values.appointment === appointment);
  return rostersOf(own).get(appointment) ?? [];
};

/** The rosters of all appointments that have one; each as {@link rosterOf} gives it. */
export const rostersOf = (
  attendances: Iterable<AttendanceRecord>,
): ReadonlyMap<RecordId, RosterClient[]> => {
  const rosters = new Map<RecordId, Map<RecordId, RosterClient>>();
  for (const { id, values } of [...attendances].sort(byId)) {
    const { appointment, client } = values;
    if (appointment === null || client === null) continue;
    const roster = rosters.get(appointment) ?? new Map<RecordId, RosterClient>();
    const known = roster.get(client);
    roster.set(
      client,
      known === undefined ? firstOf(id, client, values) : joined(known, id, values),
    );
    rosters.set(appointment, roster);
  }
  return new Map([...rosters].map(([appointment, roster]) => [appointment, [...roster.values()]]));
};

const byId = (one: AttendanceRecord, other: AttendanceRecord): number =>
  one.id < other.id ? -1 : 1;

const firstOf = (id: RecordId, client: RecordId, values: Attendance): RosterClient => {
  const { came, minutes, told } = values;
  return { client, came, minutes, told, records: [id] };
};

const joined = (known: RosterClient, id: RecordId, { told }: Attendance): RosterClient => {
  const last = new Map(Object.entries(known.told));
  for (const [by, one] of Object.entries(told)) {
    if (one.at > (last.get(by)?.at ?? 0)) last.set(by, one);
  }
  return { ...known, told: Object.fromEntries(last), records: [...known.records, id] };
};

/** How a roster of so many stands against the places of a group: `null` places are not counted. A full one still takes people. */
export const rosterStanding = (
  count: number,
  capacity: number | null,
): "room" | "full" | "over" => {
  if (capacity === null || count < capacity) return "room";
  return count === capacity ? "full" : "over";
};
