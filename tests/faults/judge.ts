import { strict as assert } from "node:assert";
import type { Kysely } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import type { ScopeKind } from "#domain/kind.ts";
import { textOfField } from "#domain/merge/apply.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Op } from "#domain/op.ts";
import { readPath } from "#domain/fields/path.ts";
import { isSharedInto, projectRecord } from "#domain/fields/projection.ts";
import type { RecordState } from "#domain/record.ts";
import type { Schema } from "#endpoint/database/schema.ts";
import { loadEntities } from "#endpoint/records/entities.ts";
import { recordToWire, wireToRecord } from "#protocol/sync-answer.ts";
import { trayOf } from "./edits.ts";
import type { Phone } from "./phone.ts";

/** What the judgement counted. */
export type Judged = {
  readonly edits: number;
  readonly counted: number;
  readonly words: number;
  readonly records: number;
};

/**
 * Holds what phones wrote and show against what the endpoint has: every edit applied once, every counter exact, every
 * word, value, entry and record there, and every phone showing what its member may see. Throws at the first difference.
 */
export const judge = async (
  database: Kysely<Schema>,
  phones: readonly Phone[],
): Promise<Judged> => {
  const ids = await database.selectFrom("entity").select("id").execute();
  const entities = await loadEntities(
    database,
    ids.map(({ id }) => id as RecordId),
  );
  const ops = phones.flatMap(({ written }) => written);
  for (const phone of phones) {
    assert.deepEqual(await trayOf(phone), [], `${phone.name} has refused edits`);
    assert.deepEqual(phone.store().exchange.unsent(), [], `${phone.name} has unsent edits`);
    assert.deepEqual(phone.store().damage(), { edits: 0, records: 0, isRestMissing: false });
    for (const [scope, { kind }] of phone.store().ledger.scopes()) {
      const shown = phone.statesIn(scope);
      assert.deepEqual(
        shown,
        projectionOf(entities.values(), scope, kind),
        `${phone.name}: ${kind}`,
      );
    }
  }
  const applied = await database.selectFrom("applied").select("op_id").execute();
  assert.deepEqual(
    applied.map((row) => row.op_id).sort(),
    ops.map(({ id }) => id as string).sort(),
    "the edits applied are not the edits written",
  );
  const kept = await keptValues(database, entities);
  return {
    edits: ops.length,
    counted: judgeCounts(ops, entities),
    words: judgeWritings(ops, entities, kept),
    records: judgeRecords(ops, entities),
  };
};

/** What the endpoint shows to a scope. */
const projectionOf = (entities: Iterable<Entity>, scope: ScopeId, kind: ScopeKind): RecordState[] =>
  [...entities]
    .filter(({ deleted }) => !deleted)
    .filter((entity) =>
      isSharedInto(kind) ? entity.shares.includes(scope) : entity.home === scope,
    )
    .map((entity) => (isSharedInto(kind) ? projectRecord(entity, scope) : entity))
    .map((entity): RecordState => wireToRecord(recordToWire(entity)))
    .sort((one, other) => (one.id < other.id ? -1 : 1));

/** Everything that stands or stood, as text. */
const keptValues = async (
  database: Kysely<Schema>,
  entities: ReadonlyMap<RecordId, Entity>,
): Promise<string> => {
  const earlier = await database.selectFrom("earlier").select("value").execute();
  const standing = [...entities.values()].map(({ fields }) => JSON.stringify(fields));
  return [...standing, ...earlier.map(({ value }) => value)].join("\n");
};

const judgeCounts = (ops: readonly Op[], entities: ReadonlyMap<RecordId, Entity>): number => {
  const sums = new Map<string, number>();
  const counting = ops.filter((op) => op.verb === "inc");
  for (const { record, field, value } of counting) {
    const key = `${record} ${field}`;
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  for (const [key, sum] of sums) {
    const [record, field] = key.split(" ") as [RecordId, string];
    assert.equal(readPath(entities.get(record)?.fields ?? {}, field), sum, `${field} is wrong`);
  }
  return counting.length;
};

/** Each text edit ended in a word of its own, each set carries one: all of them stand or stood, and none stands twice. */
const judgeWritings = (
  ops: readonly Op[],
  entities: ReadonlyMap<RecordId, Entity>,
  kept: string,
): number => {
  let words = 0;
  for (const op of ops) {
    if (op.verb !== "text" && op.verb !== "set") continue;
    const word = wordOf(op.value);
    words += 1;
    assert.ok(kept.includes(word), `${word} was lost`);
    if (op.verb !== "text") continue;
    const note = textOfField(entities.get(op.record)?.fields[op.field]);
    assert.ok(note.split(word).length <= 2, `${word} stands twice`);
  }
  return words;
};

const wordOf = (value: Json): string =>
  typeof value === "string"
    ? (value.split(" ").at(-1) ?? "")
    : String((value as { readonly text?: string }).text);

const judgeRecords = (ops: readonly Op[], entities: ReadonlyMap<RecordId, Entity>): number => {
  let made = 0;
  for (const op of ops) {
    const fields = entities.get(op.record)?.fields;
    if (op.verb === "new") assert.ok(fields, "a record was lost");
    if (op.verb === "add") assert.ok(readPath(fields ?? {}, op.field), "an entry was lost");
    made += op.verb === "new" || op.verb === "add" ? 1 : 0;
  }
  return made;
};
