import { join } from "node:path";
import { commands } from "#endpoint/commands/all.ts";
import { makeSeededChance } from "../support/platform.ts";
import { describe, expect, test } from "vitest";
import { clock, filledFolder, katve, onData } from "../support/endpoint/data-files.ts";
import { temporaryFolder } from "../support/endpoint/run-endpoint.ts";

const feed = (id: string, token_hash: string, device_id: string) => ({
  id,
  token_hash,
  member_id: "jäsen",
  device_id,
  label: "",
  language: "fi",
  names: 0,
  made_at: 1,
  fetched_at: null,
});

const addFeeds = (folder: string, ...feeds: ReturnType<typeof feed>[]) =>
  onData(folder, (database) => database.insertInto("calendar_feed").values(feeds).execute());

const removeFeed = (folder: string, id: string) =>
  onData(folder, (database) => database.deleteFrom("calendar_feed").where("id", "=", id).execute());

const feedsOf = (folder: string) =>
  onData(folder, async (database) => {
    const rows = await database.selectFrom("calendar_feed").select("id").orderBy("id").execute();
    return rows.map(({ id }) => id);
  });

const backedUp = async () => {
  const folder = await filledFolder();
  await onData(folder, async (database) => {
    await database.insertInto("member").values({ id: "jäsen", created_at: 1 }).execute();
    const device = { member_id: "jäsen", label: "", key: "{}", created_at: 1, revoked_at: null };
    await database
      .insertInto("device")
      .values({ ...device, id: "vanha" })
      .execute();
  });
  await addFeeds(folder, feed("pysyy", "h1", "vanha"), feed("poistetaan", "h2", "vanha"));
  const file = join(await temporaryFolder(), "copy.sqlite");
  expect(await katve(folder, "backup", file)).toContain("checked");
  return { folder, file };
};

describe("a restoration", () => {
  test("brings back no feed that was revoked since the backup, and keeps those made since", async () => {
    const { folder, file } = await backedUp();
    await removeFeed(folder, "poistetaan");
    await onData(folder, (database) =>
      database
        .insertInto("device")
        .values({
          id: "uusi",
          member_id: "jäsen",
          label: "",
          key: "{}",
          created_at: 1,
          revoked_at: null,
        })
        .execute(),
    );
    await addFeeds(folder, feed("uudempi", "h3", "vanha"), feed("laitteeton", "h4", "uusi"));
    expect(await katve(folder, "restore", file)).toContain("Restored");
    expect(await feedsOf(folder)).toEqual(["pysyy", "uudempi"]);
  });

  test("ends all feeds where nobody can tell which were revoked", async () => {
    const { folder, file } = await backedUp();
    const elsewhere = await temporaryFolder();
    expect(await katve(elsewhere, "restore", file)).toContain("Restored");
    expect(await feedsOf(elsewhere)).toEqual([]);
    await onData(folder, async (database) => {
      const config = { dataFolder: folder, databaseUrl: null, erasureKey: null };
      const context = { database, clock, chance: makeSeededChance(2), origin: "", config };
      expect(await commands.get("restored")?.run(context, {})).toMatchObject({ ok: true });
    });
    expect(await feedsOf(folder)).toEqual([]);
  });
});
