import type { RefusalCode } from "#domain/failure.ts";
import type { OpId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import { ok, type Result } from "#domain/result.ts";
import { inBatches, openUnlessDamaged } from "./box.ts";
import { guarded, type StorageFailure } from "./guard.ts";
import { type Hold, onDisk } from "./hold.ts";
import { openOp } from "./sealed-rows.ts";

/** An edit the endpoint refused, whole, and why. A refusal is not a deletion: it stays until a person dismisses it. */
export type TrayEntry = { readonly op: Op; readonly reason: RefusalCode };

/** Everything in the tray that opens; a damaged box stays on the disk. */
export const readTray = async (hold: Hold): Promise<Result<TrayEntry[], StorageFailure>> => {
  const rows = await guarded(hold.database, () => hold.database.tray.toArray());
  if (!rows.ok) return rows;
  const entries = await inBatches(rows.value, async (row) => ({
    op: await openUnlessDamaged(() => openOp(hold.sealer, row)),
    reason: row.reason,
  }));
  return ok(entries.flatMap(({ op, reason }) => (op === null ? [] : [{ op, reason }])));
};

/** Takes an entry out of the tray because a person has dealt with it. */
export const dismissEntry = (hold: Hold, op: OpId): Promise<Result<void, StorageFailure>> =>
  onDisk(hold, () => hold.database.tray.delete(op));
