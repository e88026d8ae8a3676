import type { RefusalCode } from "#domain/failure.ts";
import type { OpId, ScopeId } from "#domain/ids.ts";
import type { Instant } from "#domain/instant.ts";
import type { RecordState } from "#domain/record.ts";
import { ok, type Result } from "#domain/result.ts";
import type { ScopeRow } from "../database.ts";
import type { StorageFailure } from "../guard.ts";
import { commitSteps, type Hold } from "../hold.ts";
import type { LedgerScope } from "../ledger.ts";
import type { IncomingChunk } from "./chunks.ts";
import { noteRows, prepareRows, storeRows } from "./incoming-rows.ts";
import { noteLost, openLost, storeLost } from "../sent/sent.ts";
import { sealAbouts, settleOutbox } from "./settle.ts";
import { noteWipe, prepareWipe, storeWipe, wipedBy } from "./wipe.ts";

/** What became of an edit at the endpoint. */
export type Fate = "stands" | "needs-base" | { readonly refused: RefusalCode };

/** A record in its present state and the scopes it is seen in. */
export type Echo = { readonly state: RecordState; readonly scopes: readonly ScopeId[] };

/**
 * The first line of an answer: what became of the edits, and what the member may see from now on. `asked` are the
 * acknowledged edits that the endpoint was asked after (none without it): those without a fate it has lost. `now` is the
 * endpoint's clock, or without it this device's.
 */
export type IncomingHeader = {
  readonly asked?: readonly OpId[];
  readonly now?: Instant;
  readonly fates: ReadonlyMap<OpId, Fate>;
  readonly scopes: ReadonlyMap<ScopeId, LedgerScope>;
  readonly echo: readonly Echo[];
};

type Outcome = Promise<Result<true, StorageFailure>>;

/**
 * Takes the first line as one commit: scopes that are no longer listed leave with everything in them, answered edits leave
 * the outbox, refused ones move to the tray with their content, and the echoes are stored together with that, so that
 * what a person entered never vanishes from the screen in between.
 */
export const takeHeader = async (hold: Hold, header: IncomingHeader): Outcome => {
  const { database, ledger } = hold;
  const { scopes, segments, records, outbox, sent, tray } = database;
  const now = header.now ?? hold.platform.clock.now();
  if (header.now !== undefined) hold.heardAt = header.now;
  const answered = [...header.fates].filter(([, fate]) => fate !== "needs-base");
  for (const [op, fate] of header.fates) {
    if (fate === "needs-base") hold.baseWanted.add(op);
    else hold.baseWanted.delete(op);
  }
  const vers = new Map(header.echo.map(({ state: { id, ver } }) => [id, ver]));
  const found = await openLost(hold, header.asked ?? [], { fates: header.fates, vers, since: now });
  if (!found.ok) return found;
  const lost = found.value;
  if (lost === null && !isNews(hold, header, answered.length)) return ok(true);
  const wipe = await prepareWipe(hold, wipedBy(hold, header.fates));
  if (!wipe.ok) return wipe;
  return commitSteps(hold, [scopes, segments, records, outbox, sent, tray, database.drafts], {
    async prepare() {
      const leaving = [...hold.scopeRows.keys()].filter((scope) => !header.scopes.has(scope));
      const rows = [...header.scopes].map(([scope, { kind, role }]) =>
        withScope(hold.scopeRows.get(scope), scope, kind, role),
      );
      const echoes = await Promise.all(
        groupByScope(header).map(([scope, states]) => prepareRows(hold, scope, states, [])),
      );
      return { leaving, rows, echoes, abouts: await sealAbouts(hold, answered) };
    },
    async store({ leaving, rows, echoes, abouts }) {
      if (leaving.length > 0) {
        await scopes.bulkDelete(leaving);
        await segments.where("scope").anyOf(leaving).delete();
        await records.where("scope").anyOf(leaving).delete();
      }
      const pending = ledger.outbox();
      await Promise.all([
        scopes.bulkPut(rows),
        ...echoes.map((echo) => storeRows(database, echo)),
        settleOutbox(database, { pending, fates: header.fates, vers, abouts, now }),
      ]);
      if (lost !== null) await storeLost(database, lost);
      await storeWipe(hold, wipe.value);
    },
    note({ leaving, rows, echoes }) {
      for (const scope of leaving) {
        hold.scopeRows.delete(scope);
        hold.loose.delete(scope);
        hold.segments.removeScope(scope);
        ledger.dropScope(scope);
      }
      for (const row of rows) hold.scopeRows.set(row.scope, row);
      ledger.setScopes(header.scopes);
      // Edits first: they would otherwise be replayed on top of what they have become.
      ledger.removePending(new Set(answered.map(([op]) => op)));
      for (const echo of echoes) noteRows(hold, echo);
      if (lost !== null) noteLost(hold, lost);
      noteWipe(hold, wipe.value.records);
    },
  });
};

