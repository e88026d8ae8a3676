import type { ScopeId } from "#domain/ids.ts";
import { isSameJson } from "#domain/json.ts";
import type { RecordState } from "#domain/record.ts";
import { projectedOf } from "../world/catalog.ts";
import type { Place } from "../world/server.ts";

/** A shared record has the version of its last change that is seen there, which only the endpoint knows. */
const unknownVersion = 0;

/**
 * What a member may see of a record that there is: all of it at home, of a shared one only some fields; `null` for nothing.
 */
export const expectedOf = (
  scopes: ReadonlyMap<ScopeId, Place>,
  record: RecordState,
): RecordState | null => {
  if (record.deleted) return null;
  if (scopes.has(record.home)) return record;
  const shares = record.shares.filter((scope) => scopes.get(scope)?.kind === "partner");
  if (shares.length === 0) return null;
  const seen = Object.entries(record.fields).filter(([field]) =>
    projectedOf(record.kind).includes(field),
  );
  return { ...record, ver: unknownVersion, shares, fields: Object.fromEntries(seen) };
};

/** Whether a device holds of a record what it may, and as it is. */
export const isAsExpected = (held: RecordState | null, expected: RecordState | null): boolean => {
  if (held === null || expected === null) return held === expected;
  const isSame = isSameJson({ ...held, ver: 0, shares: [] }, { ...expected, ver: 0, shares: [] });
  const isShared = held.shares.every((scope) => expected.shares.includes(scope));
  return isSame && isShared && [unknownVersion, held.ver].includes(expected.ver);
};
