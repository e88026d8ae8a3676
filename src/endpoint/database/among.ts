import { type QueryExecutorProvider, type RawBuilder, sql } from "kysely";
import { isPostgres } from "./postgres.ts";

/**
 * Whether a column holds one of some texts, however many: they are one value of the statement, whose text is the same for
 * any number of them. A list of five hundred would be a statement of its own, built and prepared each time.
 */
export const among = (
  database: QueryExecutorProvider,
  column: string,
  values: Iterable<string>,
): RawBuilder<boolean> =>
  isPostgres(database)
    ? sql<boolean>`${sql.ref(column)} = any(${[...values]}::text[])`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify([...values])}))`;

/** Texts as the rows of a table with one column, `value`, in their order; they are one value of the statement. */
export const rowsOfTexts = (
  database: QueryExecutorProvider,
  values: readonly string[],
): RawBuilder<unknown> =>
  isPostgres(database)
    ? sql`(select value from unnest(${values}::text[]) as given (value))`
    : sql`(select value from json_each(${JSON.stringify(values)}))`;
