import type { RecordId } from "#domain/ids.ts";
import { kindOf } from "#domain/kinds/all.ts";
import { replayOps } from "#domain/merge/replay.ts";
import type { RecordState } from "#domain/record.ts";
import type { OpenLedger } from "#store/ledger.ts";
import type { Store } from "#store/store.ts";

/** The ledger with what screens do not get to see of it. */
export const openLedgerOf = (store: Store): OpenLedger => store.ledger as OpenLedger;

/**
 * A record as it stands on the screen, `null` for one that is not there. What the program declares is read where screens
 * read it; what only a later version would show is read as that version would.
 */
export const screenOf = (store: Store, record: RecordId): RecordState | null => {
  const ledger = openLedgerOf(store);
  const shown = replayOps(ledger.state(record), ledger.pendingOf(record));
  if (shown === null || shown.deleted) return null;
  const kind = kindOf(shown.kind);
  if (kind === undefined) return shown;
  const view = ledger.get(kind, record);
  return view === undefined ? null : { ...shown, fields: { ...shown.fields, ...view.values } };
};

/** Every record that is on the screen, in the order of their ids. */
export const recordsOn = (store: Store): RecordState[] => {
  const ledger = openLedgerOf(store);
  const ids = new Set<RecordId>();
  for (const scope of ledger.scopes().keys()) {
    for (const { id } of ledger.statesIn(scope)) ids.add(id);
  }
  for (const { op } of ledger.outbox()) ids.add(op.record);
  return [...ids].sort().flatMap((id) => screenOf(store, id) ?? []);
};
