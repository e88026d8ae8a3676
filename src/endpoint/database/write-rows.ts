import { type Compilable, CompiledQuery, type Kysely } from "kysely";
import { inPieces } from "./in-pieces.ts";
import { isPostgres } from "./postgres.ts";
import type { Schema } from "./schema.ts";

/** Builds the statement that writes some rows: the same for the same number of them, but for their values. */
export type WriteOf<Row> = (database: Kysely<Schema>, rows: readonly [Row, ...Row[]]) => Compilable;

/** The texts of statements by what builds them, the dialect, the number of rows and their columns. */
const texts = new WeakMap<WriteOf<never>, Map<string, string>>();

/**
 * Writes rows, many with one statement. A statement's text is built once for each number of rows and said again with other
 * values: building it anew took as long as the database needs to do what it says. So `write` is one function for good, and
 * its statement's only values are those of the rows, one after the other.
 * Throws what the database throws.
 */
export const writeRows = async <Row extends object>(
  database: Kysely<Schema>,
  rows: readonly Row[],
  write: WriteOf<Row>,
): Promise<void> => {
  for (const piece of inPieces(rows)) {
    // The first row says the order of the columns for all: whoever built another may have named them otherwise.
    const columns = Object.keys(piece[0] ?? {}) as (keyof Row & string)[];
    const values = piece.flatMap((row) => columns.map((column): unknown => row[column]));
    const text = textOf(database, piece as [Row, ...Row[]], write, { columns, values });
    await database.executeQuery(CompiledQuery.raw(text, values));
  }
};

const textOf = <Row extends object>(
  database: Kysely<Schema>,
  rows: readonly [Row, ...Row[]],
  write: WriteOf<Row>,
  { columns, values }: { readonly columns: readonly string[]; readonly values: readonly unknown[] },
): string => {
  const kept = texts.get(write) ?? new Map<string, string>();
  texts.set(write, kept);
  const key = `${isPostgres(database)} ${rows.length} ${columns.join()}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { sql, parameters } = write(database, rows).compile();
  if (parameters.some((value, at) => value !== values[at]) || parameters.length !== values.length) {
    throw new Error("a statement that writes rows has other values than theirs");
  }
  kept.set(key, sql);
  return sql;
};
