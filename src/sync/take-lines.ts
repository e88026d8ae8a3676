import type { OpId, ScopeId } from "#domain/ids.ts";
import { ok, type Result } from "#domain/result.ts";
import {
  ackEntries,
  type AnswerLine,
  type ChunkLine,
  type HeaderLine,
  type WireAck,
  wireToRecord,
} from "#protocol/sync-answer.ts";
import type { StorageFailure } from "#store/guard.ts";
import type { IncomingChunk } from "#store/incoming/chunks.ts";
import type { Fate, IncomingHeader } from "#store/incoming/inbox.ts";
import type { LedgerScope } from "#store/ledger.ts";
import type { Store } from "#store/store.ts";

/** Takes the lines of one answer into the store, in their order. */
export type LineTaker = {
  /**
   * Takes a line. A header or a line of records may still be on its way to the disk when this resolves: the next line is read
   * meanwhile, and lines of records that pile up are stored in one commit. Fails with what an earlier line failed with.
   */
  take(line: AnswerLine): Promise<Result<unknown, StorageFailure>>;
  /** Resolves when nothing is on its way any more: with the first failure, if there was one. */
  finish(): Promise<Result<unknown, StorageFailure>>;
};

/**
 * As many records may wait for the disk, ten full lines: at the pace of a slow network nothing piles up, and on a fast one
 * a commit costs more than what is in it.
 */
const waitingMaxRows = 2_000;

/** What the request of an answer said: the acknowledged edits it asked after, and the scopes it named, if all of them. */
export type Said = {
  readonly asked: readonly OpId[];
  readonly scopes: ReadonlyMap<ScopeId, LedgerScope> | null;
};

/** What one commit stores: a header, or lines of records by their scopes. */
type Step = IncomingHeader | Map<ScopeId, IncomingChunk>;

/**
 * Makes the taker of one answer. Once `signal` calls it off, the commit under way is finished and no other begins.
 */
export const makeLineTaker = (
  { exchange }: Pick<Store, "exchange">,
  said: Said,
  signal?: AbortSignal,
): LineTaker => {
  let waiting: Step[] = [];
  let outcome: Result<unknown, StorageFailure> = ok(true);
  let storing: Promise<void> | null = null;
  let { asked } = said;

  const store = (step: Step) =>
    step instanceof Map ? exchange.takeChunks(...step.values()) : exchange.takeHeader(step);
  const storeWaiting = async () => {
    for (;;) {
      const [step] = waiting;
      if (step === undefined || !outcome.ok || signal?.aborted === true) break;
      waiting = waiting.slice(1);
      outcome = await store(step);
    }
    storing = null;
  };
  const finish = async () => {
    await storing;
    return outcome;
  };
  const begin = () => {
    storing ??= storeWaiting();
    const rows = waiting.reduce((sum, step) => sum + rowsOf(step), 0);
    return rows >= waitingMaxRows ? finish() : Promise.resolve(outcome);
  };
  const takeChunk = (chunk: IncomingChunk) => {
    const last = waiting.at(-1);
    const chunks: Step = last instanceof Map ? last : new Map<ScopeId, IncomingChunk>();
    if (chunks !== last) waiting.push(chunks);
    const before = chunks.get(chunk.scope);
    chunks.set(chunk.scope, before === undefined ? chunk : joinChunks(before, chunk));
    return begin();
  };
  const takeHeader = (header: IncomingHeader) => {
    waiting.push(header);
    return begin();
  };

  return {
    finish,
    async take(line) {
      if ("put" in line) return takeChunk(toIncomingChunk(line));
      if ("h" in line) {
        const header = toIncomingHeader(line, { ...said, asked });
        // The first header tells of all that were asked after: in a later one they are not missing.
        asked = [];
        return takeHeader(header);
      }
      const stored = await finish();
      if (!stored.ok) return stored;
      if ("reset" in line) return exchange.beginReset(line.s, line.c?.[1]);
      if ("resetEnd" in line) return exchange.endReset(line.s, toCursor(line.c));
      return ok(true);
    },
  };
};

const rowsOf = (step: Step): number =>
  step instanceof Map
    ? [...step.values()].reduce((sum, { put, drop }) => sum + put.length + drop.length, 0)
    : step.echo.length;

/** Two lines of a scope as one. An answer is one snapshot, so a record is in one of them at most. */
const joinChunks = (one: IncomingChunk, next: IncomingChunk): IncomingChunk => ({
  scope: one.scope,
  put: [...one.put, ...next.put],
  drop: [...one.drop, ...next.drop],
  erase: [...(one.erase ?? []), ...(next.erase ?? [])],
  cursor: next.cursor,
});

const toIncomingChunk = (line: ChunkLine): IncomingChunk => ({
  scope: line.s,
  put: line.put.map(wireToRecord),
  drop: line.drop,
  erase: line.erase ?? [],
  cursor: toCursor(line.c),
});

/** A cursor of the wire as the store takes it. */
export const toCursor = ([epoch, seq]: readonly [string, number]) => ({ epoch, seq });

const toIncomingHeader = (line: HeaderLine, { asked, scopes }: Said): IncomingHeader => ({
  asked,
  now: line.now,
  fates: new Map(ackEntries(line).map(([op, ack]): [OpId, Fate] => [op, toFate(ack)])),
  scopes: line.scopes === undefined ? said(scopes) : toScopes(line.scopes),
  echo: line.echo.map((record) => ({ state: wireToRecord(record), scopes: record.in })),
});

/** What a request named. An answer to one that named none is not taken (`exchange.ts`): that all are gone must be said. */
const said = (scopes: Said["scopes"]): NonNullable<Said["scopes"]> => {
  if (scopes === null)
    throw new Error("an answer leaves out the scopes that its request did not name");
  return scopes;
};

const toScopes = (scopes: NonNullable<HeaderLine["scopes"]>): Map<ScopeId, LedgerScope> =>
  new Map(
    Object.entries(scopes).map(([scope, [kind, role]]) => [scope as ScopeId, { kind, role }]),
  );

const toFate = (ack: WireAck): Fate => {
  switch (ack) {
    case "a":
    case "m":
    case "c":
      return "stands";
    case "b":
      return "needs-base";
    default:
      return { refused: ack.slice(2) as Extract<Fate, object>["refused"] };
  }
};
