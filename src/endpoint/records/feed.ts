import type { Kysely } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { FeedTable, Schema } from "../database/schema.ts";
import { writeRows } from "../database/write-rows.ts";

/** What became of a record in a scope: it is there in a new state, or it left. */
export type FeedMark = "put" | "drop";

/** The records that changed, by the scopes that are to hear of it. The last mark of a record in a scope counts. */
export class Touched {
  readonly #scopes = new Map<ScopeId, Map<RecordId, FeedMark>>();

  put(record: { readonly id: RecordId }, scopes: Iterable<ScopeId>): void {
    for (const scope of scopes) this.#mark(scope, record.id, "put");
  }

  drop(record: { readonly id: RecordId }, scope: ScopeId): void {
    this.#mark(scope, record.id, "drop");
  }

  /** The scopes in sorted order, each with its records. */
  sorted(): [ScopeId, ReadonlyMap<RecordId, FeedMark>][] {
    return [...this.#scopes].sort(([one], [other]) => (one < other ? -1 : 1));
  }

  #mark(scope: ScopeId, record: RecordId, mark: FeedMark): void {
    const marks = this.#scopes.get(scope) ?? new Map<RecordId, FeedMark>();
    this.#scopes.set(scope, marks.set(record, mark));
  }
}

/**
 * Gives every changed record the next number of its scope. The last step of a writing transaction: the counter's row
 * stays locked from here to the commit, so numbers become visible in their order and none is missed. Scopes are taken in
 * sorted order, so two transactions never wait for each other. Returns the number that each scope had before.
 */
export const advanceFeeds = async (
  database: Kysely<Schema>,
  touched: Touched,
  at: Instant,
): Promise<ReadonlyMap<ScopeId, number>> => {
  const before = new Map<ScopeId, number>();
  for (const [scope, records] of touched.sorted()) {
    const { seq: last } = await database
      .updateTable("scope")
      .set((row) => ({ seq: row("seq", "+", records.size) }))
      .where("id", "=", scope)
      .returning("seq")
      .executeTakeFirstOrThrow();
    const first = last - records.size + 1;
    before.set(scope, first - 1);
    const rows = [...records].map(([record, op], index): FeedMarkRow => ({
      scope_id: scope,
      entity_id: record,
      seq: first + index,
      op,
      at,
    }));
    await writeRows(database, rows, markInFeed);
  }
  return before;
};

type FeedMarkRow = Omit<FeedTable, "erased">;

const markInFeed = (database: Kysely<Schema>, rows: readonly FeedMarkRow[]) =>
  database
    .insertInto("feed")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["scope_id", "entity_id"]).doUpdateSet(({ ref }) => ({
        seq: ref("excluded.seq"),
        op: ref("excluded.op"),
        at: ref("excluded.at"),
      })),
    );
