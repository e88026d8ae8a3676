import { type Accessor, createMemo } from "solid-js";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import { adviserKind } from "#domain/kinds/adviser.ts";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { createRecords, useEnvironment } from "#features/environment.tsx";
import { teamScopeOf } from "./team-scope.ts";

/** The advisers of the team that a time can be booked for, the own first: only their times are on this device. */
export const createTeamAdvisers = (): Accessor<Around["advisers"]> => {
  const { store } = useEnvironment();
  const { member } = store.identity;
  const advisers = createRecords(adviserKind);
  return createMemo(() => {
    const team: string | null = teamScopeOf(store);
    const own = advisers().get(member as string as RecordId);
    const others = [...advisers().values()]
      .filter(({ id, values }) => values.team === team && id !== own?.id)
      .sort((one, other) => (one.values.name < other.values.name ? -1 : 1));
    return new Map([...(own === undefined ? [] : [own]), ...others].map((one) => [one.id, one]));
  });
};

/**
 * The advisers that a time of a team can be given to, by name: whoever is in another team does not get its records, and
 * would never see the time. Who has it now is among them all the same.
 */
export const createAdvisersOf = (
  team: Accessor<ScopeId>,
  present: Accessor<string>,
): Accessor<Around["advisers"]> => {
  const advisers = createRecords(adviserKind);
  return createMemo(() => {
    const offered = [...advisers().values()]
      .filter(({ id, values }) => values.team === (team() as string) || id === present())
      .sort((one, other) => (one.values.name < other.values.name ? -1 : 1));
    return new Map(offered.map((one) => [one.id, one]));
  });
};
