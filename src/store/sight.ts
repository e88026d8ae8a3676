import type { RecordId } from "#domain/ids.ts";
import type { Op, Seen } from "#domain/op.ts";

/** What an author had in sight of a record: taken when a form opens, used when it is saved. */
export type Sight = {
  readonly record: RecordId;
  /** Of a field by its name; of the record as a whole by no name (`""`). */
  seenOf(field: string): Seen;
  textOf(field: string): string;
};

/**
 * The author's own newest unsent edit of the field, or else the version of the record. A new record's fields all come from
 * its `new`. Of the record as a whole one has seen no more than before one's oldest unsent edit: what came under it since
 * was never on the screen. Where that edit follows one that has left the outbox, nothing tells what lay under it then, and
 * nothing counts as seen.
 */
export const seenOf = (field: string, ver: number, pending: readonly Op[]): Seen => {
  const own = pending.findLast((op) => op.verb === "new" || ("field" in op && op.field === field));
  if (own !== undefined) return { after: own.id };
  if (field !== "") return { ver };
  const unsent = new Set(pending.map(({ id }) => id));
  const vers = pending.map(({ seen }) => {
    if ("ver" in seen) return seen.ver;
    return unsent.has(seen.after) ? ver : 0;
  });
  return { ver: Math.min(ver, ...vers) };
};
