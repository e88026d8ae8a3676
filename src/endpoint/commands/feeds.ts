import { fail, ok } from "#domain/result.ts";
import { listMembers } from "../access/people.ts";
import { revokeFeed } from "../calendars/feeds.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

/** Lists the calendar feeds, or revokes one. Nothing tells a feed's address: only whoever made it was told. */
export const feedsCommand: Command = {
  usage: "feeds [--revoke ID]",
  summary: "the calendar feeds, whose each is and when it was last read; --revoke ends one",
  options: { revoke: { type: "string" } },
  run: async ({ database }, { revoke }) => {
    if (typeof revoke === "string") {
      return (await revokeFeed(database, revoke, null))
        ? ok("Revoked. Its address is unknown from now on.\n")
        : fail("No feed has this id. See: npm run katve -- feeds");
    }
    const names = new Map(
      (await listMembers(database)).map(({ id, name }) => [id as string, name]),
    );
    const feeds = await database
      .selectFrom("calendar_feed")
      .innerJoin("device", "device.id", "calendar_feed.device_id")
      .selectAll("calendar_feed")
      .select("device.revoked_at")
      .orderBy("made_at")
      .execute();
    const rows = feeds.map((feed) => [
      feed.id,
      names.get(feed.member_id) || feed.member_id,
      feed.names === 1 ? "with names" : "neutral",
      dayOf(feed.made_at),
      feed.revoked_at !== null
        ? "stopped: its device was revoked"
        : feed.fetched_at === null
          ? "never"
          : dayOf(feed.fetched_at),
    ]);
    return ok(table([["id", "member", "says", "made", "last read"], ...rows]));
  },
};

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
