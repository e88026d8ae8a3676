import { riseOf } from "#domain/era.ts";
import type { MemberId, OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Kind, Role, ScopeKind } from "#domain/kind.ts";
import { textOfField } from "#domain/merge/apply.ts";
import { isContained, replayOps } from "#domain/merge/replay.ts";
import type { Op } from "#domain/op.ts";
import { type Readable, readRecord, type RecordState } from "#domain/record.ts";
import { kindOf } from "#domain/kinds/all.ts";
import type { Membership } from "#domain/rights.ts";
import { type OnDefect, throwLater } from "./defect.ts";
import { KindMaps } from "./kind-maps.ts";
import { type Listeners, makeListeners } from "./listeners.ts";
import { type Sight, seenOf } from "./sight.ts";
import { type Pending, Unsent } from "./unsent.ts";

/** A scope the member belongs to. */
export type LedgerScope = { readonly kind: ScopeKind; readonly role: Role };

/** Reading side of the ledger: what screens may do with it. */
export type Ledger = {
  /** The living records of a kind by id, the device's own unsent edits included. The map is replaced, never changed, when one of them does. */
  all<K extends Kind>(kind: K): ReadonlyMap<RecordId, Readable<K>>;
  get<K extends Kind>(kind: K, id: RecordId): Readable<K> | undefined;
  /**
   * A record as it is shown, its own unsent edits included, whole and also of a kind that this version does not know;
   * `null` for one that is not here or that this device has deleted.
   */
  shown(record: RecordId): RecordState | null;
  /** The endpoint's state of a record, without unsent edits; `null` for one it has not given. */
  state(record: RecordId): RecordState | null;
  /** What one sees of the record now; `null` for a record that is not here or that this device has deleted. */
  sightOf(record: RecordId): Sight | null;
  isUnsent(record: RecordId): boolean;
  /** A number that rises with every edit of the record: its version (`riseOf`), and the unsent ones that are not in it. 0 for a record that is not here. */
  editsOf(record: RecordId): number;
  /** How many saves have not reached the endpoint. */
  unsentSaves(): number;
  scopes(): ReadonlyMap<ScopeId, LedgerScope>;
  membership(): Membership;
  /**
   * Calls `listener` after every change with the kinds it touched, and with `scopes`, `outbox`, `exchange` or `backup`
   * when the member's scopes, the unsent edits, the last complete exchange or the last backup changed; returns how to
   * stop. What a listener throws stops neither the others nor the store.
   */
  subscribe(listener: (kinds: ReadonlySet<string>) => void): () => void;
};

/**
 * A record as the endpoint gave it in one scope, with the generation of the scope that this belongs to. A scope that the
 * record is shared with brings less of it than its home.
 */
type Held = { readonly state: RecordState; readonly generation: number };

/**
 * Everything this device knows, opened, in memory: the endpoint's state by record with the unsent edits replayed on top.
 * A tap reads from here and never waits for the disk. The store alone changes it, after each commit.
 */
export class OpenLedger implements Ledger {
  readonly #member: MemberId;
  readonly #held = new Map<RecordId, Map<ScopeId, Held>>();
  readonly #unsent = new Unsent();
  readonly #views = new KindMaps();
  readonly #listeners: Listeners<ReadonlySet<string>>;
  readonly #touched = new Set<string>();
  /** Records that are to be shown anew, with a kind to look under: a commit changes one more than once, and is shown once. */
  readonly #stale = new Map<RecordId, string | undefined>();
  #scopes: ReadonlyMap<ScopeId, LedgerScope> = new Map();

  constructor(member: MemberId, onDefect: OnDefect = throwLater) {
    this.#member = member;
    this.#listeners = makeListeners(onDefect);
  }

  all<K extends Kind>(kind: K): ReadonlyMap<RecordId, Readable<K>> {
    this.#freshen();
    return this.#views.all(kind.name) as ReadonlyMap<RecordId, Readable<K>>;
  }

  get<K extends Kind>(kind: K, id: RecordId): Readable<K> | undefined {
    this.#freshen();
    return this.#views.one(kind.name, id) as Readable<K> | undefined;
  }

  shown(record: RecordId): RecordState | null {
    const shown = replayOps(this.state(record), this.pendingOf(record));
    return shown?.deleted === true ? null : shown;
  }

  sightOf(record: RecordId): Sight | null {
    const pending = this.#newOf(record);
    const shown = this.shown(record);
    if (shown === null) return null;
    return {
      record,
      seenOf: (field) => seenOf(field, shown.ver, pending),
      textOf: (field) => textOfField(shown.fields[field]),
    };
  }

  isUnsent(record: RecordId): boolean {
    return this.#unsent.has(record);
  }

  editsOf(record: RecordId): number {
    return riseOf(this.state(record)?.ver ?? 0) + this.#newOf(record).length;
  }

  unsentSaves(): number {
    return this.#unsent.saves();
  }

  scopes(): ReadonlyMap<ScopeId, LedgerScope> {
    return this.#scopes;
  }

