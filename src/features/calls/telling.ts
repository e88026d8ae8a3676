import type { Instant } from "#domain/instant.ts";
import { type Call, tellingOf } from "#domain/meeting/calls.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import type { Store } from "#store/store.ts";
import type { Edit } from "#store/write.ts";

/**
 * Notes in one's own name that the client was told of the times of a call as they are now, or takes back whoever's note
 * that is; all in one save.
 */
export const tellingEdits = (
  { ledger, identity }: Store,
  { of, later }: Call<AppointmentRecord>,
  isTold: boolean,
  at: Instant,
): Edit[] =>
  [of, ...later].flatMap(({ id, values }): Edit[] => {
    const sight = ledger.sightOf(id);
    if (sight === null) return [];
    const last = tellingOf(values);
    if (!isTold) return last === null ? [] : [{ verb: "rem", sight, field: `told.${last.by}` }];
    const value = { start: values.slot.start, status: values.status, at };
    return [{ verb: "set", sight, field: `told.${identity.member}`, value }];
  });
