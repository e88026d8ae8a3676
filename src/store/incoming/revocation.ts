import { ok, type Result } from "#domain/result.ts";
import type { StorageFailure } from "../guard.ts";
import { type Hold, onDisk } from "../hold.ts";
import { takeHeader } from "./inbox.ts";

/**
 * Takes it that this device was revoked: every scope leaves it with all its records, and so do the acknowledged edits and
 * the records that refused edits were about. What its owner has not sent stays, sealed as before: unsent and refused edits,
 * and drafts. Taken again it changes nothing.
 */
export const takeRevocation = async (hold: Hold): Promise<Result<true, StorageFailure>> => {
  const { sent, tray } = hold.database;
  const emptied = await onDisk(hold, async () => {
    await sent.clear();
    await tray.toCollection().modify(({ op, record, reason, box }, change) => {
      change.value = { op, record, reason, box };
    });
  });
  if (!emptied.ok) return emptied;
  const left = await takeHeader(hold, { fates: new Map(), scopes: new Map(), echo: [] });
  return left.ok ? ok(true) : left;
};
