import type { Kysely } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Kind, ValuesOfKind } from "#domain/kind.ts";
import type { Conflict } from "#domain/kinds/conflict.ts";
import type { Clash, Entity } from "#domain/merge/entity.ts";
import type { Schema } from "../database/schema.ts";
import { insertEntities } from "./entities.ts";
import { advanceFeeds, Touched } from "./feed.ts";

/** A record in its first version, not yet written anywhere. */
export const newEntity = <K extends Kind>(
  kind: K,
  id: RecordId,
  home: ScopeId,
  fields: ValuesOfKind<K>,
): Entity => ({
  id,
  kind: kind.name,
  home,
  shares: [],
  ver: 1,
  deleted: false,
  fields,
  stamps: {},
});

/** What the conflict record of a clash says; `state` is `open` when it is made. */
export const conflictFields = (record: RecordId, state: string, clash: Clash): Conflict => ({
  record,
  state,
  ...clash,
});

/** Writes new records that the endpoint itself makes, inside the caller's transaction, so that every device hears of them. */
export const makeRecords = async (
  database: Kysely<Schema>,
  entities: readonly Entity[],
  at: Instant,
): Promise<void> => {
  await insertEntities(database, entities);
  const touched = new Touched();
  for (const entity of entities) touched.put(entity, [entity.home, ...entity.shares]);
  await advanceFeeds(database, touched, at);
};
