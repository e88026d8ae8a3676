import { readValues } from "./fields/field.ts";
import type { RecordId, ScopeId } from "./ids.ts";
import type { Fields } from "./json.ts";
import type { Kind, ValuesOfKind } from "./kind.ts";

/**
 * A record as both ends hold it. `ver` counts the edits the endpoint has applied to it, from 1; a record that only its
 * own device knows has 0. `fields` keeps, verbatim, also what this version of the program does not know. `shares` are the
 * scopes beside its home that may see it, as far as whoever holds the record may know of them.
 */
export type RecordState = {
  readonly id: RecordId;
  readonly kind: string;
  readonly home: ScopeId;
  readonly shares: readonly ScopeId[];
  readonly ver: number;
  readonly deleted: boolean;
  readonly fields: Fields;
};

/** A record with its declared fields read: what a screen works with. */
export type Readable<K extends Kind> = {
  readonly id: RecordId;
  readonly home: ScopeId;
  readonly shares: readonly ScopeId[];
  readonly ver: number;
  readonly values: ValuesOfKind<K>;
};

/** Reads a record as one of kind `kind`. Never fails: see {@link readValues}. */
export const readRecord = <K extends Kind>(kind: K, record: RecordState): Readable<K> => ({
  id: record.id,
  home: record.home,
  shares: record.shares,
  ver: record.ver,
  values: readValues(kind.fields, record.fields) as ValuesOfKind<K>,
});
