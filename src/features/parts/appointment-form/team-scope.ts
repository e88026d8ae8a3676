import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { useEnvironment } from "#features/environment.tsx";
import type { Store } from "#store/store.ts";

/** Where new clients and appointments of this adviser live; `null` before the first exchange. */
export const teamScopeOf = ({ ledger, identity }: Store): ScopeId | null => {
  const teams = [...ledger.scopes()].filter(([, { kind }]) => kind === "team").map(([id]) => id);
  const own = ledger.get(adviserKind, identity.member as string as RecordId)?.values.team;
  return teams.find((id) => (id as string) === own) ?? teams[0] ?? null;
};

/** Why nothing can be booked here: no exchange yet, the member is in no team, or the device was revoked. */
export type TeamLack = "not-yet" | "no-team" | "revoked";

const teamLackOf = (store: Store): TeamLack | null => {
  if (teamScopeOf(store) !== null) return null;
  if (store.exchange.last() === null) return "not-yet";
  return store.isRevoked() ? "revoked" : "no-team";
};

/** Why nothing can be booked, `null` while it can; it follows what exchanges bring and take. */
export const createTeamLack = (): Accessor<TeamLack | null> => {
  const { store } = useEnvironment();
  const [lack, setLack] = createSignal(teamLackOf(store));
  onCleanup(store.ledger.subscribe(() => setLack(teamLackOf(store))));
  return lack;
};
