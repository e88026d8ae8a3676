import { makeRecordId, type RecordId, type ScopeId } from "#domain/ids.ts";
import type { Fields } from "#domain/json.ts";
import type { RecordState } from "#domain/record.ts";
import { makeSeededChance } from "./platform.ts";

const chance = makeSeededChance(99);

/** A client as the endpoint gives one. */
export const clientState = (
  home: ScopeId,
  name: string,
  more: { readonly id?: RecordId; readonly ver?: number; readonly deleted?: boolean } = {},
): RecordState => ({
  id: more.id ?? makeRecordId(chance),
  kind: "client",
  home,
  ver: more.ver ?? 1,
  deleted: more.deleted ?? false,
  fields: { name, phone: "", language: "fi", note: "" } satisfies Fields,
});

/** Many of them. */
export const clientStates = (home: ScopeId, count: number): RecordState[] =>
  Array.from({ length: count }, (_, index) => clientState(home, `asiakas ${index}`));
