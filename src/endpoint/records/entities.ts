import type { Kysely } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Fields } from "#domain/json.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { EntityTable, Schema } from "../database/schema.ts";

/** Reads a row as the entity it holds. */
const rowToEntity = (row: EntityTable): Entity => ({
  id: row.id as RecordId,
  kind: row.kind,
  home: row.home as ScopeId,
  shares: JSON.parse(row.shares) as ScopeId[],
  ver: row.ver,
  deleted: row.deleted === 1,
  fields: JSON.parse(row.fields) as Fields,
  stamps: JSON.parse(row.stamps) as Entity["stamps"],
});

const entityToRow = (entity: Entity): EntityTable => ({
  id: entity.id,
  kind: entity.kind,
  home: entity.home,
  shares: JSON.stringify(entity.shares),
  about: aboutOf(entity),
  ver: entity.ver,
  deleted: entity.deleted ? 1 : 0,
  fields: JSON.stringify(entity.fields),
  stamps: JSON.stringify(entity.stamps),
});

/** The record that a conflict is about. */
const aboutOf = ({ kind, fields }: Entity): string | null => {
  const about = kind === conflictKind.name ? fields["record"] : null;
  return typeof about === "string" ? about : null;
};

/** The present state of those records that there are. */
export const loadEntities = async (
  database: Kysely<Schema>,
  ids: Iterable<RecordId>,
): Promise<Map<RecordId, Entity>> => {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await database.selectFrom("entity").selectAll().where("id", "in", wanted).execute();
  return new Map(rows.map((row) => [row.id as RecordId, rowToEntity(row)]));
};

/** The conflicts about a record, deleted ones left out. */
export const loadConflictsAbout = async (
  database: Kysely<Schema>,
  record: RecordId,
): Promise<Entity[]> => {
  const rows = await database
    .selectFrom("entity")
    .selectAll()
    .where("about", "=", record)
    .where("deleted", "=", 0)
    .execute();
  return rows.map(rowToEntity);
};

/** All records of a kind, deleted ones left out. */
export const loadKind = async (database: Kysely<Schema>, kind: string): Promise<Entity[]> => {
  const rows = await database
    .selectFrom("entity")
    .selectAll()
    .where("kind", "=", kind)
    .where("deleted", "=", 0)
    .execute();
  return rows.map(rowToEntity);
};

/** Writes the present state of records over what was there. Kind and home of a record never change. */
export const saveEntities = async (
  database: Kysely<Schema>,
  entities: Iterable<Entity>,
): Promise<void> => {
  for (const entity of entities) {
    const row = entityToRow(entity);
    const { shares, about, ver, deleted, fields, stamps } = row;
    await database
      .insertInto("entity")
      .values(row)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({ shares, about, ver, deleted, fields, stamps }),
      )
      .execute();
  }
};
