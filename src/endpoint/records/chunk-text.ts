import type { ChunkLine } from "#protocol/sync-answer.ts";
import type { FeedRow } from "./feed-rows.ts";

/** The rows of a feed by what a line says of them. */
export type ChunkRows = {
  readonly put: readonly FeedRow[];
  readonly drop: readonly FeedRow[];
  readonly erase: readonly FeedRow[];
};

/**
 * What a device has to hear of some rows. A reset from nothing needs no word about what is gone. One that goes on after a
 * cut does: the device may have got a record in the first part that was deleted since. What was erased is told of in any
 * case: a device may have more of it than the record.
 */
export const sortRows = (rows: readonly FeedRow[], isWithoutGone: boolean): ChunkRows => ({
  put: rows.filter(({ op, isDeleted }) => op === "put" && !(isWithoutGone && isDeleted)),
  drop: isWithoutGone ? [] : rows.filter(({ op }) => op === "drop"),
  erase: rows.filter(({ isErased }) => isErased),
});

/** The scope of a line, the cursor behind it, and the version of the device it is written for. */
export type ChunkHead = Pick<ChunkLine, "s" | "c"> & { readonly version: number };

/**
 * Writes rows as one line of an answer (`protocol/sync-answer.ts`), around the JSON that the database holds. One for
 * version 1 has every member, however empty.
 */
export const chunkText = (
  { put, drop, erase }: ChunkRows,
  { s, c, version }: ChunkHead,
): string => {
  const listOf = (name: string, items: readonly string[], isAlways: boolean) =>
    items.length > 0 || isAlways ? `,"${name}":[${items.join(",")}]` : "";
  const idText = ({ id }: FeedRow) => JSON.stringify(id);
  const lists = [
    listOf(
      "put",
      put.map(({ text }) => text),
      version === 1,
    ),
    listOf("drop", drop.map(idText), version === 1),
    listOf("erase", erase.map(idText), false),
  ];
  return `{"s":"${s}"${lists.join("")},"c":${JSON.stringify(c)}}`;
};
