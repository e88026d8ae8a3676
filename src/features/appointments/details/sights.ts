import type { RecordId } from "#domain/ids.ts";
import type { Sight } from "#store/sight.ts";
import type { Store } from "#store/store.ts";
import type { Group } from "./values.ts";

/** What the person had in sight, of the appointment and of its client, when a group of fields last followed the records. */
export type GroupSight = { readonly appointment: Sight; readonly client: Sight | null };
export type Sights = Record<Group, GroupSight>;

export const takeSight = (
  { ledger }: Store,
  appointment: RecordId,
  client: RecordId | null,
): GroupSight | null => {
  const seen = ledger.sightOf(appointment);
  if (seen === null) return null;
  return { appointment: seen, client: client === null ? null : ledger.sightOf(client) };
};
