import type { RecordId, ScopeId } from "#domain/ids.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import type { Store } from "#store/store.ts";

/** Where new clients and appointments of this adviser live; `null` before the first exchange. */
export const teamScopeOf = ({ ledger, identity }: Store): ScopeId | null => {
  const teams = [...ledger.scopes()].filter(([, { kind }]) => kind === "team").map(([id]) => id);
  const own = ledger.get(adviserKind, identity.member as string as RecordId)?.values.team;
  return teams.find((id) => (id as string) === own) ?? teams[0] ?? null;
};
