import { recordsOfOp } from "#domain/erasure.ts";
import type { RefusalCode } from "#domain/failure.ts";
import {
  bytesToBase64Url,
  makeOpId,
  makeRecordId,
  type RecordId,
  type ScopeId,
} from "#domain/ids.ts";
import { type Instant, toInstant } from "#domain/instant.ts";
import type { Fields, Json } from "#domain/json.ts";
import { replayOps } from "#domain/merge/replay.ts";
import type { Op } from "#domain/op.ts";
import { checkOp } from "#domain/rights.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { inBatches } from "./box.ts";
import type { KatveDatabase, OutboxRow } from "./database.ts";
import type { StorageFailure } from "./guard.ts";
import { commitNow, type Hold } from "./hold.ts";
import type { Sight } from "./sight.ts";
import { sealOp } from "./sealed-rows.ts";

/**
 * What a screen wants written. `sight` is what the author had in sight when the form opened: it decides later whether
 * two people's edits were concurrent, so it is taken then, and never at saving.
 */
export type Edit =
  | {
      readonly verb: "new";
      readonly record: RecordId;
      readonly kind: string;
      readonly home: ScopeId;
      readonly fields: Fields;
    }
  | { readonly verb: "set"; readonly sight: Sight; readonly field: string; readonly value: Json }
  | { readonly verb: "text"; readonly sight: Sight; readonly field: string; readonly value: string }
  /** Adds to a counter, by its path (`counts.station`). */
  | { readonly verb: "inc"; readonly sight: Sight; readonly field: string; readonly value: number }
  /** Removes an item, by its path. */
  | { readonly verb: "rem"; readonly sight: Sight; readonly field: string }
  /** Adds an entry to a list of notes, by its path. */
  | { readonly verb: "add"; readonly sight: Sight; readonly field: string; readonly value: Json }
  | { readonly verb: "share" | "unshare"; readonly sight: Sight; readonly scope: ScopeId }
  | { readonly verb: "del"; readonly sight: Sight };

/** Why something was not written. Nothing of the save is on the disk, and the screen keeps what was typed. */
export type WriteFailure =
  | StorageFailure
  | { readonly code: RefusalCode }
  | { readonly code: "record.gone" };

/** A fresh id for a record that is about to be made. */
export const newRecordId = (hold: Hold): RecordId => makeRecordId(hold.platform.chance);

/**
 * The only writer. Builds the edits, checks them by the rules the endpoint will check them by, seals them, and commits all
 * of them or none; when it returns `ok` they are on the disk, and the ledger shows them. What was asked for before the
 * vault locks is still written. The draft they come of goes in the same commit: a page that is killed right after would offer it
 * once more, and its author would save it twice. Nothing is written about an erased record, however long its form was open: the
 * endpoint would refuse it, and nothing would stay of it.
 */
export const writeEdits = (
  hold: Hold,
  edits: readonly Edit[],
  draft?: string,
): Promise<Result<true, WriteFailure>> => hold.queue.run(() => writeNow(hold, edits, draft));

const writeNow = async (
  hold: Hold,
  edits: readonly Edit[],
  draft: string | undefined,
): Promise<Result<true, WriteFailure>> => {
  const { database, sealer, ledger, platform, drafts } = hold;
  const save = makeOpId(platform.chance);
  // One moment for all of a save: by it what two saves of many records made of each other is told together.
  const at = platform.clock.now();
  const built: Op[] = [];
  const about = new Set<string>();
  const isErased = () => [...drafts.wiped()].some((record) => about.has(record));
  for (const edit of edits) {
    const op = await buildOp(hold, edit, at);
    const target = targetOf(hold, edit, built);
    for (const record of recordsOfOp(op, target?.kind ?? null)) about.add(record);
    if (isErased()) return fail({ code: "edit.erased" });
    if (target === null) return fail({ code: "record.gone" });
    const checked = checkOp(ledger.membership(), target, op, op.at);
    if (!checked.ok) return fail({ code: checked.failure });
    built.push(op);
  }
  const rows = await inBatches(built, (op) => sealOp(sealer, save, op));
  let numbers: readonly number[] = [];
  let isTriedBefore = false;
  let isRefused = false;
  const tables = draft === undefined ? [database.outbox] : [database.outbox, database.drafts];
  const written = await commitNow(hold, tables, {
    prepare() {
      // Another tab may have heard of an erasure since.
      isRefused = isErased();
      return Promise.resolve();
    },
    async store() {
      if (isRefused) return;
      // A connection that broke after the commit makes this run again: then all of the save is there already.
      const there = isTriedBefore ? await rowsThere(database, rows) : [];
      isTriedBefore = true;
      numbers =
        there.length > 0
          ? there.map(({ n = 0 }) => n)
          : await database.outbox.bulkAdd(rows, { allKeys: true });
      if (draft !== undefined) await database.drafts.delete(draft);
    },
    note() {
      if (isRefused) return;
      if (draft !== undefined) drafts.change(draft, null)(null);
      const shown = new Set(ledger.outbox().map(({ op }) => op.id));
      for (const [index, op] of built.entries()) {
        const box = rows[index]?.box;
        if (box === undefined || shown.has(op.id)) continue;
        ledger.addPending({ n: numbers[index] ?? 0, save, op, box });
      }
    },
  });
  if (isRefused) return fail({ code: "edit.erased" });
  return written.ok || !(await isThere(hold, built)) ? written : ok(true);
};