/** An answer that settles nothing and changes no scope is not worth a commit: most exchanges are idle. */
const isNews = (hold: Hold, { scopes, echo }: IncomingHeader, answered: number): boolean =>
  answered > 0 ||
  echo.length > 0 ||
  scopes.size !== hold.scopeRows.size ||
  [...scopes].some(([scope, { kind, role }]) => {
    const row = hold.scopeRows.get(scope);
    return row?.kind !== kind || row.role !== role;
  });

/** Begins to receive a scope anew: what it does not bring again goes at the end, and not before. */
export const beginReset = (hold: Hold, scope: ScopeId, resetAt = 1): Outcome =>
  changeScope(hold, scope, (row) => ({
    ...row,
    epoch: null,
    seq: 0,
    generation: row.generation + 1,
    resetting: true,
    resetAt,
  }));

/** Ends a reset: whatever it did not bring again leaves the device. */
export const endReset = (hold: Hold, scope: ScopeId, cursor: IncomingChunk["cursor"]): Outcome => {
  const { segments, records } = hold.database;
  return changeScope(
    hold,
    scope,
    (row) => ({ ...row, ...cursor, resetting: false }),
    async ({ generation }) => {
      const isOld = (row: { readonly generation: number }) => row.generation < generation;
      await segments.where("scope").equals(scope).filter(isOld).delete();
      await records.where("scope").equals(scope).filter(isOld).delete();
    },
    ({ generation }) => {
      hold.segments.removeScope(scope, generation);
      for (const id of hold.ledger.dropOlder(scope, generation)) {
        hold.loose.get(scope)?.delete(id);
      }
    },
  );
};

const changeScope = (
  hold: Hold,
  scope: ScopeId,
  change: (row: ScopeRow) => ScopeRow,
  alsoStore?: (row: ScopeRow) => Promise<unknown>,
  alsoNote?: (row: ScopeRow) => void,
): Outcome => {
  const { database } = hold;
  return commitSteps(hold, [database.scopes, database.segments, database.records], {
    prepare() {
      const row = hold.scopeRows.get(scope);
      return Promise.resolve(row === undefined ? null : change(row));
    },
    async store(row) {
      if (row === null) return;
      await alsoStore?.(row);
      await database.scopes.put(row);
    },
    note(row) {
      if (row === null) return;
      hold.scopeRows.set(scope, row);
      alsoNote?.(row);
    },
  });
};

const withScope = (
  row: ScopeRow | undefined,
  scope: ScopeId,
  kind: ScopeRow["kind"],
  role: ScopeRow["role"],
): ScopeRow => ({
  ...(row ?? { epoch: null, seq: 0, generation: 1, resetting: false }),
  scope,
  kind,
  role,
});

const groupByScope = ({ echo, scopes }: IncomingHeader): [ScopeId, RecordState[]][] => {
  const groups = new Map<ScopeId, RecordState[]>();
  for (const { state, scopes: seenIn } of echo) {
    for (const scope of seenIn) {
      if (!scopes.has(scope)) continue;
      const group = groups.get(scope);
      if (group === undefined) groups.set(scope, [state]);
      else group.push(state);
    }
  }
  return [...groups];
};
