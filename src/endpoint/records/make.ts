import type { Kysely } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import { type Instant, toInstant } from "#domain/instant.ts";
import type { Fields } from "#domain/json.ts";
import type { Kind, ValuesOfKind } from "#domain/kind.ts";
import { choiceCodes, type Conflict } from "#domain/kinds/conflict.ts";
import type { Clash, Entity, Writer } from "#domain/merge/entity.ts";
import type { Schema } from "../database/schema.ts";
import { insertEntities } from "./entities.ts";
import { advanceFeeds, Touched } from "./feed.ts";

/** A record in its first version, not yet written anywhere. A field that is left out reads as its empty value. */
export const newEntity = <K extends Kind>(
  kind: K,
  id: RecordId,
  home: ScopeId,
  fields: Partial<ValuesOfKind<K>>,
): Entity => ({
  id,
  kind: kind.name,
  home,
  shares: [],
  ver: 1,
  deleted: false,
  // Exact optional members: what is left out is not there, and never undefined.
  fields: fields as Fields,
  stamps: {},
});

/** Who wrote the value that stands after a clash: whoever changed it last, not who sent an edit that left it as it was. */
type Keeper = Pick<Writer, "member" | "at">;

/** What the conflict record of a clash says when it is made; `null` where nobody changed what the record was made with. */
export const conflictFields = (
  record: RecordId,
  clash: Clash,
  keeper: Keeper | null,
): Conflict => ({
  record,
  ...clash,
  keptBy: keeper?.member ?? "",
  keptAt: keeper?.at ?? toInstant(0),
  state: "open",
  closed: null,
});

/** The same once a person has closed it, as long as it can become: what the size of a conflict is judged by. */
export const closedConflictFields = (record: RecordId, clash: Clash): Conflict => {
  const someone: Keeper = { member: record, at: clash.lostAt };
  const [chose] = choiceCodes;
  return {
    ...conflictFields(record, clash, someone),
    closed: { by: someone.member, at: someone.at, chose },
  };
};

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
