import { checkContent } from "#domain/fields/content.ts";
import { makeOpId, makeRecordId, type OpId, type RecordId } from "#domain/ids.ts";
import { toInstant } from "#domain/instant.ts";
import type { Json } from "#domain/json.ts";
import { kindOf } from "#domain/kinds/all.ts";
import { replayOps } from "#domain/merge/replay.ts";
import type { Op } from "#domain/op.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { inBatches } from "./box.ts";
import type { OutboxRow } from "./database.ts";
import { guarded } from "./guard.ts";
import { commitNow, type Hold } from "./hold.ts";
import { sealOp } from "./sealed-rows.ts";
import { withMakers } from "./tray-links.ts";
import { openTray, type TrayEntry } from "./tray.ts";
import type { WriteFailure } from "./write.ts";

/**
 * Sends a refused edit once more: as a new edit with an id of its own, made on what is seen now, in the transaction that
 * takes the refused one out of the tray. A text keeps the text its author started from, so that it is merged with what
 * others have written since and not put over it. A record whose id turned out to be taken (`edit.record_exists`) is made
 * under a fresh id, unless it is here: then there is nothing left to make.
 * Where the edit leans on a record whose own making lies in the tray, that is sent again too, in front of it and in the same
 * save: an appointment never goes without its client.
 * Whether its author may make it is left to the endpoint: what this device knows of that may be older than what somebody
 * has just set right because of the refusal.
 * Fails with `record.gone` when what it changed is not here any more, with `edit.record_exists` as said, with why its field
 * cannot hold it, or with what the disk says. All of the edits then stay in the tray.
 */
export const retryEntry = (hold: Hold, op: OpId): Promise<Result<true, WriteFailure>> =>
  hold.queue.run(() => retryNow(hold, op));

/** The edits to send, in order, and those in the tray that they stand for. */
type Retried = {
  readonly rows: readonly OutboxRow[];
  readonly ops: readonly Op[];
  readonly refused: readonly OpId[];
};
type Prepared = Result<Retried, WriteFailure>;

const retryNow = async (hold: Hold, id: OpId): Promise<Result<true, WriteFailure>> => {
  const { database, ledger, platform } = hold;
  const save = makeOpId(platform.chance);
  const last: { prepared: Prepared } = { prepared: fail({ code: "record.gone" }) };
  let numbers: readonly number[] = [];
  const committed = await commitNow(hold, [database.outbox, database.tray], {
    async prepare() {
      last.prepared = await prepareRetry(hold, id, save);
      return last.prepared;
    },
    async store(next) {
      if (!next.ok) return;
      const { rows, refused } = next.value;
      // Run again after a lost answer, or dismissed in another tab meanwhile: the outbox and the tray tell.
      const there = await database.outbox
        .where("op")
        .anyOf(rows.map(({ op }) => op))
        .sortBy("n");
      numbers = there.map(({ n = 0 }) => n);
      if (there.length > 0) return;
      const left = await database.tray.bulkGet([...refused]);
      if (left.includes(undefined)) return;
      numbers = await database.outbox.bulkAdd(rows, { allKeys: true });
      await database.tray.bulkDelete([...refused]);
    },
    note(next) {
      if (!next.ok) return;
      for (const [index, n] of numbers.entries()) {
        const op = next.value.ops[index];
        const box = next.value.rows[index]?.box;
        if (op !== undefined && box !== undefined) ledger.addPending({ n, save, op, box });
      }
    },
  });
  if (!committed.ok) return committed;
  return last.prepared.ok ? ok(true) : last.prepared;
};

const prepareRetry = async (hold: Hold, id: OpId, save: OpId): Promise<Prepared> => {
  const { database, ledger, sealer } = hold;
  const rows = await guarded(database, () => database.tray.toArray());
  if (!rows.ok) return rows;
  // Dealt with in another tab.
  if (!rows.value.some(({ op }) => op === id)) return ok({ rows: [], ops: [], refused: [] });
  const entries = await openTray(sealer, rows.value);
  const asked = entries.find(({ op }) => op.id === id);
  if (asked === undefined) return fail({ code: "record.gone" });
  const needed = withMakers(asked, entries, (record) => ledger.shown(record) !== null);
  const ops: Op[] = [];
  const renamed = new Map<string, RecordId>();
  for (const entry of needed) {
    const op = remake(hold, entry, ops, renamed);
    if (!op.ok) return op;
    ops.push(op.value);
  }
  return ok({
    rows: await inBatches(ops, (op) => sealOp(sealer, save, op)),
    ops,
    refused: needed.map(({ op }) => op.id),
  });
};

/** The edit made anew after `before`, which are sent in front of it; notes in `renamed` what id its record gets instead. */
const remake = (
  { ledger, platform, heardAt }: Hold,
  { op: refused, reason }: TrayEntry,
  before: readonly Op[],
  renamed: Map<string, RecordId>,
): Result<Op, WriteFailure> => {
  const start = {
    id: makeOpId(platform.chance),
    at: platform.clock.now(),
    endpointAt: heardAt ?? toInstant(0),
  };
  if (refused.verb === "new" && ledger.sightOf(refused.record) !== null) {
    return fail({ code: "edit.record_exists" });
  }
  if (refused.verb === "new" && reason === "edit.record_exists") {
    renamed.set(refused.record, makeRecordId(platform.chance));
  }
  const op = { ...(withNewIds(refused, renamed) as unknown as Op), ...start };
  if (op.verb === "new") return checked(op, op.value.kind);
  const maker = before.find((one) => one.record === op.record);
  const sight = ledger.sightOf(op.record);
  const target = ledger.shown(op.record) ?? replayOps(null, maker === undefined ? [] : [maker]);
  if (target === null) return fail({ code: "record.gone" });
  const field = "field" in op ? (op.field ?? "") : "";
  const seen = sight?.seenOf(field) ?? (maker === undefined ? op.seen : { after: maker.id });
  return checked({ ...op, seen }, target.kind);
};

const checked = (op: Op, kind: string): Result<Op, WriteFailure> => {
  const content = checkContent(kindOf(kind), op);
  return content.ok ? ok(op) : fail({ code: content.failure });
};

/** The same with every id in it that has a new one replaced. */
const withNewIds = (value: Json, renamed: ReadonlyMap<string, RecordId>): Json => {
  if (renamed.size === 0) return value;
  if (typeof value === "string") return renamed.get(value) ?? value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => withNewIds(item, renamed));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withNewIds(inner, renamed)]),
  );
};
