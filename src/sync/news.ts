import type { Clock } from "#domain/instant.ts";
import { ok, type Result } from "#domain/result.ts";
import { type NewsLine, parseNews } from "#protocol/news.ts";
import type { StorageFailure } from "#store/guard.ts";
import type { Cursor, Store } from "#store/store.ts";
import { makeLineTaker } from "./take-lines.ts";

/**
 * A whole exchange is made at least this often, in milliseconds, however many news come: it alone says which scopes the
 * member has, and what the clocks are. The pause between exchanges of a device that hears nothing (architecture.md §3).
 */
const wholeEveryMs = 60_000;

/**
 * Takes what the endpoint told by itself, if it continues what the device has; `false`: nothing was taken, and an exchange
 * has to bring it. A device with anything unsent or in doubt takes none: an exchange tells what became of its edits before
 * it brings their records, and news do not. Fails as the disk does.
 */
const takeNews = async (
  store: Store,
  clock: Clock,
  text: string,
): Promise<Result<boolean, StorageFailure>> => {
  const { exchange } = store;
  const last = exchange.last();
  // A clock that was put back may stand before the last exchange for long.
  if (last === null || Math.abs(clock.now() - last.at) >= wholeEveryMs) return ok(false);
  if (exchange.unsent().length > 0) return ok(false);
  const asked = await exchange.inDoubt();
  if (!asked.ok) return asked;
  const news = parseNews(text);
  const cursors = exchange.cursors();
  if (asked.value.length > 0 || !news.ok) return ok(false);
  if (!news.value.every((line) => isContinuation(line, cursors.get(line.s)))) return ok(false);
  const taker = makeLineTaker(store, { asked: [], scopes: null });
  for (const line of news.value) {
    // What an exchange has brought already.
    if (line.c[1] <= (cursors.get(line.s)?.seq ?? 0)) continue;
    const taken = await taker.take(line);
    if (!taken.ok) return taken;
  }
  const stored = await taker.finish();
  return stored.ok ? ok(true) : stored;
};

/** Whether nothing is missing between what the device has of the scope and the line. What it has of it already does no harm. */
const isContinuation = ({ a, c: [epoch] }: NewsLine, cursor: Cursor | undefined): boolean =>
  cursor !== undefined && !cursor.resetting && cursor.epoch === epoch && a <= cursor.seq;

/** Takes several news in their order, up to the first that has to be asked for; `false` for none. Fails as the disk does. */
export const takeAllNews = async (
  store: Store,
  clock: Clock,
  heard: readonly string[],
): Promise<Result<boolean, StorageFailure>> => {
  for (const text of heard) {
    const taken = await takeNews(store, clock, text);
    if (!taken.ok || !taken.value) return taken;
  }
  return ok(heard.length > 0);
};
