import type { Transaction } from "kysely";
import type { ScopeId } from "#domain/ids.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import type { Schema } from "../database/schema.ts";
import { chunkText, sortRows } from "./chunk-text.ts";
import { readFeed } from "./feed-rows.ts";
import type { MemberScope } from "../access/membership.ts";

/** News are at most as many records, and as many UTF-16 units: a form's save, not a morning's. More is asked for. */
const newsMaxRows = 20;
const newsMaxLength = 16_000;

/**
 * What happened in a scope after a number, as a line of news (`protocol/news.ts`), which is the same for everybody in the
 * scope; `null` where it is too much for one, or the number is of no use any more.
 */
export const readNews = async (
  snapshot: Transaction<Schema>,
  id: ScopeId,
  after: number,
): Promise<string | null> => {
  const scope = (await snapshot
    .selectFrom("scope")
    .select(["id", "kind", "seq", "floor", "epoch"])
    .where("id", "=", id)
    .executeTakeFirst()) as Omit<MemberScope, "role"> | undefined;
  if (scope === undefined || after < scope.floor || after >= scope.seq) return null;
  const rows = await readFeed(snapshot, scope, after, newsMaxRows + 1);
  if (rows.length > newsMaxRows) return null;
  const told = chunkText(sortRows(rows, false), {
    s: id,
    c: [scope.epoch, scope.seq],
    version: PROTOCOL_VERSION,
  });
  return told.length > newsMaxLength ? null : `{"a":${after},${told.slice(1)}`;
};
