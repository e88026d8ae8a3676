import * as v from "valibot";
import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import type { Json } from "#domain/json.ts";
import { teamKind } from "#domain/kinds/team.ts";
import type { Store } from "#store/store.ts";
import { teamsDraftId } from "#features/draft-names.ts";
import { useEnvironment } from "#features/environment.tsx";

/** Names of teams by their scope; empty where the name never came. */
type TeamNames = Readonly<Record<string, string>>;

/** The teams this device was last in, and those it was taken out of that nobody was told about yet. */
type Teams = { readonly present: TeamNames; readonly left: TeamNames };

const namesSchema = v.record(v.string(), v.string());
const teamsSchema = v.object({ present: namesSchema, left: namesSchema });

const parseTeams = (stored: Json | null): Teams => {
  const parsed = v.safeParse(teamsSchema, stored);
  return parsed.success ? parsed.output : { present: {}, left: {} };
};

/** A team that the member was taken out of: its records have left the device. */
export type LeftTeam = { readonly scope: ScopeId; readonly name: string };

/**
 * The teams that this device was in and is not any more, until somebody has read of each. A withdrawal comes with an exchange
 * and takes the records away without a word, perhaps while nobody looks: so it is remembered on the device.
 */
export const createLeftTeams = (): {
  readonly left: Accessor<readonly LeftTeam[]>;
  readonly noteRead: (scope: ScopeId) => void;
} => {
  const { store } = useEnvironment();
  // Read anew each time: another tab may have told of a team meanwhile.
  const kept = () => parseTeams(store.drafts.read(teamsDraftId));
  const [left, setLeft] = createSignal(kept().left);
  const keep = (next: Teams) => {
    setLeft(next.left);
    if (JSON.stringify(next) !== JSON.stringify(kept())) void store.drafts.save(teamsDraftId, next);
  };
  const look = () => {
    const before = kept();
    keep(teamsNow(store, before) ?? before);
  };
  look();
  onCleanup(
    store.ledger.subscribe((kinds) => {
      if (kinds.has("scopes") || kinds.has(teamKind.name)) look();
    }),
  );
  return {
    left: () => Object.entries(left()).map(([scope, name]) => ({ scope: scope as ScopeId, name })),
    noteRead(read) {
      const teams = kept();
      const others = Object.entries(teams.left).filter(([scope]) => scope !== read);
      keep({ ...teams, left: Object.fromEntries(others) });
    },
  };
};

/** What has become of the teams, or `null` while nothing can be said: before the first exchange and on a revoked device. */
const teamsNow = ({ ledger }: Store, before: Teams): Teams | null => {
  const scopes = ledger.scopes();
  if (scopes.size === 0) return null;
  const isPresent = (scope: string) => scopes.get(scope as ScopeId)?.kind === "team";
  const nameOf = (scope: string) =>
    ledger.get(teamKind, scope as RecordId)?.values.name ?? before.present[scope] ?? "";
  const present = [...scopes.keys()].filter(isPresent).map((scope) => [scope, nameOf(scope)]);
  const known = Object.entries({ ...before.left, ...before.present });
  return {
    present: Object.fromEntries(present),
    left: Object.fromEntries(known.filter(([scope]) => !isPresent(scope))),
  };
};
