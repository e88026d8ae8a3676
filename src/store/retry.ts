import type { RefusalCode } from "#domain/failure.ts";
import { checkContent } from "#domain/fields/content.ts";
import { makeOpId, makeRecordId, type OpId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import { kindOf } from "#domain/kinds/all.ts";
import type { Op } from "#domain/op.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { openUnlessDamaged } from "./box.ts";
import type { OutboxRow, TrayRow } from "./database.ts";
import { guarded } from "./guard.ts";
import { commitNow, type Hold } from "./hold.ts";
import { openOp, sealOp } from "./sealed-rows.ts";
import type { WriteFailure } from "./write.ts";

/**
 * Sends a refused edit once more: as a new edit with an id of its own, made on what is seen now, in the transaction that
 * takes the refused one out of the tray. A text keeps the text its author started from, so that it is merged with what
 * others have written since and not put over it. A record whose id turned out to be taken (`edit.record_exists`) is made
 * under a fresh id, unless it is here: then there is nothing left to make.
 * Whether its author may make it is left to the endpoint: what this device knows of that may be older than what somebody
 * has just set right because of the refusal.
 * Fails with `record.gone` when what it changed is not here any more, with `edit.record_exists` as said, with why its field
 * cannot hold it, or with what the disk says. The edit then stays in the tray.
 */
export const retryEntry = (hold: Hold, op: OpId): Promise<Result<true, WriteFailure>> =>
  hold.queue.run(() => retryNow(hold, op));

type Prepared = Result<{ readonly row: OutboxRow; readonly op: Op }, WriteFailure>;

const retryNow = async (hold: Hold, id: OpId): Promise<Result<true, WriteFailure>> => {
  const { database, ledger, platform } = hold;
  const found = await guarded(database, () => database.tray.get(id));
  if (!found.ok) return found;
  const entry = found.value;
  // Dealt with in another tab.
  if (entry === undefined) return ok(true);
  const fresh = makeOpId(platform.chance);
  const last: { prepared: Prepared } = { prepared: fail({ code: "record.gone" }) };
  let number: number | undefined;
  const committed = await commitNow(hold, [database.outbox, database.tray], {
    async prepare() {
      last.prepared = await prepareRetry(hold, entry, fresh);
      return last.prepared;
    },
    async store(next) {
      if (!next.ok) return;
      // Run again after a lost answer, or tried in another tab at the same time: the tray tells.
      const there = await database.outbox.get({ op: fresh });
      number = there?.n;
      if (there !== undefined || (await database.tray.get(id)) === undefined) return;
      number = await database.outbox.add(next.value.row);
      await database.tray.delete(id);
    },
    note(next) {
      if (!next.ok || number === undefined) return;
      ledger.addPending({ n: number, save: next.value.row.save, op: next.value.op });
    },
  });
  if (!committed.ok) return committed;
  return last.prepared.ok ? ok(true) : last.prepared;
};

const prepareRetry = async (hold: Hold, entry: TrayRow, id: OpId): Promise<Prepared> => {
  const refused = await openUnlessDamaged(() => openOp(hold.sealer, entry));
  if (refused === null) return fail({ code: "record.gone" });
  const op = remake(hold, refused, entry.reason, id);
  if (!op.ok) return op;
  const { ledger, sealer, platform } = hold;
  const { value } = op;
  const target = value.verb === "new" ? value.value : ledger.shown(value.record);
  if (target === null) return fail({ code: "record.gone" });
  const checked = checkContent(kindOf(target.kind), value);
  if (!checked.ok) return fail({ code: checked.failure });
  return ok({ row: await sealOp(sealer, makeOpId(platform.chance), value), op: value });
};

const remake = (
  { ledger, platform, heardAt }: Hold,
  refused: Op,
  reason: RefusalCode,
  id: OpId,
): Result<Op, WriteFailure> => {
  const start = {
    id,
    at: platform.clock.now(),
    endpointAt: heardAt ?? toInstant(0),
  };
  const sight = ledger.sightOf(refused.record);
  if (refused.verb !== "new") {
    if (sight === null) return fail({ code: "record.gone" });
    const field = "field" in refused ? (refused.field ?? "") : "";
    return ok({ ...refused, ...start, seen: sight.seenOf(field) });
  }
  if (sight !== null) return fail({ code: "edit.record_exists" });
  const isTaken = reason === "edit.record_exists";
  const record = isTaken ? makeRecordId(platform.chance) : refused.record;
  return ok({ ...refused, ...start, record });
};
