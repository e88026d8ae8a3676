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

/**
 * The clients of an appointment's roster, each once. Of several records of one the first that somebody has ticked counts, or
 * else the first, by their ids: so it is the same on every device, and no tick is hidden by another's blank.
 */
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
  const rosters = new Map<RecordId, Map<RecordId, AttendanceRecord[]>>();
  for (const attendance of [...attendances].sort(byId)) {
    const { appointment, client } = attendance.values;
    if (appointment === null || client === null) continue;
    const roster = rosters.get(appointment) ?? new Map<RecordId, AttendanceRecord[]>();
    roster.set(client, [...(roster.get(client) ?? []), attendance]);
    rosters.set(appointment, roster);
  }
  return new Map(
    [...rosters].map(([appointment, roster]) => [
      appointment,
      [...roster].map(([client, records]) => joined(client, records)),
    ]),
  );
};

const byId = (one: AttendanceRecord, other: AttendanceRecord): number =>
  one.id < other.id ? -1 : 1;

/** What somebody wrote counts before what nobody did: a tick first, then minutes. */
const byWord = ({ values: one }: AttendanceRecord, { values: other }: AttendanceRecord): number =>
  Number(one.came === "expected") - Number(other.came === "expected") ||
  Number(one.minutes === null) - Number(other.minutes === null);

const joined = (client: RecordId, records: readonly AttendanceRecord[]): RosterClient => {
  const [first, ...rest] = [...records].sort(byWord) as [AttendanceRecord, ...AttendanceRecord[]];
  const told = new Map<string, Told>();
  for (const { values } of records) {
    for (const [by, one] of Object.entries(values.told)) {
      if (one.at > (told.get(by)?.at ?? Number.NEGATIVE_INFINITY)) told.set(by, one);
    }
  }
  const { came } = first.values;
  const minutes = [first, ...rest].map(({ values }) => values.minutes).find((one) => one !== null);
  return {
    client,
    came,
    minutes: minutes ?? null,
    told: Object.fromEntries(told),
    records: [first.id, ...rest.map(({ id }) => id)],
  };
};

/** How a roster of so many stands against the places of a group: `null` places are not counted. A full one still takes people. */
export const rosterStanding = (
  count: number,
  capacity: number | null,
): "room" | "full" | "over" => {
  if (capacity === null || count < capacity) return "room";
  return count === capacity ? "full" : "over";
};
