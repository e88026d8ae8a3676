import type { ScopeId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { openBackupNote } from "./backup/backup-note.ts";
import { inBatches, openUnlessDamaged } from "./box.ts";
import type { KatveDatabase } from "./database.ts";
import { openDrafts } from "./drafts.ts";
import { guarded, type StorageFailure } from "./guard.ts";
import { type Hold, noteLoose } from "./hold.ts";
import { openOp, openRecord, openSegment } from "./sealed-rows.ts";
import { toAgain } from "./sent/sent.ts";

/**
 * Reads the whole disk into the ledger, in place of what it held. Everything is opened before anything is replaced, so
 * the screens see the old content or the new, never half of one.
 * A box that does not open is left out and left where it is: its scope counts as never received, so that the endpoint
 * brings it anew, and `hold.unread` tells of it. Fails with `storage.lost` when the disk has come to hold another vault.
 */
export const loadLedger = async (hold: Hold): Promise<Result<true, StorageFailure>> => {
  const { database, sealer, ledger } = hold;
  database.spare?.forgetScopes();
  const read = await guarded(database, () => readDisk(database));
  if (!read.ok) return read;
  const { identity, rev, exchange, isBroughtBack, doubt, erased, scopes } = read.value;
  if (identity?.device !== hold.device) return fail({ code: "storage.lost" });
  const segments = await openAll(read.value.segments, (row) => openSegment(sealer, row));
  const records = await openAll(read.value.records, (row) => openRecord(sealer, row));
  const drafts = await openDrafts(sealer, read.value.drafts);
  const backup = await openBackupNote(sealer, read.value.backup);
  const edits = await openAll(read.value.outbox, (row) => openOp(sealer, row));
  const torn = new Set<ScopeId>(
    [...segments.damaged, ...records.damaged].map(({ scope }) => scope),
  );

  ledger.clear();
  hold.segments.clear();
  hold.loose.clear();
  hold.scopeRows.clear();
  hold.drafts.replace(drafts);
  hold.drafts.wipe(erased);
  for (const row of scopes) {
    hold.scopeRows.set(row.scope, torn.has(row.scope) ? { ...row, epoch: null } : row);
  }
  ledger.setScopes(new Map(scopes.map((row) => [row.scope, { kind: row.kind, role: row.role }])));
  for (const { row, content: states } of segments.opened) {
    hold.segments.add({ id: row.id, scope: row.scope, generation: row.generation, states });
    for (const state of states) ledger.put(row.scope, state, row.generation);
  }
  for (const { row, content: state } of records.opened) {
    noteLoose(hold, row.scope, [row.id]);
    ledger.put(row.scope, state, row.generation);
  }
  for (const { row, content: op } of edits.opened) {
    const { n = 0, save, box, again } = row;
    ledger.addPending({
      n,
      save,
      box,
      op: toAgain(op, again),
      ...(again === undefined ? {} : { again }),
    });
  }
  hold.unread = {
    edits: edits.damaged.length,
    records: segments.damaged.length + records.damaged.length,
  };
  hold.isBroughtBack = isBroughtBack;
  noteExchange(hold, exchange);
  hold.backup = backup;
  hold.doubt = doubt;
  hold.rev = rev;
  ledger.touchExchange();
  ledger.touchBackup();
  ledger.announce();
  return ok(true);
};

/** Catches up with the other tabs: reads everything anew if they have committed, and otherwise only the last exchange and the drafts. */
export const followOthers = async (hold: Hold): Promise<Result<true, StorageFailure>> => {
  const { database } = hold;
  const marks = await guarded(database, () =>
    database.transaction("r", [database.meta, database.drafts], async () => ({
      ...(await readMarks(database)),
      drafts: await database.drafts.toArray(),
    })),
  );
  if (!marks.ok) return marks;
  if (marks.value.rev !== hold.rev) return loadLedger(hold);
  hold.drafts.replace(await openDrafts(hold.sealer, marks.value.drafts));
  noteExchange(hold, marks.value.exchange);
  hold.ledger.touchExchange();
  hold.ledger.announce();
  return ok(true);
};

const noteExchange = (hold: Hold, exchange: Hold["exchange"]): void => {
  hold.exchange = exchange;
  if (exchange !== null) {
    hold.heardAt = toInstant(Math.max(hold.heardAt ?? 0, exchange.endpointAt));
  }
};

const readDisk = (database: KatveDatabase) =>
  database.transaction("r", database.tables, async () => ({
    ...(await readMarks(database)),
    identity: await database.identity.get("self"),
    scopes: await database.scopes.toArray(),
    segments: await database.segments.toArray(),
    records: await database.records.toArray(),
    drafts: await database.drafts.toArray(),
    outbox: await database.outbox.orderBy("n").toArray(),
  }));

const readMarks = async ({ meta }: KatveDatabase) => {
  const keys = ["rev", "exchange", "backup", "doubt", "erased", "broughtBack"];
  const [rev, exchange, backup, doubt, erased, broughtBack] = await meta.bulkGet(keys);
  return {
    rev: rev?.key === "rev" ? rev.value : 0,
    exchange: exchange?.key === "exchange" ? exchange.value : null,
    backup,
    doubt: doubt?.key === "doubt" ? doubt.value : null,
    erased: erased?.key === "erased" ? erased.value : [],
    isBroughtBack: broughtBack !== undefined,
  };
};

const openAll = async <R, T>(rows: readonly R[], open: (row: R) => Promise<T>) => {
  const tried = await inBatches(rows, async (row) => ({
    row,
    content: await openUnlessDamaged(() => open(row)),
  }));
  return {
    opened: tried.flatMap(({ row, content }) => (content === null ? [] : [{ row, content }])),
    damaged: tried.flatMap(({ row, content }) => (content === null ? [row] : [])),
  };
};