  membership(): Membership {
    return { member: this.#member, scopes: this.#scopes };
  }

  subscribe(listener: (kinds: ReadonlySet<string>) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** The endpoint's state of a record, without unsent edits: what its home brought, or else the newest of what others did. */
  state(record: RecordId): RecordState | null {
    let shown: RecordState | null = null;
    for (const [scope, { state }] of this.#held.get(record) ?? []) {
      if (state.home === scope) return state;
      if (shown === null || state.ver > shown.ver) shown = state;
    }
    return shown;
  }

  /** What a scope brought of a record; `undefined` for one that is not held in it. */
  heldIn(scope: ScopeId, record: RecordId): Held | undefined {
    return this.#held.get(record)?.get(scope);
  }

  /** The states the endpoint gave for a scope. */
  *statesIn(scope: ScopeId): Generator<RecordState> {
    for (const scopes of this.#held.values()) {
      const held = scopes.get(scope);
      if (held !== undefined) yield held.state;
    }
  }

  /** The unsent edits of a record, oldest first. */
  pendingOf(record: RecordId): readonly Op[] {
    return this.#unsent.of(record);
  }

  /** Every unsent edit, oldest first. */
  outbox(): readonly Pending[] {
    return this.#unsent.all();
  }

  setScopes(scopes: ReadonlyMap<ScopeId, LedgerScope>): void {
    this.#scopes = scopes;
    this.#touched.add("scopes");
  }

  /**
   * Takes a state of the endpoint; an older one than the present is left aside. What a newer generation of the scope brings
   * is the truth whatever its version: the endpoint may have been restored from an older copy.
   */
  put(scope: ScopeId, state: RecordState, generation: number): void {
    if (state.deleted) {
      this.#held.delete(state.id);
    } else {
      const scopes = this.#held.get(state.id) ?? new Map<ScopeId, Held>();
      const held = scopes.get(scope);
      // During a reset a record may lie in a segment of either generation, read in any order.
      const isNewer =
        held === undefined ||
        generation > held.generation ||
        (generation === held.generation && state.ver >= held.state.ver);
      if (isNewer) this.#held.set(state.id, scopes.set(scope, { state, generation }));
    }
    this.#refresh(state.id, state.kind);
  }

  /** Takes a record out of a scope; it leaves the ledger with its last one. */
  drop(scope: ScopeId, record: RecordId): void {
    const scopes = this.#held.get(record);
    const held = scopes?.get(scope);
    if (scopes === undefined || held === undefined) return;
    scopes.delete(scope);
    if (scopes.size === 0) this.#held.delete(record);
    this.#refresh(record, held.state.kind);
  }

  /** Takes out of a scope whatever a completed reset did not bring again, and returns what that was. */
  dropOlder(scope: ScopeId, generation: number): RecordId[] {
    const older = [...this.#held].filter(
      ([, scopes]) => (scopes.get(scope)?.generation ?? generation) < generation,
    );
    for (const [id] of older) this.drop(scope, id);
    return older.map(([id]) => id);
  }

  /** Takes a whole scope out. */
  dropScope(scope: ScopeId): void {
    for (const id of this.#held.keys()) this.drop(scope, id);
  }

  /** Empties the ledger, to be filled again before the next {@link announce}. */
  clear(): void {
    this.#stale.clear();
    this.#held.clear();
    this.#unsent.clear();
    this.setScopes(new Map());
    this.#touched.add("outbox");
    for (const name of this.#views.clear()) this.#touched.add(name);
  }

  addPending(pending: Pending): void {
    this.#unsent.add(pending);
    this.#touched.add("outbox");
    this.#refresh(pending.op.record, pending.op.verb === "new" ? pending.op.value.kind : undefined);
  }

  /** Changes what is known of unsent edits, but not the edits. */
  changePending(change: (pending: Pending) => Pending): void {
    this.#unsent.change(change);
  }

  removePending(ops: ReadonlySet<OpId>): void {
    for (const record of this.#unsent.remove(ops)) {
      this.#touched.add("outbox");
      this.#refresh(record);
    }
  }

  /** The time of the last complete exchange has changed. */
  touchExchange(): void {
    this.#touched.add("exchange");
  }

  /** What the device knows of its backups has changed. */
  touchBackup(): void {
    this.#touched.add("backup");
  }

  /** Tells the listeners what changed since the last call. */
  announce(): void {
    this.#freshen();
    if (this.#touched.size === 0) return;
    const kinds = new Set(this.#touched);
    this.#touched.clear();
    this.#listeners.tell(kinds);
  }

  /** The unsent edits that the endpoint's state does not have in it. */
  #newOf(record: RecordId): readonly Op[] {
    const state = this.state(record);
    return this.pendingOf(record).filter((op) => !isContained(state, op));
  }

  #refresh(id: RecordId, hint?: string): void {
    this.#stale.set(id, hint ?? this.#stale.get(id));
  }

  #freshen(): void {
    for (const [id, hint] of this.#stale) this.#show(id, hint);
    this.#stale.clear();
  }

  #show(id: RecordId, hint: string | undefined): void {
    const shown = replayOps(this.state(id), this.pendingOf(id));
    const name = shown?.kind ?? hint ?? this.#views.kindShowing(id);
    if (name === undefined) return;
    const kind = kindOf(name);
    if (kind === undefined) return;
    this.#touched.add(name);
    if (shown === null || shown.deleted) this.#views.delete(name, id);
    else this.#views.put(name, id, readRecord(kind, shown));
  }
}
