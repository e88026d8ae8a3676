import type { RefusalCode } from "#domain/failure.ts";
import type { OpId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import { ok, type Result } from "#domain/result.ts";
import { inBatches, openUnlessDamaged, type Sealer } from "./box.ts";
import type { TrayRow } from "./database.ts";
import { guarded, type StorageFailure } from "./guard.ts";
import { type Hold, onDisk } from "./hold.ts";
import { openAbout, openOp } from "./sealed-rows.ts";

/**
 * An edit the endpoint refused, whole, and why. A refusal is not a deletion: it stays until a person dismisses it. `about`
 * is the record as it was last seen here, for it may be gone by now; `null` where the edit made it or nothing was seen.
 */
export type TrayEntry = {
  readonly op: Op;
  readonly reason: RefusalCode;
  readonly about: RecordState | null;
};

/** Everything in the tray that opens, by when it was made; a damaged box stays on the disk. */
export const readTray = async (hold: Hold): Promise<Result<TrayEntry[], StorageFailure>> => {
  const rows = await guarded(hold.database, () => hold.database.tray.toArray());
  if (!rows.ok) return rows;
  return ok(await openTray(hold.sealer, rows.value));
};

/** Opens the tray as it lies on the disk; an entry that does not open is left out. */
export const openTray = async (sealer: Sealer, rows: readonly TrayRow[]): Promise<TrayEntry[]> => {
  const entries = await inBatches(rows, async (row) => ({
    op: await openUnlessDamaged(() => openOp(sealer, row)),
    reason: row.reason,
    about: await aboutOf(sealer, row),
  }));
  return entries
    .flatMap(({ op, ...rest }) => (op === null ? [] : [{ op, ...rest }]))
    .sort((one, other) => one.op.at - other.op.at);
};

const aboutOf = async (sealer: Sealer, { op, record, about }: TrayRow) =>
  about === undefined ? null : openUnlessDamaged(() => openAbout(sealer, op, record, about));

/** Takes an entry out of the tray because a person has dealt with it. */
export const dismissEntry = (hold: Hold, op: OpId): Promise<Result<void, StorageFailure>> =>
  onDisk(hold, () => hold.database.tray.delete(op));