const rowsThere = ({ outbox }: KatveDatabase, rows: readonly OutboxRow[]): Promise<OutboxRow[]> =>
  outbox
    .where("op")
    .anyOf(rows.map(({ op }) => op))
    .sortBy("n");

/**
 * Whether a save that failed is on the disk all the same: its commit was not heard, and the next try met a full disk. Saying
 * NOT SAVED would make its author write it twice.
 */
const isThere = async (hold: Hold, ops: readonly Op[]): Promise<boolean> => {
  const read = await hold.reload();
  const kept = new Set(hold.ledger.outbox().map(({ op }) => op.id));
  return read.ok && ops.every(({ id }) => kept.has(id));
};

const buildOp = async (hold: Hold, edit: Edit, at: Instant): Promise<Op> => {
  const { chance, subtle } = hold.platform;
  const start = {
    id: makeOpId(chance),
    at,
    endpointAt: hold.heardAt ?? toInstant(0),
  };
  switch (edit.verb) {
    case "new": {
      const { record, kind, home, fields } = edit;
      return { ...start, record, seen: { ver: 0 }, verb: "new", value: { kind, home, fields } };
    }
    case "set": {
      const { sight, field, value } = edit;
      return {
        ...start,
        record: sight.record,
        seen: sight.seenOf(field),
        verb: "set",
        field,
        value,
      };
    }
    case "text": {
      const { sight, field, value } = edit;
      const base = sight.textOf(field);
      const digest = await subtle.digest("SHA-256", new TextEncoder().encode(base));
      return {
        ...start,
        record: sight.record,
        seen: sight.seenOf(field),
        verb: "text",
        field,
        value,
        hash: bytesToBase64Url(new Uint8Array(digest)),
        base,
      };
    }
    case "inc":
    case "add": {
      const { sight, verb, field } = edit;
      const about = { ...start, record: sight.record, seen: sight.seenOf(field), field };
      return verb === "inc"
        ? { ...about, verb, value: edit.value }
        : { ...about, verb, value: edit.value };
    }
    case "rem": {
      const { sight, field } = edit;
      return { ...start, record: sight.record, seen: sight.seenOf(field), verb: "rem", field };
    }
    case "share":
    case "unshare": {
      const { sight, verb, scope } = edit;
      return { ...start, record: sight.record, seen: sight.seenOf(""), verb, scope };
    }
    case "del":
      return { ...start, record: edit.sight.record, seen: edit.sight.seenOf(""), verb: "del" };
    default:
      return edit satisfies never;
  }
};

/** What the edit is about, as it will be after the edits before it; `null` for what is not here or deleted by then. */
const targetOf = ({ ledger }: Hold, edit: Edit, before: readonly Op[]) => {
  if (edit.verb === "new") {
    const { record: id, kind, home, fields } = edit;
    return { id, kind, home, shares: [], fields };
  }
  const { record } = edit.sight;
  const shown = replayOps(ledger.state(record), [
    ...ledger.pendingOf(record),
    ...before.filter((op) => op.record === record),
  ]);
  return shown === null || shown.deleted ? null : shown;
};
