import type { OpId, RecordId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { Box } from "../box.ts";
import type { KatveDatabase, TrayRow } from "../database.ts";
import type { Hold } from "../hold.ts";
import type { Fate } from "./inbox.ts";
import type { Pending } from "../unsent.ts";
import { runsOf } from "../runs.ts";
import { sealAbout } from "../sealed-rows.ts";
import { packSent } from "../sent/packs.ts";
import { toSent } from "../sent/sent.ts";

/**
 * The outbox as this tab sees it, what became of its edits, the versions that the answer tells of their records, what is
 * sealed of the records that refused ones were about, and the endpoint's clock.
 */
export type Settlement = {
  readonly pending: readonly Pending[];
  readonly fates: ReadonlyMap<OpId, Fate>;
  readonly vers: ReadonlyMap<RecordId, number>;
  readonly abouts: ReadonlyMap<OpId, Box>;
  readonly now: Instant;
};

/** The records that refused edits were about, as they are still shown: the same line may take them away. */
export const sealAbouts = async (
  { ledger, sealer }: Hold,
  answered: readonly (readonly [OpId, Fate])[],
): Promise<ReadonlyMap<OpId, Box>> => {
  const refused = new Set(answered.flatMap(([op, fate]) => (typeof fate === "object" ? [op] : [])));
  const abouts = new Map<OpId, Box>();
  for (const { op } of ledger.outbox()) {
    if (!refused.has(op.id) || op.verb === "new") continue;
    const shown = ledger.state(op.record) ?? ledger.shown(op.record);
    if (shown !== null) abouts.set(op.id, await sealAbout(sealer, op.id, shown));
  }
  return abouts;
};

/**
 * Takes answered edits out of the outbox: those that stand are kept among the sent ones, refused ones go to the tray with
 * their content, and of one about an erased record nothing stays. Runs inside the caller's transaction and awaits nothing
 * but the database.
 */
export const settleOutbox = async (
  { outbox, sent, tray }: KatveDatabase,
  { pending, fates, vers, abouts, now }: Settlement,
): Promise<void> => {
  const answered = pending.filter(({ op }) => isSettled(fates.get(op.id)));
  // The rows of a run are one request, and edits are mostly answered in a row.
  const ranges = runsOf(answered).map(({ first, last }) =>
    outbox.where("n").between(first, last, true, true),
  );
  const standing = answered
    .filter(({ op }) => fates.get(op.id) === "stands")
    .map((one) => toSent(one, vers.get(one.op.record)));
  const refused = answered.flatMap((one) =>
    toTray(one, fates.get(one.op.id), abouts.get(one.op.id)),
  );
  await Promise.all([
    standing.length > 0 && sent.bulkPut(packSent(standing, now)),
    refused.length > 0 && tray.bulkPut(refused),
    ...ranges.map((range) => range.delete()),
  ]);
};

const isSettled = (fate: Fate | undefined): boolean => fate !== undefined && fate !== "needs-base";

const toTray = (
  { op: { id: op, record }, box }: Pending,
  fate: Fate | undefined,
  about: Box | undefined,
): TrayRow[] => {
  if (typeof fate !== "object" || fate.refused === "edit.erased") return [];
  return [{ op, record, reason: fate.refused, box, ...(about === undefined ? {} : { about }) }];
};
