import { conflictKind } from "#domain/kinds/conflict.ts";
import type { Json } from "#domain/json.ts";
import { readRecord, type RecordState } from "#domain/record.ts";
import { likenessOf } from "../world/catalog.ts";
import type { Server } from "../world/server.ts";

/** What conflict records keep, by record and field. */
export type KeptInConflicts = ReadonlyMap<string, readonly Json[]>;

/**
 * What conflicts keep. A conflict is the endpoint's and goes with its data; where somebody had it in sight and wrote on,
 * the edits do not clash again when they come back, and its value lies among the earlier ones instead.
 */
export const keptInConflicts = async (server: Server): Promise<KeptInConflicts> => {
  const kept = new Map<string, Json[]>();
  const keep = (place: string, value: Json) => kept.set(place, [...(kept.get(place) ?? []), value]);
  for (const state of server.records.values()) {
    if (state.kind === conflictKind.name) keep(...lostIn(state));
  }
  const earlier = new Set(
    (await server.earlier()).map(
      ({ record, field, value }) => `${record} ${field} ${likenessOf(value)}`,
    ),
  );
  for (const state of server.lostConflicts) {
    const [place, value] = lostIn(state);
    if (earlier.has(`${place} ${likenessOf(value)}`)) keep(place, value);
  }
  return kept;
};

const lostIn = (state: RecordState): [place: string, value: Json] => {
  const { record, field, lost } = readRecord(conflictKind, state).values;
  return [`${record} ${field}`, lost];
};
