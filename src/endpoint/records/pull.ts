import type { Transaction } from "kysely";
import type { RecordId, ScopeId } from "#domain/ids.ts";
import { chunkMaxRows } from "#protocol/limits.ts";
import type { ChunkLine } from "#protocol/sync-answer.ts";
import type { WireCursor } from "#protocol/sync-request.ts";
import type { MemberScope } from "../access/membership.ts";
import type { Schema } from "../database/schema.ts";
import { chunkText, sortRows } from "./chunk-text.ts";
import { type FeedRow, readFeed } from "./feed-rows.ts";

/** Lines of an answer, each as text without its line end, and how much of an answer they make. */
export type PulledLines = {
  readonly lines: readonly string[];
  readonly rows: number;
  readonly more: boolean;
};

/** What a device has, what it is told already, and how many bytes of records it wants. */
export type Wanted = {
  readonly cursors: { readonly [scope: string]: WireCursor };
  readonly max: number;
  /** The records it is told of before any of these lines, by scope, and in which version. */
  readonly told: ReadonlyMap<ScopeId, ReadonlyMap<RecordId, number>>;
  /** The version it speaks: one of version 1 wants to hear also of what there is none of. */
  readonly version: number;
};

/** Where in a scope an answer starts: from nothing, within a reset that was cut off, or after what the device has. */
type Start = { readonly kind: "reset" | "resumed" | "after"; readonly seq: number };

/** Whether a cursor is of a past that is undone: of another counting, or of a future that was lost with the data. */
export const isUndone = (
  { epoch, seq }: Pick<MemberScope, "epoch" | "seq">,
  cursor: WireCursor | undefined,
): boolean => cursor !== undefined && (cursor[0] !== epoch || cursor[1] > seq);

/**
 * What a device has to do about a scope.
 * It starts anew without a cursor, with one of another counting (`epoch`), with one from before what the scope still
 * knows to be deleted (`floor`; what a cut-off reset had brought was there when it began), and with one from a future that was lost when the endpoint's data were restored.
 */
const startOf = (scope: MemberScope, cursor: WireCursor | undefined): Start => {
  const anew: Start = { kind: "reset", seq: 0 };
  if (cursor === undefined || isUndone(scope, cursor)) return anew;
  const [, seq, resetAt] = cursor;
  if (resetAt !== undefined) return resetAt < scope.floor ? anew : { kind: "resumed", seq };
  return seq < scope.floor ? anew : { kind: "after", seq };
};

/**
 * Reads what a device lacks of its scopes, up to about `max` bytes of records (a line is not begun beyond it, and the
 * last may hold one record more). Everything comes from the caller's snapshot and is held in memory when it returns.
 */
export const pullLines = async (
  snapshot: Transaction<Schema>,
  scopes: readonly MemberScope[],
  { cursors, max, told, version }: Wanted,
): Promise<PulledLines> => {
  const answer: Answer = { lines: [], rows: 0, bytes: 0, max, told, version };
  for (const scope of undoneFirst(scopes, cursors)) {
    const start = startOf(scope, cursors[scope.id]);
    if (start.kind === "after" && start.seq === scope.seq) continue;
    if (answer.bytes >= max) return { ...answer, more: true };
    const isWhole = await pullScope(snapshot, scope, start, answer);
    if (!isWhole) return { ...answer, more: true };
  }
  return { ...answer, more: false };
};

/**
 * Scopes whose past is undone come before the others: they tell the device of a loss, and it asks after what it had sent
 * before a scope that is new to it brings records without that.
 */
const undoneFirst = (
  scopes: readonly MemberScope[],
  cursors: Wanted["cursors"],
): readonly MemberScope[] => {
  const undone = scopes.filter((scope) => isUndone(scope, cursors[scope.id]));
  return undone.length === 0 ? scopes : [...new Set([...undone, ...scopes])];
};

type Answer = {
  readonly lines: string[];
  rows: number;
  bytes: number;
  readonly max: number;
  readonly told: Wanted["told"];
  readonly version: number;
};

/** Adds the lines of one scope; false when the answer was full before the scope was. */
const pullScope = async (
  snapshot: Transaction<Schema>,
  scope: MemberScope,
  start: Start,
  answer: Answer,
): Promise<boolean> => {
  const { id, epoch, seq: last } = scope;
  if (start.kind === "reset")
    answer.lines.push(JSON.stringify({ s: id, reset: 1, c: [epoch, last] }));
  let at = start.seq;
  while (at < last) {
    // A reset forgets what came before it, so it brings everything.
    const told = start.kind === "after" ? answer.told.get(id) : undefined;
    const rows = await readFeed(snapshot, scope, at, chunkMaxRows, told);
    const taken = takeRows(rows, answer.max - answer.bytes);
    const isLast = rows.length < chunkMaxRows && taken.length === rows.length;
    // The last number of the scope, not of its last row: rows may have been taken out of the feed.
    at = isLast ? last : (taken.at(-1)?.seq ?? last);
    const untold = taken.filter(({ isTold }) => !isTold);
    addChunk(answer, untold, start.kind === "reset", { s: id, c: [epoch, at] });
    if (at < last && answer.bytes >= answer.max) return false;
  }
  if (start.kind !== "after")
    answer.lines.push(JSON.stringify({ s: id, resetEnd: 1, c: [epoch, last] }));
  return true;
};

/** The first rows that fit into `bytes`, and in any case one. */
const takeRows = (rows: readonly FeedRow[], bytes: number): readonly FeedRow[] => {
  let sum = 0;
  const end = rows.findIndex((row) => (sum += row.text.length) >= bytes);
  return end === -1 ? rows : rows.slice(0, end + 1);
};

const addChunk = (
  answer: Answer,
  rows: readonly FeedRow[],
  isWithoutGone: boolean,
  at: Pick<ChunkLine, "s" | "c">,
): void => {
  const told = sortRows(rows, isWithoutGone);
  answer.lines.push(chunkText(told, { ...at, version: answer.version }));
  answer.rows += told.put.length;
  answer.bytes += told.put.reduce((sum, { text }) => sum + text.length, told.drop.length * 24);
};
