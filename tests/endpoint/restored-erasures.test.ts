import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { carryOver } from "#endpoint/lifetime/carried.ts";
import { clock, filledFolder, katve, onData } from "../support/endpoint/data-files.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { temporaryFolder } from "../support/endpoint/run-endpoint.ts";

test("a restoration passes on what was erased since, also of records that the backup never knew", async () => {
  const folder = await filledFolder();
  const file = join(await temporaryFolder(), "kopio");
  await katve(folder, "backup", file);
  const record = "erased-record-made-sin";
  const feeds = () =>
    onData(folder, (database) =>
      database
        .selectFrom("feed")
        .select(["scope_id", "op", "erased"])
        .where("entity_id", "=", record)
        .execute(),
    );
  const heard = await onData(folder, async (database) => {
    const scopes = await database.selectFrom("scope").select("id").execute();
    for (const { id } of scopes) {
      const row = { entity_id: record, seq: 1_000, op: "drop", at: 1, erased: 1 } as const;
      await database
        .insertInto("feed")
        .values({ ...row, scope_id: id })
        .execute();
    }
    return scopes.map(({ id }) => ({ scope_id: id, op: "drop", erased: 1 }));
  });
  for (const _ of ["once", "and again"]) {
    expect(await katve(folder, "restore", file)).toContain("Restored");
    expect(await feeds()).toEqual(expect.arrayContaining(heard));
    expect(await feeds()).toHaveLength(heard.length);
    clock.advance(60_000);
  }
});

describe.each(dialects)("data from before on $name", (dialect) => {
  test("take in more erasures than a statement has places for values", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const { database, team } = endpoint;
    const records = Array.from({ length: 66_000 }, (_, nth) => `erased-${nth}`);
    const words = records.map((entity_id) => ({ entity_id, scope_id: team }));
    await carryOver(
      database,
      { hashes: ["of-another-key"], words, revoked: [] },
      { key: endpoint.config.erasureKey, now: endpoint.clock.now() },
    );
    const hashes = await database.selectFrom("erasure").select("id_hash").execute();
    expect(hashes).toHaveLength(records.length + 1);
    const erased = await database
      .selectFrom("feed")
      .select(["seq"])
      .where("scope_id", "=", team)
      .where("erased", "=", 1)
      .execute();
    expect(erased).toHaveLength(records.length);
  }, 60_000);
});
