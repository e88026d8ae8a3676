import type { MetaRow, ScopeRow } from "../database.ts";

/**
 * The tables whose rows are kept twice: the way into the vault, what a person wrote and the endpoint has not kept, and which
 * scopes it may be written in. Everything else the endpoint brings again.
 */
export const sparedTables = [
  "keyring",
  "identity",
  "scopes",
  "outbox",
  "tray",
  "drafts",
  "meta",
] as const;

/** One of {@link sparedTables}. */
export type SparedTable = (typeof sparedTables)[number];

/** Whether rows of this table are kept twice. */
export const isSpared = (table: string): table is SparedTable =>
  (sparedTables as readonly string[]).includes(table);

/**
 * A row as the second copy holds it; `null` for one that it does not hold. Of a scope it holds that it is there and nothing of
 * how far it has come, for its records are not kept twice; of the marks those of erased records alone.
 */
export const sparedRow = (table: SparedTable, row: unknown): unknown => {
  if (table === "meta") return (row as MetaRow).key === "erased" ? row : null;
  if (table !== "scopes") return row;
  const { scope, kind, role } = row as ScopeRow;
  const bare: ScopeRow = {
    scope,
    kind,
    role,
    epoch: null,
    seq: 0,
    generation: 0,
    resetting: false,
  };
  return bare;
};
