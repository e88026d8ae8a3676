import type { OpId, RecordId, ScopeId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import type { RecordState } from "#domain/record.ts";
import type { IncomingChunk } from "#store/incoming/chunks.ts";
import type { Fate, IncomingHeader } from "#store/incoming/inbox.ts";

type Scope = {
  epoch: string | null;
  seq: number;
  generation: number;
  resetting: boolean;
  readonly rows: Map<RecordId, { readonly state: RecordState; readonly generation: number }>;
};

/**
 * What a device has to hold, in plain maps: no disk, no key, no cache. Written from the rules of the exchange and not from
 * the store. Every record belongs to one scope.
 */
export class Oracle {
  readonly scopes = new Map<ScopeId, Scope>();
  outbox: Op[] = [];
  readonly tray = new Map<OpId, string>();

  header({ fates, scopes, echo }: IncomingHeader): void {
    for (const scope of this.scopes.keys()) if (!scopes.has(scope)) this.scopes.delete(scope);
    for (const scope of scopes.keys()) {
      if (!this.scopes.has(scope)) {
        const rows = new Map();
        this.scopes.set(scope, { epoch: null, seq: 0, generation: 1, resetting: false, rows });
      }
    }
    for (const { state, scopes: seenIn } of echo)
      for (const scope of seenIn) this.#put(scope, state);
    for (const [op, fate] of fates) this.#settle(op, fate);
  }

  chunk({ scope, put, drop, cursor }: IncomingChunk): void {
    for (const state of put) this.#put(scope, state);
    for (const id of drop) this.scopes.get(scope)?.rows.delete(id);
    Object.assign(this.scopes.get(scope) ?? {}, cursor);
  }

  beginReset(scope: ScopeId): void {
    const held = this.scopes.get(scope);
    if (held === undefined) return;
    Object.assign(held, { epoch: null, seq: 0, resetting: true });
    held.generation += 1;
  }

  endReset(scope: ScopeId, cursor: IncomingChunk["cursor"]): void {
    const held = this.scopes.get(scope);
    if (held === undefined) return;
    Object.assign(held, cursor, { resetting: false });
    for (const [id, { generation }] of held.rows) {
      if (generation < held.generation) held.rows.delete(id);
    }
  }

  /** The newest state of a record that the device has been given and may still hold. */
  state(id: RecordId): RecordState | undefined {
    for (const { rows } of this.scopes.values()) {
      const row = rows.get(id);
      if (row !== undefined) return row.state;
    }
    return undefined;
  }

  /** The names on the screen by record. */
  names(): Map<RecordId, unknown> {
    const names = new Map<RecordId, unknown>();
    for (const { rows } of this.scopes.values()) {
      for (const { state } of rows.values()) names.set(state.id, state.fields["name"]);
    }
    for (const op of this.outbox) {
      if (op.verb === "new" && !names.has(op.record)) {
        names.set(op.record, op.value.fields["name"]);
      } else if (op.verb === "set" && names.has(op.record)) names.set(op.record, op.value);
      else if (op.verb === "del") names.delete(op.record);
    }
    return names;
  }

  cursors(): Map<ScopeId, unknown> {
    const known = [...this.scopes].filter(([, { epoch }]) => epoch !== null);
    return new Map(
      known.map(([scope, { epoch, seq, resetting }]) => [
        scope,
        // Nobody here says what number the scope had.
        { epoch, seq, resetting, ...(resetting && { resetAt: 1 }) },
      ]),
    );
  }

  #put(scope: ScopeId, state: RecordState): void {
    const held = this.scopes.get(scope);
    if (held === undefined) return;
    const { generation, rows } = held;
    const before = rows.get(state.id);
    // What a reset brings is the truth whatever its version; within a generation the newest version is.
    const isKept = before?.generation === generation && before.state.ver > state.ver;
    const newer = isKept ? before.state : state;
    if (state.deleted) rows.delete(state.id);
    else rows.set(state.id, { state: newer, generation });
  }

  #settle(op: OpId, fate: Fate): void {
    if (fate === "needs-base" || !this.outbox.some(({ id }) => id === op)) return;
    if (typeof fate === "object") this.tray.set(op, fate.refused);
    this.outbox = this.outbox.filter(({ id }) => id !== op);
  }
}
