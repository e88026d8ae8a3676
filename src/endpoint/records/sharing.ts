import type { Transaction } from "kysely";
import type { ScopeId } from "#domain/ids.ts";
import { conflictKind } from "#domain/kinds/conflict.ts";
import type { Entity } from "#domain/merge/entity.ts";
import type { Op, ShareOp } from "#domain/op.ts";
import { isProjected } from "#domain/fields/projection.ts";
import type { Schema } from "../database/schema.ts";
import { lockConflictsAbout } from "./entities.ts";
import type { Touched } from "./feed.ts";

/**
 * Tells the scopes of a record what an edit made of it: its home always, the scopes it is shared with only what they see
 * of it, and those it was taken back from that it is gone.
 */
export const touchScopes = (
  touched: Touched,
  before: Entity | null,
  after: Entity,
  op: Op,
): void => {
  touched.put(after, [after.home]);
  if (!("field" in op) || isProjected(after.kind, op.field)) touched.put(after, after.shares);
  for (const scope of before?.shares ?? []) {
    if (!after.shares.includes(scope)) touched.drop(after, scope);
  }
};

/** The scopes that a conflict about a field of a record is shared with: those that see the field. */
export const sharesOfConflict = (about: Entity, field: string): readonly ScopeId[] =>
  isProjected(about.kind, field) ? about.shares : [];

/** The conflicts about the records that edits take back: they have to go the same way. */
export const lockConflictsToTakeBack = async (
  transaction: Transaction<Schema>,
  ops: readonly Op[],
): Promise<Entity[]> => {
  const records = new Set(ops.flatMap((op) => (op.verb === "unshare" ? [op.record] : [])));
  const found: Entity[] = [];
  for (const record of records) found.push(...(await lockConflictsAbout(transaction, record)));
  return found;
};

/** The conflicts about a record as they are once it was taken back from a scope: only those that were shared with it. */
export const conflictsTakenBack = (
  entities: Iterable<Entity>,
  { record, scope }: ShareOp,
): Entity[] =>
  [...entities]
    .filter(
      ({ kind, fields, shares }) =>
        kind === conflictKind.name && fields["record"] === record && shares.includes(scope),
    )
    .map((conflict) => ({
      ...conflict,
      ver: conflict.ver + 1,
      shares: conflict.shares.filter((other) => other !== scope),
    }));
