import type { Kysely } from "kysely";
import type { Chance } from "#domain/chance.ts";
import { bytesToBase64Url, type MemberId } from "#domain/ids.ts";
import { type Instant, minuteMs } from "#domain/instant.ts";
import { fail, ok, type Result } from "#domain/result.ts";
import { type FeedLanguage, feedsMaxCount } from "#protocol/feeds.ts";
import { holdMember } from "../access/hold-member.ts";
import type { SignedIn } from "../access/session.ts";
import type { CalendarFeedTable, Schema } from "../database/schema.ts";
import { transact } from "../database/transact.ts";
import { sha256 } from "../sha256.ts";

/** The secret part of a feed's address: 192 random bits, base64url, 32 characters. */
const tokenBytes = 24;
const tokenForm = /^[\w-]{32}$/;

/** That a feed was read is written down at most this often, so that reading stays reading. */
const fetchedStepMs = 5 * minuteMs;

/** What a new feed is to be. */
export type NewFeed = {
  readonly label: string;
  readonly language: FeedLanguage;
  readonly names: boolean;
};

/** A feed as whoever reads it needs it. */
export type FoundFeed = {
  readonly id: string;
  readonly member: MemberId;
  readonly language: FeedLanguage;
  readonly names: boolean;
};

/** A member's feeds that can be read, the oldest first: those made by a device that was revoked since are none. */
export const listFeeds = (
  database: Kysely<Schema>,
  member: MemberId,
): Promise<CalendarFeedTable[]> =>
  database
    .selectFrom("calendar_feed")
    .innerJoin("device", "device.id", "calendar_feed.device_id")
    .selectAll("calendar_feed")
    .where("calendar_feed.member_id", "=", member)
    .where("device.revoked_at", "is", null)
    .orderBy("made_at")
    .orderBy("calendar_feed.id")
    .execute();

/** Makes a feed and returns its secret. Fails with `feed.too_many` when the member has as many as there may be. */
export const makeFeed = (
  database: Kysely<Schema>,
  { member, device }: SignedIn,
  feed: NewFeed,
  { chance, now }: { readonly chance: Chance; readonly now: Instant },
): Promise<Result<string, "feed.too_many">> => {
  const token = bytesToBase64Url(chance.bytes(tokenBytes));
  const id = bytesToBase64Url(chance.bytes(16));
  return transact(database, async (transaction) => {
    await holdMember(transaction, member);
    const present = await listFeeds(transaction, member);
    if (present.length >= feedsMaxCount) return fail("feed.too_many");
    await transaction
      .insertInto("calendar_feed")
      .values({
        id,
        token_hash: sha256(token),
        member_id: member,
        device_id: device,
        label: feed.label,
        language: feed.language,
        names: feed.names ? 1 : 0,
        made_at: now,
        fetched_at: null,
      })
      .execute();
    return ok(token);
  });
};

/**
 * Gives a feed another secret and returns it; the one before is unknown from then on. The feed is then this device's. Fails
 * with `feed.unknown` for one that is not the member's.
 */
export const renewFeed = async (
  database: Kysely<Schema>,
  { member, device }: SignedIn,
  id: string,
  { chance, now }: { readonly chance: Chance; readonly now: Instant },
): Promise<Result<string, "feed.unknown">> => {
  const token = bytesToBase64Url(chance.bytes(tokenBytes));
  const updated = await database
    .updateTable("calendar_feed")
    .set({ token_hash: sha256(token), device_id: device, made_at: now, fetched_at: null })
    .where("id", "=", id)
    .where("member_id", "=", member)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n ? ok(token) : fail("feed.unknown");
};

/** Ends a feed: its address is unknown from then on. `member`: only one of theirs. False when there is no such feed. */
export const revokeFeed = async (
  database: Kysely<Schema>,
  id: string,
  member: MemberId | null,
): Promise<boolean> => {
  const deleted = await database
    .deleteFrom("calendar_feed")
    .where("id", "=", id)
    .$if(member !== null, (query) => query.where("member_id", "=", member ?? ""))
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
};

/** The feed with this secret, and that it was read is written down; `null` for a secret that no feed has. */
export const readFeed = async (
  database: Kysely<Schema>,
  token: string,
  now: Instant,
): Promise<FoundFeed | null> => {
  if (!tokenForm.test(token)) return null;
  const feed = await database
    .selectFrom("calendar_feed")
    .innerJoin("device", "device.id", "calendar_feed.device_id")
    .selectAll("calendar_feed")
    .where("token_hash", "=", sha256(token))
    .where("device.revoked_at", "is", null)
    .executeTakeFirst();
  if (feed === undefined) return null;
  const { id, member_id, language, names, fetched_at } = feed;
  if (fetched_at === null || now - fetched_at >= fetchedStepMs) {
    await database
      .updateTable("calendar_feed")
      .set({ fetched_at: now })
      .where("id", "=", id)
      .execute();
  }
  return {
    id,
    member: member_id as MemberId,
    language: language as FeedLanguage,
    names: names === 1,
  };
};
