import type { Instant } from "#domain/instant.ts";
import type { Call } from "#domain/meeting/calls.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";

/** Notes in one's own name that the client was told of the time as it is now, or takes back whoever's note that is. */
export const tellingEdit = (
  { ledger, identity }: Store,
  { of, told }: Call<AppointmentRecord>,
  isTold: boolean,
  at: Instant,
): Edit[] => {
  const sight = ledger.sightOf(of.id);
  if (sight === null) return [];
  if (!isTold) return told === null ? [] : [{ verb: "rem", sight, field: `told.${told.by}` }];
  const { slot, status } = of.values;
  const value = { start: slot.start, status, at };
  return [{ verb: "set", sight, field: `told.${identity.member}`, value }];
};
