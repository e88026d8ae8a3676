import type { Kysely, Transaction } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Fields, Json } from "#domain/json.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import type { Entity } from "#domain/merge/entity.ts";
import { isPostgres } from "../database/postgres.ts";
import { among } from "../database/among.ts";
import type { EntityTable, Schema } from "../database/schema.ts";
import { writeRows } from "../database/write-rows.ts";

/** Reads a row as the entity it holds. */
export const rowToEntity = (row: EntityTable): Entity => ({
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
  ends_at: endOf(entity),
});

/** The record that a conflict is about. */
const aboutOf = ({ kind, fields }: Entity): string | null => {
  const about = kind === conflictKind.name ? fields["record"] : null;
  return typeof about === "string" ? about : null;
};

/** When the time of an appointment ends. */
const endOf = ({ kind, deleted, fields }: Entity): number | null => {
  if (kind !== appointmentKind.name || deleted) return null;
  const slot = fields["slot"] as { readonly end?: Json } | null | undefined;
  const end = slot?.end;
  return typeof end === "number" && Number.isSafeInteger(end) ? end : null;
};

/** The present state of those records that there are. */
export const loadEntities = (
  database: Kysely<Schema>,
  ids: Iterable<RecordId>,
): Promise<Map<RecordId, Entity>> => readEntities(database, ids, false);

/**
 * The same, without reading those again that are what they are known to be: a version of a record never says two things.
 */
export const loadEntitiesUnless = async (
  database: Kysely<Schema>,
  ids: Iterable<RecordId>,
  known: ReadonlyMap<RecordId, Entity>,
): Promise<Map<RecordId, Entity>> => {
  const wanted = new Set(ids);
  if (known.size === 0) return loadEntities(database, wanted);
  const found = await database
    .selectFrom("entity")
    .select(["id", "ver"])
    .where(among(database, "id", wanted))
    .orderBy("id")
    .execute();
  const same = found.flatMap(({ id, ver }): [RecordId, Entity][] => {
    const entity = known.get(id as RecordId);
    return entity?.ver === ver ? [[entity.id, entity]] : [];
  });
  const entities = new Map(same);
  const others = [...wanted].filter((id) => !entities.has(id));
  for (const [id, entity] of await loadEntities(database, others)) entities.set(id, entity);
  return entities;
};

/**
 * The same, and nobody else changes these records until the transaction ends. Rows are locked in the order of their ids,
 * so two transactions never wait for each other. A record that there is not yet cannot be locked: see `insertEntities`.
 */
export const lockEntities = (
  transaction: Transaction<Schema>,
  ids: Iterable<RecordId>,
): Promise<Map<RecordId, Entity>> => readEntities(transaction, ids, isPostgres(transaction));

const readEntities = async (
  database: Kysely<Schema>,
  ids: Iterable<RecordId>,
  isLocking: boolean,
): Promise<Map<RecordId, Entity>> => {
  const wanted = new Set(ids);
  if (wanted.size === 0) return new Map();
  const rows = await database
    .selectFrom("entity")
    .selectAll()
    .where(among(database, "id", wanted))
    .orderBy("id")
    .$if(isLocking, (query) => query.forUpdate())
    .execute();
  return new Map(rows.map((row) => [row.id as RecordId, rowToEntity(row)]));
};

/** The conflicts about a record that is locked, deleted ones left out, locked as `lockEntities` does. */
export const lockConflictsAbout = async (
  transaction: Transaction<Schema>,
  record: RecordId,
): Promise<Entity[]> => {
  const rows = await transaction
    .selectFrom("entity")
    .selectAll()
    .where("about", "=", record)
    .where("deleted", "=", 0)
    .orderBy("id")
    .$if(isPostgres(transaction), (query) => query.forUpdate())
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

/**
 * Writes records that nobody has seen yet. One that somebody else has made in the meantime breaks the transaction with a
 * used key, and `transact` begins anew on top of it. Written in the order of their ids, as they are locked.
 */
export const insertEntities = async (
  database: Kysely<Schema>,
  entities: Iterable<Entity>,
): Promise<void> => {
  const sorted = [...entities].sort((one, other) => (one.id < other.id ? -1 : 1));
  await writeRows(database, sorted.map(entityToRow), insertRows);
};

const insertRows = (database: Kysely<Schema>, rows: readonly EntityTable[]) =>
  database.insertInto("entity").values(rows);

/**
 * Writes the present state of records, each given once, over what was there. Kind and home of a record never change. Of those
 * whose state before is given, what is indexed is written only if it is another: SQLite writes the pages of an index whenever
 * a column of it is set, also to what it was.
 */
export const saveEntities = async (
  database: Kysely<Schema>,
  entities: Iterable<Entity>,
  before: ReadonlyMap<RecordId, Entity> = new Map(),
): Promise<void> => {
  const rows = [...entities].map(entityToRow);
  const isAsItWas = ({ id, about, deleted, ends_at }: EntityTable) => {
    const entity = before.get(id as RecordId);
    if (entity === undefined || (deleted === 1) !== entity.deleted) return false;
    return about === aboutOf(entity) && ends_at === endOf(entity);
  };
  const [same, others] = [rows.filter(isAsItWas), rows.filter((row) => !isAsItWas(row))];
  await writeRows(database, same, replaceContent);
  await writeRows(database, others, replaceRows);
};

const replaceContent = (database: Kysely<Schema>, rows: readonly EntityTable[]) =>
  insertRows(database, rows).onConflict((conflict) =>
    conflict.column("id").doUpdateSet(({ ref }) => ({
      shares: ref("excluded.shares"),
      ver: ref("excluded.ver"),
      fields: ref("excluded.fields"),
      stamps: ref("excluded.stamps"),
    })),
  );

const replaceRows = (database: Kysely<Schema>, rows: readonly EntityTable[]) =>
  insertRows(database, rows).onConflict((conflict) =>
    conflict.column("id").doUpdateSet(({ ref }) => ({
      shares: ref("excluded.shares"),
      about: ref("excluded.about"),
      ver: ref("excluded.ver"),
      deleted: ref("excluded.deleted"),
      fields: ref("excluded.fields"),
      stamps: ref("excluded.stamps"),
      ends_at: ref("excluded.ends_at"),
    })),
  );
